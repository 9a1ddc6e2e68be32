package io.nexum.command.account;

import io.nexum.command.EntityType;
import io.nexum.command.day.DayContext;
import io.nexum.command.day.DayStep;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountStatus;
import java.time.LocalDate;
import java.util.List;

/** The interest of deposit accounts as work of the bank's day: accrued, and posted when its period ends. */
public final class DepositInterest implements DayStep<AccountState> {
    /** The kind of the claims that list the accounts with an agreement on interest. */
    static final String MEMBERSHIP = "open_interest_account";

    /** What is booked for an account and a day. */
    @FunctionalInterface
    private interface Booking {
        List<AccountEvent> of(OpenedAccount account, LocalDate day);
    }

    private final String name;
    private final Booking booking;

    private DepositInterest(String name, Booking booking) {
        this.name = name;
        this.booking = booking;
    }

    /** The step of the day's close. */
    public static DepositInterest accrueAndPost() {
        return new DepositInterest("accrue_deposits", InterestBooking::closeDay);
    }

    /**
     * Accrues, and leaves the posting to another time.
     *
     * @param bookingDate the bank's day, on which it is booked; the date that is asked for may be an earlier one
     */
    public static DepositInterest accrue(LocalDate bookingDate) {
        return new DepositInterest(
                "accrue_interest", (account, day) -> InterestBooking.accrue(account, day, bookingDate));
    }

    /**
     * Posts what is posted by the month, be the month over or not; and what else is due.
     *
     * @param bookingDate the bank's day, on which it is booked; the date that is asked for may be an earlier one
     */
    public static DepositInterest postMonth(LocalDate bookingDate) {
        return new DepositInterest(
                "post_interest", (account, day) -> InterestBooking.postMonth(account, day, bookingDate));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public EntityType<AccountState> type() {
        return AccountState.TYPE;
    }

    @Override
    public String membership() {
        return MEMBERSHIP;
    }

    @Override
    public List<DomainEvent> decide(AccountState state, DayContext day) {
        return state instanceof OpenedAccount account
                        && account.status() != AccountStatus.CLOSED
                        && account.interest().isPresent()
                ? List.copyOf(booking.of(account, day.date()))
                : List.of();
    }
}
