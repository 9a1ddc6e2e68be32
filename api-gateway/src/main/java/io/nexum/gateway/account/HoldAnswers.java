package io.nexum.gateway.account;

import io.nexum.kernel.Page;
import io.nexum.kernel.account.AccountCommand.HoldAnswer;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountQuery.HoldView;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.account.HoldStatus;
import io.nexum.kernel.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is told of holds. */
final class HoldAnswers {
    private HoldAnswers() {}

    /**
     * A hold after a command on it, and what the account has and can spend beside it.
     *
     * @param id the same as {@code holdId}
     */
    record HoldNow(
            HoldId holdId,
            HoldId id,
            AccountId accountId,
            Money amount,
            Money remaining,
            String reason,
            HoldStatus status,
            Optional<Instant> expiresAt,
            Money balance,
            Money availableBalance) {
        static HoldNow of(HoldAnswer answer) {
            return new HoldNow(
                    answer.hold().id(),
                    answer.hold().id(),
                    answer.account(),
                    answer.hold().amount(),
                    answer.hold().remaining(),
                    answer.hold().reason(),
                    answer.status(),
                    answer.hold().expiresAt(),
                    answer.balance(),
                    answer.available());
        }
    }

    /** @param id the same as {@code holdId} */
    record ListedHold(
            HoldId holdId,
            HoldId id,
            AccountId accountId,
            Money amount,
            Money captured,
            Money remaining,
            String reason,
            HoldStatus status,
            Optional<Instant> expiresAt,
            Instant createdAt) {
        static ListedHold of(HoldView hold) {
            return new ListedHold(
                    hold.id(),
                    hold.id(),
                    hold.account(),
                    hold.amount(),
                    hold.captured(),
                    hold.remaining(),
                    hold.reason(),
                    hold.status(),
                    hold.expiresAt(),
                    hold.placedAt());
        }
    }

    record HoldList(List<ListedHold> holds, long total, int skip, int limit) {
        static HoldList of(Page<HoldView> page) {
            return new HoldList(
                    page.items().stream().map(ListedHold::of).toList(), page.total(), page.skip(), page.limit());
        }
    }
}
