package io.nexum.command.account;

import io.nexum.kernel.account.AccountEvent.BalanceChanged;
import io.nexum.kernel.account.AccountEvent.ProductAssigned;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductVersion;
import io.nexum.kernel.transaction.Movement;
import io.nexum.kernel.transaction.TransactionType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The conditions that an account obeys, and what they have come to so far.
 *
 * @param settledThrough the last day up to which monthly fees are dealt with
 * @param lowest the lowest balance since then
 * @param charged when each fee was charged last, by its name
 */
public record AccountTerms(
        ProductVersion product,
        DepositConditions conditions,
        LocalDate settledThrough,
        Money lowest,
        Map<String, LocalDate> charged) {
    /** Where a fee's movement tells which one it is. */
    static final String FEE = "product_fee";

    /**
     * Months that were not dealt with under the earlier product are dealt with under this one. If that one charged
     * nothing by the month, this one begins with the month under way.
     */
    static AccountTerms by(ProductAssigned assigned, Optional<AccountTerms> before, Money balance) {
        Optional<AccountTerms> charging = before.filter(AccountTerms::chargeMonthly);
        return new AccountTerms(
                assigned.product(),
                assigned.conditions(),
                charging.map(AccountTerms::settledThrough).orElse(assigned.since()),
                charging.map(AccountTerms::lowest).orElse(balance),
                before.map(AccountTerms::charged).orElse(Map.of()));
    }

    AccountTerms after(BalanceChanged event) {
        Money balance = event.balance();
        Movement movement = event.movement();
        Map<String, LocalDate> days = charged;
        if (movement.type() == TransactionType.FEE && movement.metadata().get(FEE) instanceof String name) {
            days = new HashMap<>(charged);
            days.put(name, movement.valueDate());
        }
        return new AccountTerms(
                product, conditions, settledThrough, balance.isLessThan(lowest) ? balance : lowest, Map.copyOf(days));
    }

    AccountTerms settled(LocalDate through, Money balance) {
        return new AccountTerms(product, conditions, through, balance, charged);
    }

    /** Whether there are fees that are taken at the end of each month. */
    boolean chargeMonthly() {
        return conditions.feesFromBalance()
                && conditions.fees().stream().anyMatch(fee -> fee.event().isMonthly());
    }

    /** Whether a fee's frequency lets it be charged on a day. */
    boolean isDue(ProductFee fee, LocalDate day) {
        Optional<LocalDate> last = Optional.ofNullable(charged.get(fee.name()));
        return switch (fee.frequency()) {
            case PER_OCCURRENCE -> true;
            case ONE_TIME -> last.isEmpty();
            case MONTHLY ->
                last.filter(earlier -> !earlier.isBefore(day.withDayOfMonth(1))).isEmpty();
            case ANNUALLY ->
                last.filter(earlier -> earlier.plusYears(1).isAfter(day)).isEmpty();
        };
    }
}
