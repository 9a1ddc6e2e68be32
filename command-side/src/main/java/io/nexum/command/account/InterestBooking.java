package io.nexum.command.account;

import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountEvent.InterestAccrued;
import io.nexum.kernel.account.InterestPeriod;
import io.nexum.kernel.account.PeriodInterest;
import io.nexum.kernel.interest.InterestFrequency;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.GlRole;
import io.nexum.kernel.transaction.TransactionId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Puts an account's interest in the books, day by day, and posts it to the account.
 *
 * <p>What is booked of a period is always its exact interest, rounded once. So a day books the difference between what
 * should be in the books through it and what is. An entry that counts from an earlier day makes a difference of its
 * own, and a day that comes again makes none.
 */
final class InterestBooking {
    private final LocalDate bookingDate;
    private final List<AccountEvent> events = new ArrayList<>();
    private OpenedAccount account;

    private InterestBooking(OpenedAccount account, LocalDate bookingDate) {
        this.account = account;
        this.bookingDate = bookingDate;
    }

    /** Closes a day, and those before it that were missed; posts what is due to be posted. */
    static List<AccountEvent> closeDay(OpenedAccount account, LocalDate day) {
        InterestBooking booking = new InterestBooking(account, day);
        booking.postPeriodsEndedBy(day);
        booking.accrueThrough(booking.accrualDue(day));
        if (booking.interest().current().conditions().isEmpty()
                && !booking.interest().isAllPosted()) {
            booking.post(day); // a correction of what was earned before interest ended
        }
        return booking.events;
    }

    /** Accrues through a day whatever the frequency, and posts nothing. */
    static List<AccountEvent> accrue(OpenedAccount account, LocalDate day, LocalDate bookingDate) {
        InterestBooking booking = new InterestBooking(account, bookingDate);
        booking.accrueThrough(day);
        return booking.events;
    }

    /** Posts what is due by a day; of an account whose interest is posted by the month, that of a month under way too. */
    static List<AccountEvent> postMonth(OpenedAccount account, LocalDate day, LocalDate bookingDate) {
        InterestBooking booking = new InterestBooking(account, bookingDate);
        booking.postPeriodsEndedBy(day);
        boolean monthly = booking.interest()
                .current()
                .conditions()
                .filter(conditions -> conditions.posting().equals(Optional.of(InterestFrequency.MONTHLY)))
                .isPresent();
        if (monthly && booking.interest().postedThrough().isBefore(day)) {
            booking.accrueThrough(day);
            if (!booking.interest().isAllPosted()) {
                booking.post(day);
            }
        }
        return booking.events;
    }

    /** Accrues through a day and posts everything, as before other conditions begin or before the account closes. */
    static List<AccountEvent> settle(OpenedAccount account, LocalDate through, LocalDate bookingDate) {
        InterestBooking booking = new InterestBooking(account, bookingDate);
        booking.postPeriodsEndedBy(through);
        booking.accrueThrough(through);
        if (!booking.interest().isAllPosted()) {
            booking.post(later(through, booking.interest().bookedThrough()));
        }
        return booking.events;
    }

    private AccountInterest interest() {
        return account.interest().orElseThrow();
    }

    private void postPeriodsEndedBy(LocalDate day) {
        Optional<LocalDate> first = firstToPost(day);
        if (first.isEmpty()) {
            return;
        }
        for (InterestPeriod period : InterestPeriod.in(interest().agreements(), first.get(), day)) {
            if (!period.last().isAfter(day) && !period.last().isBefore(first.get())) {
                accrueThrough(period.last());
                post(period.last());
            }
        }
    }

