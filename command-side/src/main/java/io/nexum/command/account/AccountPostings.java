package io.nexum.command.account;

import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountEvent.AccountCredited;
import io.nexum.kernel.account.AccountEvent.AccountDebited;
import io.nexum.kernel.account.AccountEvent.LowBalanceReached;
import io.nexum.kernel.account.AccountRefusal;
import io.nexum.kernel.account.Hold;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.account.ProductType;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.Side;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.Movement;
import io.nexum.kernel.transaction.TransactionType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides whether an account takes or gives an amount, and what it then tells. */
public final class AccountPostings {
    /** No account holds so much; the sums of the books have room for many that nearly do. */
    private static final BigDecimal BALANCES_BELOW = BigDecimal.TEN.pow(18);

    private AccountPostings() {}

    /** The control account that sums up all accounts of a product type. */
    public static GlCode controlAccountOf(ProductType type) {
        return switch (type) {
            case CHECKING -> DefaultChart.CHECKING_DEPOSITS;
            case SAVINGS -> DefaultChart.SAVINGS_DEPOSITS;
            case WALLET -> DefaultChart.WALLET_BALANCES;
            case LOAN -> DefaultChart.BORROWER_BALANCES;
        };
    }

    /**
     * Money comes to the account.
     *
     * @param against the line at the other end of the books, empty if another event tells it
     */
    public static List<AccountEvent> credit(OpenedAccount account, Movement movement, Optional<JournalLine> against) {
        mustTake(account, movement);
        Money balance = account.balance().plus(movement.amount());
        if (balance.amount().compareTo(BALANCES_BELOW) >= 0) {
            throw new RefusedException(new AccountRefusal.AmountTooLarge(account.id()));
        }
        JournalLine own = line(account, Side.CREDIT, movement.amount());
        return List.of(new AccountCredited(account.id(), movement, balance, lines(against, own)));
    }

    /** Money leaves the account, out of what can be spent. */
    public static List<AccountEvent> debit(
            OpenedAccount account, Movement movement, Optional<JournalLine> against, Instant at) {
        mustTake(account, movement);
        AccountRules.mustBeSpendable(account, movement.amount(), account.spendable(at));
        return debited(account, movement, Optional.empty(), against, at);
    }

    /** Money leaves the account that a hold has set aside for it. */
    public static List<AccountEvent> capture(
            OpenedAccount account, HoldId id, Movement movement, Optional<JournalLine> against, Instant at) {
        mustTake(account, movement);
        Hold hold = AccountRules.mustHaveActiveHold(account, id, at);
        if (movement.amount().isMoreThan(hold.remaining())) {
            throw new RefusedException(new AccountRefusal.CaptureAboveHold(id, movement.amount(), hold.remaining()));
        }
        // Limits lowered or a minimum raised since the hold was placed must not let the balance fall below its floor.
        AccountRules.mustBeSpendable(
                account, movement.amount(), account.spendable(at).plus(hold.remaining()));
        return debited(account, movement, Optional.of(id), against, at);
    }

    private static List<AccountEvent> debited(
            OpenedAccount account,
            Movement movement,
            Optional<HoldId> hold,
            Optional<JournalLine> against,
            Instant at) {
        boolean counts = countsTowardsLimits(movement.type());
        // What a hold set aside was within the limits when it was placed, and was promised then.
        if (counts && hold.isEmpty()) {
            AccountRules.mustBeWithinLimits(account, movement.amount(), at);
            if (movement.type() == TransactionType.WITHDRAWAL) {
                AccountRules.mustBeWithinWithdrawalLimit(account, movement.amount(), at);
            }
        }
        Optional<LocalDate> countsOn = counts ? Optional.of(account.dayAt(at)) : Optional.empty();
        Money balance = account.balance().minus(movement.amount());
        JournalLine own = line(account, Side.DEBIT, movement.amount());
        List<AccountEvent> events = new ArrayList<>(2);
        events.add(new AccountDebited(account.id(), movement, balance, hold, countsOn, lines(against, own)));
        account.limits()
                .lowBalanceAlert()
                .filter(threshold ->
                        balance.isLessThan(threshold) && !account.balance().isLessThan(threshold))
                .ifPresent(threshold -> events.add(new LowBalanceReached(account.id(), balance, threshold)));
        return events;
    }

    private static void mustTake(OpenedAccount account, Movement movement) {
        AccountRules.mustBePositive(movement.amount());
        AccountRules.mustBeActive(account);
        AccountRules.mustBeInAccountCurrency(account, movement.amount());
        AccountRules.mustAllowValueDate(movement.valueDate(), movement.bookingDate());
    }

    /** Limits hold back the holder, not the bank: its fees and corrections don't count. */
    static boolean countsTowardsLimits(TransactionType type) {
        return switch (type) {
            case WITHDRAWAL, TRANSFER_INTERNAL, TRANSFER_EXTERNAL, PAYMENT -> true;
            case DEPOSIT, FEE, INTEREST_CREDIT, INTEREST_DEBIT, REVERSAL, ADJUSTMENT -> false;
        };
    }

    private static JournalLine line(OpenedAccount account, Side side, Money amount) {
        GlCode control = account.controlAccount();
        return side == Side.DEBIT
                ? JournalLine.debit(control, account.id(), amount)
                : JournalLine.credit(control, account.id(), amount);
    }

    private static List<JournalLine> lines(Optional<JournalLine> against, JournalLine own) {
        return against.map(other -> List.of(own, other)).orElseGet(() -> List.of(own));
    }
}
