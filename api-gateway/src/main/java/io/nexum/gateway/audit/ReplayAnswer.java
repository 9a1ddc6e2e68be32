package io.nexum.gateway.audit;

import io.nexum.gateway.account.AccountAnswer;
import io.nexum.kernel.account.AccountQuery.AccountView;
import io.nexum.kernel.audit.AuditQuery.Replayed;
import io.nexum.kernel.ledger.LedgerQuery.TrialBalance;
import java.time.Instant;
import java.util.Optional;

/** What was so after a position of the log. */
final class ReplayAnswer {
    private ReplayAnswer() {}

    record ReplayedAccount(long position, Optional<Instant> recordedAt, AccountAnswer account) {
        static ReplayedAccount of(Replayed<AccountView> replayed) {
            return new ReplayedAccount(replayed.position(), replayed.recordedAt(), AccountAnswer.of(replayed.state()));
        }
    }

    record ReplayedTrialBalance(long position, Optional<Instant> recordedAt, TrialBalance trialBalance) {
        static ReplayedTrialBalance of(Replayed<TrialBalance> replayed) {
            return new ReplayedTrialBalance(replayed.position(), replayed.recordedAt(), replayed.state());
        }
    }
}
