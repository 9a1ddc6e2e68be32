package io.nexum.command.account;

import io.nexum.kernel.account.AccountEvent.AccountCredited;
import io.nexum.kernel.account.AccountEvent.BalanceChanged;
import io.nexum.kernel.account.AccountEvent.InterestAccrued;
import io.nexum.kernel.account.AccountEvent.InterestPosted;
import io.nexum.kernel.account.InterestAgreement;
import io.nexum.kernel.account.InterestPeriod;
import io.nexum.kernel.account.PeriodInterest;
import io.nexum.kernel.interest.BalanceHistory;
import io.nexum.kernel.interest.BalanceRun;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.Movement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an account's interest depends on, and what of it is in the books. It looks back {@value #YEARS_KEPT} years, so
 * far as an entry may count from an earlier day.
 *
 * @param agreements in the order of their days, at least one
 * @param balances each day's balance, from the first day that is kept
 * @param booked the interest of each period that is kept, in their order, those without any left out
 * @param bookedThrough the last day whose interest is in the books
 * @param postedThrough the last day whose interest went to the account
 * @param disturbed the earliest day whose balance has changed since its interest was booked
 * @param earned what accrued to the holder and was not posted
 * @param charged what the holder came to owe and was not posted
 * @param entries how many times interest was accrued or posted
 */
public record AccountInterest(
        List<InterestAgreement> agreements,
        BalanceHistory balances,
        List<PeriodInterest> booked,
        LocalDate bookedThrough,
        LocalDate postedThrough,
        Optional<LocalDate> disturbed,
        Money earned,
        Money charged,
        long entries) {
    static final int YEARS_KEPT = 2;

    static AccountInterest begun(InterestAgreement agreement, Money balance) {
        Money nothing = Money.zero(balance.currency());
        LocalDate before = agreement.from().minusDays(1);
        return new AccountInterest(
                List.of(agreement),
                BalanceHistory.startingOn(agreement.from(), balance.amount()),
                List.of(),
                before,
                before,
                Optional.empty(),
                nothing,
                nothing,
                0);
    }

    /** The conditions of now, which are those of the last agreement. */
    InterestAgreement current() {
        return agreements.getLast();
    }

    /** The earliest day that an entry may count from, once the account's first days are kept no longer. */
    Optional<LocalDate> earliestValueDate() {
        return Optional.of(balances.since())
                .filter(since -> agreements.getFirst().from().isBefore(since));
    }

    PeriodInterest booked(LocalDate period) {
        return booked.stream()
                .filter(interest -> interest.from().equals(period))
                .findFirst()
                .orElseGet(() -> PeriodInterest.none(period, currency()));
    }

    boolean isAllPosted() {
        return earned.isZero() && charged.isZero();
    }

    /**
     * The first day through another whose interest is not in the books, though it may bear some: it has a balance, or
     * what accrued before depends on it, as on a mean.
     */
    Optional<LocalDate> pendingThrough(LocalDate day) {
        if (disturbed.filter(first -> !first.isAfter(day)).isPresent()) {
            return disturbed;
        }
        if (!bookedThrough.isBefore(day)) {
            return Optional.empty();
        }
        if (!isAllPosted()) {
            return Optional.of(bookedThrough.plusDays(1));
        }
        return balances.runs(bookedThrough.plusDays(1), day.plusDays(1)).stream()
                .filter(run -> run.balance().signum() != 0)
                .map(BalanceRun::from)
                .findFirst();
    }

    AccountInterest agreed(InterestAgreement agreement) {
        List<InterestAgreement> more = new ArrayList<>(agreements);
        if (current().from().equals(agreement.from())) {
            more.removeLast();
        }
        more.add(agreement);
        // What was booked for the day itself, and for later ones, was under the conditions before.
        Optional<LocalDate> earliest = agreement.from().isAfter(bookedThrough)
                ? disturbed
                : Optional.of(earlier(disturbed, agreement.from().minusDays(1)));
        return with(List.copyOf(more), balances, booked, earliest);
    }

    AccountInterest moved(BalanceChanged event) {
        BigDecimal size = event.movement().amount().amount();
        BigDecimal amount = event instanceof AccountCredited ? size : size.negate();
        LocalDate day = countsFrom(event.movement());
        Optional<LocalDate> earliest = day.isAfter(bookedThrough) ? disturbed : Optional.of(earlier(disturbed, day));
        return with(agreements, balances.plus(day, amount), booked, earliest);
    }

    /** Interest is posted when its last day is over, so it earns from the next one on. */
    private static LocalDate countsFrom(Movement movement) {
        return movement.type().isOfInterest() ? movement.valueDate().plusDays(1) : movement.valueDate();
    }

    AccountInterest accrued(InterestAccrued event) {
        List<PeriodInterest> now = new ArrayList<>(booked);
        for (PeriodInterest period : event.periods()) {
            now.removeIf(before -> before.from().equals(period.from()));
            now.add(period);
        }
        now.sort((one, other) -> one.from().compareTo(other.from()));
        return new AccountInterest(
                agreements,
                balances,
                List.copyOf(now),
                later(bookedThrough, event.valueDate()),
                postedThrough,
                Optional.empty(),
                earned.plus(event.earned()),
                charged.plus(event.charged()),
                entries + 1);
    }

    AccountInterest posted(InterestPosted event) {
        LocalDate through = later(bookedThrough, event.through());
        AccountInterest after = new AccountInterest(
                agreements,
                balances,
                booked,
                through,
                later(postedThrough, event.through()),
                event.through().isBefore(through) ? disturbed : Optional.empty(),
                earned.minus(event.earned()),
                charged.minus(event.charged()),
                entries + 1);
        return after.keptFrom(after.postedThrough.minusYears(YEARS_KEPT));
    }

    /** Forgets what is too old to be changed; a period is kept whole. */
    private AccountInterest keptFrom(LocalDate day) {
        LocalDate kept = disturbed.filter(first -> first.isBefore(day)).orElse(day);
        LocalDate from = InterestPeriod.in(agreements, kept, kept).stream()
                .findFirst()
                .map(InterestPeriod::from)
                .orElse(kept);
        if (!from.isAfter(balances.since())) {
            return this;
        }
        List<InterestAgreement> inForce = new ArrayList<>(agreements);
        while (inForce.size() > 1 && !inForce.get(1).from().isAfter(from)) {
            inForce.removeFirst();
        }
        return with(
                List.copyOf(inForce),
                balances.from(from),
                booked.stream().filter(period -> !period.from().isBefore(from)).toList(),
                disturbed);
    }

    private AccountInterest with(
            List<InterestAgreement> newAgreements,
            BalanceHistory newBalances,
            List<PeriodInterest> newBooked,
            Optional<LocalDate> newDisturbed) {
        return new AccountInterest(
                newAgreements,
                newBalances,
                newBooked,
                bookedThrough,
                postedThrough,
                newDisturbed,
                earned,
                charged,
                entries);
    }

    private Currency currency() {
        return earned.currency();
    }

    private static LocalDate earlier(Optional<LocalDate> one, LocalDate other) {
        return one.filter(day -> day.isBefore(other)).orElse(other);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
