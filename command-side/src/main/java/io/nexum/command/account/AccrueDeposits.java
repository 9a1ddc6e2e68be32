package io.nexum.command.account;

import io.nexum.command.EntityType;
import io.nexum.command.day.DayContext;
import io.nexum.command.day.DayStep;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountStatus;
import java.util.List;

/** The step of the bank's day that accrues the interest of deposit accounts, and posts it when its period ends. */
public final class AccrueDeposits implements DayStep<AccountState> {
    /** The kind of the claims that list the accounts with an agreement on interest. */
    public static final String MEMBERSHIP = "interest_account";

    @Override
    public String name() {
        return "accrue_deposits";
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
                ? List.copyOf(InterestBooking.closeDay(account, day.date()))
                : List.of();
    }
}
