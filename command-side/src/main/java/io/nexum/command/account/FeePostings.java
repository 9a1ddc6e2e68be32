package io.nexum.command.account;

import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.GlRole;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.transaction.Channel;
import io.nexum.kernel.transaction.Movement;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Charging one fee of a product. */
final class FeePostings {
    private FeePostings() {}

    /**
     * @param cause what it is charged for: with the fee's name it makes the id of the transaction, so that the same fee
     *     for the same cause has the same id
     */
    static List<AccountEvent> charge(
            OpenedAccount account,
            ProductFee fee,
            Money amount,
            String cause,
            LocalDate bookingDate,
            LocalDate valueDate,
            Instant at) {
        Movement movement = movement(fee, amount, cause, bookingDate, valueDate);
        return AccountPostings.debit(account, movement, Optional.of(income(account, amount)), at);
    }

    /** As {@link #charge}, below what can be spent too: the account is about to close. */
    static List<AccountEvent> take(OpenedAccount account, ProductFee fee, Money amount, String cause, LocalDate day) {
        return AccountPostings.takenByBank(account, movement(fee, amount, cause, day, day), income(account, amount));
    }

    private static JournalLine income(OpenedAccount account, Money amount) {
        return JournalLine.credit(account.glAccount(GlRole.FEE_INCOME, DefaultChart.FEE_INCOME), amount);
    }

    private static Movement movement(
            ProductFee fee, Money amount, String cause, LocalDate bookingDate, LocalDate valueDate) {
        TransactionId transaction =
                new TransactionId(UUID.nameUUIDFromBytes((cause + '/' + fee.name()).getBytes(StandardCharsets.UTF_8)));
        return new Movement(
                transaction,
                TransactionType.FEE,
                amount,
                bookingDate,
                valueDate,
                fee.name().replace('_', ' '),
                Optional.empty(),
                Channel.SYSTEM,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(AccountTerms.FEE, fee.name(), "charged_for", cause));
    }

    /** What fees come to on an amount, those of nothing left out; below zero it counts as zero. */
    static Map<ProductFee, Money> amounts(List<ProductFee> fees, Money base) {
        Money counted = base.isNegative() ? Money.zero(base.currency()) : base;
        Map<ProductFee, Money> amounts = new LinkedHashMap<>();
        for (ProductFee fee : fees) {
            Money amount = fee.scale().on(counted);
            if (amount.isPositive()) {
                amounts.put(fee, amount);
            }
        }
        return amounts;
    }

    /** Whether what a fee asks beside its event holds. */
    static boolean applies(ProductFee fee, Money balance) {
        return switch (fee.condition()) {
            case ALWAYS -> true;
            case BALANCE_BELOW -> fee.threshold().filter(balance::isLessThan).isPresent();
            case PAYMENT_LATE, OVER_LIMIT, CLOSED_EARLY, CLOSED_WITHIN_DAYS -> false;
        };
    }
}
