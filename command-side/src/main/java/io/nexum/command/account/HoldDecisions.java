package io.nexum.command.account;

import io.nexum.command.Workspace;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountCommand.ExpireHolds;
import io.nexum.kernel.account.AccountCommand.HoldAnswer;
import io.nexum.kernel.account.AccountCommand.PlaceHold;
import io.nexum.kernel.account.AccountCommand.ReleaseHold;
import io.nexum.kernel.account.AccountEvent.HoldExpired;
import io.nexum.kernel.account.AccountEvent.HoldPlaced;
import io.nexum.kernel.account.AccountEvent.HoldReleased;
import io.nexum.kernel.account.AccountRefusal;
import io.nexum.kernel.account.Hold;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.account.HoldStatus;
import io.nexum.kernel.money.Money;
import java.time.Instant;
import java.util.List;

/** Setting money aside on an account and letting it go again; capturing it is a movement of money. */
final class HoldDecisions {
    private HoldDecisions() {}

    static HoldAnswer place(PlaceHold command, Workspace work) {
        OpenedAccount account = AccountCommands.load(command.account(), work);
        Instant at = work.at();
        Money amount = command.amount();
        AccountRules.mustBePositive(amount);
        AccountRules.mustBeActive(account);
        AccountRules.mustBeInAccountCurrency(account, amount);
        if (command.expiresAt().filter(expiry -> !expiry.isAfter(at)).isPresent()) {
            throw new RefusedException(new AccountRefusal.HoldExpiresInThePast());
        }
        if (account.holds().find(command.hold()).isPresent()) {
            throw new RefusedException(
                    new Refusals.AlreadyTaken("hold id", command.hold().toString()));
        }
        if (account.holds().active().size() >= Holds.MOST) {
            throw new RefusedException(new AccountRefusal.TooManyHolds(account.id(), Holds.MOST));
        }
        AccountRules.mustBeSpendable(account, amount, account.spendable(at));
        AccountRules.mustBeWithinLimits(account, amount, at);
        work.record(new HoldPlaced(account.id(), command.hold(), amount, command.reason(), command.expiresAt()));
        Hold placed = new Hold(command.hold(), amount, amount, command.reason(), command.expiresAt());
        return new HoldAnswer(
                account.id(),
                placed,
                HoldStatus.ACTIVE,
                account.balance(),
                account.available(at).minus(amount));
    }

    static HoldAnswer release(ReleaseHold command, Workspace work) {
        OpenedAccount account = AccountCommands.load(command.account(), work);
        Hold hold = AccountRules.mustHaveActiveHold(account, command.hold(), work.at());
        work.record(new HoldReleased(account.id(), hold.id(), hold.remaining(), command.reason()));
        return new HoldAnswer(
                account.id(),
                hold.lessen(hold.remaining()),
                HoldStatus.RELEASED,
                account.balance(),
                account.available(work.at()).plus(hold.remaining()));
    }

    static List<HoldId> expire(ExpireHolds command, Workspace work) {
        OpenedAccount account = AccountCommands.load(command.account(), work);
        List<Hold> expired = account.holds().expiredAt(work.at());
        expired.forEach(hold -> work.record(new HoldExpired(account.id(), hold.id(), hold.remaining())));
        return expired.stream().map(Hold::id).toList();
    }
}