    /** Periods before this day were posted, or bore no interest; empty if that holds of all through the day. */
    private Optional<LocalDate> firstToPost(LocalDate day) {
        LocalDate notPosted = interest().postedThrough().plusDays(1);
        Optional<LocalDate> first = Stream.concat(
                        firstBooked(notPosted).stream(), interest().pendingThrough(day).stream())
                .min(Comparator.naturalOrder());
        // What is left may be a correction alone, of periods that were posted: it goes with the next end of a period.
        return first.or(() -> Optional.of(interest().bookedThrough())
                        .filter(booked -> !interest().isAllPosted()))
                .map(own -> later(own, notPosted));
    }

    /** The first period with interest that ends on a day or after it. */
    private Optional<LocalDate> firstBooked(LocalDate day) {
        LocalDate start = InterestPeriod.in(interest().agreements(), day, day).stream()
                .map(InterestPeriod::from)
                .findFirst()
                .orElse(day);
        return interest().booked().stream()
                .map(PeriodInterest::from)
                .filter(from -> !from.isBefore(start))
                .findFirst();
    }

    /** The last day through another that interest is accrued on. */
    private LocalDate accrualDue(LocalDate day) {
        return interest()
                .current()
                .conditions()
                .map(conditions -> conditions.accrual())
                .map(frequency -> frequency.startOfPeriod(day.plusDays(1)).minusDays(1))
                .orElse(day);
    }

    private void accrueThrough(LocalDate day) {
        Optional<LocalDate> pending = interest().pendingThrough(day);
        if (pending.isEmpty()) {
            return;
        }
        LocalDate through = later(day, interest().bookedThrough());
        Money earned = Money.zero(account.currency());
        Money charged = earned;
        List<PeriodInterest> changed = new ArrayList<>();
        for (InterestPeriod period : InterestPeriod.in(interest().agreements(), pending.get(), through)) {
            if (period.from().isBefore(interest().balances().since())) {
                continue;
            }
            PeriodInterest before = interest().booked(period.from());
            PeriodInterest now = period.through(through, interest().balances(), account.currency());
            if (!now.equals(before)) {
                earned = earned.plus(now.earned()).minus(before.earned());
                charged = charged.plus(now.charged()).minus(before.charged());
                changed.add(now);
            }
        }
        if (!changed.isEmpty()) {
            List<JournalLine> lines = new ArrayList<>();
            lines.addAll(owed(
                    gl(GlRole.INTEREST_EXPENSE, DefaultChart.INTEREST_EXPENSE),
                    gl(GlRole.INTEREST_PAYABLE, DefaultChart.INTEREST_PAYABLE),
                    earned));
            lines.addAll(owed(
                    gl(GlRole.INTEREST_RECEIVABLE, DefaultChart.INTEREST_RECEIVABLE),
                    gl(GlRole.INTEREST_INCOME, DefaultChart.INTEREST_INCOME),
                    charged));
            happen(new InterestAccrued(
                    account.id(), nextId(), bookingDate, through, earned, charged, List.copyOf(changed), lines));
        }
    }

    private void post(LocalDate through) {
        List<AccountEvent> posting = InterestPosting.of(account, through, bookingDate);
        posting.forEach(this::happen);
    }

    private void happen(AccountEvent event) {
        events.add(event);
        account = (OpenedAccount) AccountState.evolve(account, event);
    }

    private GlCode gl(GlRole role, GlCode usual) {
        return interest().current().glAccounts().of(role, usual);
    }

    private TransactionId nextId() {
        return idOf(account, "accrual");
    }

    /** The same for the same decision, so that to decide twice can't book twice. */
    static TransactionId idOf(OpenedAccount account, String what) {
        String name = "interest/" + account.id() + "/"
                + account.interest().orElseThrow().entries() + "/" + what;
        return new TransactionId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<JournalLine> owed(GlCode debited, GlCode credited, Money amount) {
        if (amount.isZero()) {
            return List.of();
        }
        Money size = amount.isNegative() ? amount.negated() : amount;
        List<JournalLine> lines = List.of(JournalLine.debit(debited, size), JournalLine.credit(credited, size));
        return amount.isNegative() ? lines.stream().map(JournalLine::mirrored).toList() : lines;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
