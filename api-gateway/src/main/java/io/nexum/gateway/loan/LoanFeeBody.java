package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.loan.LoanCommand.ChargeLoanFee;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.servicing.Component;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/** @param feeType a fee or a penalty; absent: a fee */
record LoanFeeBody(
        String name, Optional<FeeType> feeType, Money amount, Optional<LocalDate> date, Optional<String> idempotencyKey)
        implements LoanBody {
    private static final int MAX_NAME_LENGTH = 100;

    /** What can be charged by hand. */
    enum FeeType {
        FEE,
        PENALTY
    }

    static LoanFeeBody read(Fields in) {
        return new LoanFeeBody(
                in.text("name", MAX_NAME_LENGTH),
                in.optional("fee_type", Forms.word(FeeType.class)),
                in.amount("amount"),
                EntryFields.date(in, "date"),
                in.idempotencyKey());
    }

    ChargeLoanFee command(LoanId loan) {
        Component component = switch (feeType.orElse(FeeType.FEE)) {
            case FEE -> Component.FEE;
            case PENALTY -> Component.PENALTY;
        };
        return new ChargeLoanFee(loan, EntryFields.newEntry(), date, name, component, amount);
    }
}
