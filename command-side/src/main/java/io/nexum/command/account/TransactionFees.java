package io.nexum.command.account;

import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountRefusal;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductFee.Event;
import io.nexum.kernel.transaction.Movement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The fees of its product that an account pays with its holder's own transaction. */
public final class TransactionFees {
    private TransactionFees() {}

    /**
     * The fees of a movement out of an account, which are charged with it or not at all.
     *
     * @param account as it was before the movement
     * @param events what the movement makes happen
     * @throws RefusedException if amount and fees together are more than can be spent
     */
    public static List<AccountEvent> after(
            OpenedAccount account, List<AccountEvent> events, Movement movement, Instant at) {
        if (account.terms().isEmpty() || !AccountPostings.countsTowardsLimits(movement.type())) {
            return List.of();
        }
        AccountTerms terms = account.terms().get();
        OpenedAccount now = evolved(account, events);
        Money balance = now.balance();
        List<Charge> charges = new ArrayList<>(charges(terms, Event.TRANSACTION, movement.amount(), balance, movement));
        if (balance.isNegative()) {
            charges.addAll(charges(terms, Event.OVERDRAFT, balance.negated(), balance, movement));
        }
        mustBeSpendable(account, now, movement, charges, at);
        List<AccountEvent> charged = new ArrayList<>();
        for (Charge charge : charges) {
            List<AccountEvent> one = FeePostings.charge(
                    now,
                    charge.fee,
                    charge.amount,
                    movement.transaction().toString(),
                    movement.bookingDate(),
                    movement.valueDate(),
                    at);
            charged.addAll(one);
            now = evolved(now, one);
        }
        return charged;
    }

    private record Charge(ProductFee fee, Money amount) {}

    private static List<Charge> charges(AccountTerms terms, Event event, Money base, Money balance, Movement movement) {
        return terms.conditions().feesFor(event).stream()
                .filter(fee -> FeePostings.applies(fee, balance) && terms.isDue(fee, movement.bookingDate()))
                .map(fee -> new Charge(fee, fee.scale().on(base)))
                .filter(charge -> charge.amount.isPositive())
                .toList();
    }

    private static void mustBeSpendable(
            OpenedAccount before, OpenedAccount after, Movement movement, List<Charge> charges, Instant at) {
        Money fees = charges.stream().map(Charge::amount).reduce(Money.zero(before.currency()), Money::plus);
        if (fees.isMoreThan(after.spendable(at)) && fees.isPositive()) {
            throw new RefusedException(new AccountRefusal.InsufficientFunds(
                    before.id(), movement.amount().plus(fees), before.spendable(at)));
        }
    }

    private static OpenedAccount evolved(OpenedAccount account, List<AccountEvent> events) {
        OpenedAccount now = account;
        for (AccountEvent event : events) {
            if (event.account().equals(account.id())) {
                now = (OpenedAccount) AccountState.evolve(now, event);
            }
        }
        return now;
    }
}
