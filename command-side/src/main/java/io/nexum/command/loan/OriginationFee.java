package io.nexum.command.loan;

import io.nexum.command.Workspace;
import io.nexum.kernel.loan.LoanAnswer;
import io.nexum.kernel.loan.LoanEvent;
import io.nexum.kernel.loan.servicing.Component;
import io.nexum.kernel.loan.servicing.LoanEntry;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What a loan costs its borrower when it is paid out. */
final class OriginationFee {
    private static final String NAME = "origination fee";

    private OriginationFee() {}

    /**
     * Charges it in the same unit of work.
     *
     * @param paid the answer to the amount that was paid out
     * @return the same, with the loan's figures after the fee
     */
    static LoanAnswer charge(LoanAnswer paid, Money fee, LocalDate date, Workspace work) {
        String id = "origination fee of " + paid.transaction().orElseThrow();
        LoanEntry.Charged charged = new LoanEntry.Charged(
                new TransactionId(UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))),
                date,
                NAME,
                Component.FEE,
                fee);
        LoanAnswer after = new LoanEntries(LoanCommands.load(paid.loan(), work), work)
                .enter(
                        charged,
                        Optional.of(NAME),
                        (ledgered, particulars, figures, lines) ->
                                new LoanEvent.LoanFeeCharged(paid.loan(), charged, particulars, figures, lines));
        return new LoanAnswer(
                paid.loan(),
                after.status(),
                paid.transaction(),
                paid.valueDate(),
                paid.split(),
                after.after(),
                paid.opened());
    }
}
