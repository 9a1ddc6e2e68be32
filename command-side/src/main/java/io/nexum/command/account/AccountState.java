package io.nexum.command.account;

import io.nexum.command.EntityType;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountEvent.AccountChanged;
import io.nexum.kernel.account.AccountEvent.AccountClosed;
import io.nexum.kernel.account.AccountEvent.AccountCredited;
import io.nexum.kernel.account.AccountEvent.AccountDebited;
import io.nexum.kernel.account.AccountEvent.AccountFrozen;
import io.nexum.kernel.account.AccountEvent.AccountOpened;
import io.nexum.kernel.account.AccountEvent.AccountUnfrozen;
import io.nexum.kernel.account.AccountEvent.HoldExpired;
import io.nexum.kernel.account.AccountEvent.HoldPlaced;
import io.nexum.kernel.account.AccountEvent.HoldReleased;
import io.nexum.kernel.account.AccountEvent.InterestAccrued;
import io.nexum.kernel.account.AccountEvent.InterestAgreed;
import io.nexum.kernel.account.AccountEvent.InterestPosted;
import io.nexum.kernel.account.AccountEvent.LowBalanceReached;
import io.nexum.kernel.account.AccountEvent.MonthlyFeesSettled;
import io.nexum.kernel.account.AccountEvent.ProductAssigned;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountStatus;
import io.nexum.kernel.log.StreamId;

/** What an account's rules need to know of it, and how each event changes that. */
public sealed interface AccountState permits AccountState.Unopened, OpenedAccount {
    EntityType<AccountState> TYPE =
            new EntityType<>("account", new Unopened(), OpenedAccount.class, "2", AccountState::evolve);

    /** Nothing has happened to it. */
    record Unopened() implements AccountState {}

    static StreamId streamOf(AccountId account) {
        return TYPE.stream(account);
    }

    static AccountState evolve(AccountState before, DomainEvent happened) {
        AccountEvent event = (AccountEvent) happened;
        if (event instanceof AccountOpened opened) {
            return OpenedAccount.by(opened);
        }
        OpenedAccount account = (OpenedAccount) before;
        return switch (event) {
            case AccountOpened opened -> OpenedAccount.by(opened);
            case AccountCredited credited -> account.credited(credited);
            case AccountDebited debited -> account.debited(debited);
            case HoldPlaced placed -> account.withHolds(account.holds().place(placed));
            case HoldReleased released -> account.withHolds(account.holds().end(released.hold()));
            case HoldExpired expired -> account.withHolds(account.holds().end(expired.hold()));
            case AccountFrozen frozen -> account.withStatus(AccountStatus.FROZEN);
            case AccountUnfrozen unfrozen -> account.withStatus(AccountStatus.ACTIVE);
            case AccountClosed closed -> account.withStatus(AccountStatus.CLOSED);
            case AccountChanged changed -> account.changed(changed);
            case InterestAgreed agreed -> account.agreed(agreed);
            case InterestAccrued accrued -> account.accrued(accrued);
            case InterestPosted posted -> account.posted(posted);
            case LowBalanceReached reached -> account;
            case ProductAssigned assigned -> account.assigned(assigned);
            case MonthlyFeesSettled settled -> account.settled(settled);
        };
    }
}
