package io.nexum.command.account;

import io.nexum.command.Claim;
import io.nexum.command.EntityType;
import io.nexum.command.Workspace;
import io.nexum.command.day.DayContext;
import io.nexum.command.day.DayStep;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.account.AccountId;
import java.util.List;

/** The monthly fees of accounts as work of the bank's day. */
public final class ChargeMonthlyFees implements DayStep<AccountState> {
    /** The kind of the claims that list the accounts whose product has monthly fees. */
    static final String MEMBERSHIP = "open_account_with_fees";

    @Override
    public String name() {
        return "charge_monthly_fees";
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
        return state instanceof OpenedAccount account ? MonthlyFees.decide(account, day.date(), day.at()) : List.of();
    }

    /**
     * Lets an account take part from now on, or no longer, where a command has changed that.
     *
     * @param before as it was before the command
     */
    static void enrol(AccountId id, AccountState before, Workspace work) {
        String account = id.toString();
        boolean tookPart = before instanceof OpenedAccount opened && MonthlyFees.areIn(opened);
        boolean takesPart = MonthlyFees.areIn(AccountCommands.load(id, work));
        if (takesPart && !tookPart) {
            work.claim(new Claim(MEMBERSHIP, account, new Refusals.AlreadyTaken("monthly fees of account", account)));
        } else if (tookPart && !takesPart) {
            work.release(MEMBERSHIP, account);
        }
    }
}
