package io.nexum.kernel.product;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an account obeys that holds its customer's money. An account copies it from the product's version that it is
 * opened under, so it decides without the product.
 *
 * @param interest absent: the account earns none
 * @param minimumBalance what must stay on the account; where being below costs a fee it may go below
 * @param limits how much may leave it
 * @param fees in the order in which they are charged
 * @param overdraftLimit how far below zero it may go; above zero only if negative balances are allowed
 * @param feesFromBalance whether monthly fees are taken from the balance by themselves
 * @param lowBalanceAlert below which balance the holder is told; absent: never
 */
public record DepositConditions(
        Optional<InterestConditions> interest,
        Money minimumBalance,
        TransactionLimits limits,
        List<ProductFee> fees,
        Money overdraftLimit,
        boolean negativeBalanceAllowed,
        boolean feesFromBalance,
        Optional<Money> lowBalanceAlert,
        ProductGlAccounts glAccounts) {
    public static final int MOST_FEES = 50;

    /**
     * How much may leave an account at its holder's wish.
     *
     * @param dailyWithdrawal in cash, on one of its own days
     * @param dailyTransaction in any way, on one of its own days
     * @param monthlyTransaction in any way, in one of its own months
     * @param maxTransaction at once
     */
    public record TransactionLimits(
            Optional<Money> dailyWithdrawal,
            Optional<Money> dailyTransaction,
            Optional<Money> monthlyTransaction,
            Optional<Money> maxTransaction) {
        public static final TransactionLimits NONE =
                new TransactionLimits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @throws IllegalArgumentException if an amount is of another currency or below zero, or parts don't go together */
    public DepositConditions {
        fees = List.copyOf(fees);
        Currency currency = minimumBalance.currency();
        Terms.requireAmounts(
                currency,
                Optional.of(minimumBalance),
                Optional.of(overdraftLimit),
                lowBalanceAlert,
                limits.dailyWithdrawal(),
                limits.dailyTransaction(),
                limits.monthlyTransaction(),
                limits.maxTransaction());
        Terms.require(
                negativeBalanceAllowed || overdraftLimit.isZero(),
                "an overdraft_limit above zero needs allow_negative_balance");
        Terms.require(fees.size() <= MOST_FEES, "a product has at most " + MOST_FEES + " fees");
        Terms.require(
                fees.stream().map(ProductFee::name).distinct().count() == fees.size(),
                "the fees of a product have names of their own");
        Terms.require(
                fees.stream().allMatch(fee -> fee.scale().currency() == currency),
                "a product's fees are in its own currency, " + currency);
        Terms.require(
                interest.stream()
                        .flatMap(earned -> earned.tiers().stream())
                        .allMatch(tier -> tier.from().currency() == currency),
                "the tiers of interest are in the product's own currency, " + currency);
    }

    /** No interest, no fee, no limit, and no overdraft. */
    public static DepositConditions plain(Currency currency) {
        return new DepositConditions(
                Optional.empty(),
                Money.zero(currency),
                TransactionLimits.NONE,
                List.of(),
                Money.zero(currency),
                false,
                true,
                Optional.empty(),
                ProductGlAccounts.NONE);
    }

    /**
     * With a fixed fee for each overdraft, if it lets an account go below zero, is of the fee's currency, and says nothing
     * of such a fee itself.
     */
    public DepositConditions orOverdraftFee(Money amount) {
        String name = "overdraft_fee";
        boolean says = fees.stream()
                .anyMatch(fee ->
                        fee.event() == ProductFee.Event.OVERDRAFT || fee.name().equals(name));
        if (says || !negativeBalanceAllowed || amount.currency() != currency() || fees.size() == MOST_FEES) {
            return this;
        }
        List<ProductFee> more = new ArrayList<>(fees);
        more.add(ProductFee.of(
                name, ProductFee.Event.OVERDRAFT, FeeScale.fixed(amount), ProductFee.Frequency.PER_OCCURRENCE));
        return new DepositConditions(
                interest,
                minimumBalance,
                limits,
                more,
                overdraftLimit,
                true,
                feesFromBalance,
                lowBalanceAlert,
                glAccounts);
    }

    @JsonIgnore
    public Currency currency() {
        return minimumBalance.currency();
    }

    /** The fees that are charged for something. */
    public List<ProductFee> feesFor(ProductFee.Event event) {
        return fees.stream().filter(fee -> fee.event() == event).toList();
    }

    /** Whether being below the minimum costs a fee, and so is not forbidden. */
    @JsonIgnore
    public boolean minimumMayBeMissed() {
        return !feesFor(ProductFee.Event.MINIMUM_BALANCE).isEmpty();
    }
}
