package io.nexum.query.audit;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.audit.AuditQuery;
import io.nexum.kernel.audit.AuditQuery.FindAuditEvents;
import io.nexum.kernel.audit.AuditQuery.ReplayAccount;
import io.nexum.kernel.audit.AuditQuery.ReplayTrialBalance;
import io.nexum.kernel.audit.AuditQuery.VerifyIntegrity;
import io.nexum.kernel.store.Stores;
import io.nexum.query.log.EventReader;
import io.nexum.query.readmodel.ReadDatabase;
import java.util.Optional;

/** Answers every question about the log itself, from the log alone. */
public final class AuditAnswers {
    private final Stores stores;
    private final AuditSearch search;
    private final Replay replay;

    public AuditAnswers(Stores stores, ReadDatabase database, EventReader events) {
        this.stores = stores;
        this.search = new AuditSearch(database, events.personal());
        this.replay = new Replay(stores, database, events);
    }

    public Object answer(AuditQuery<?> query, TenantId tenant) {
        return switch (query) {
            case FindAuditEvents find -> search.find(find, tenant);
            case VerifyIntegrity verify ->
                LogVerifier.database(stores, tenant, verify.from(), verify.to(), Optional.empty(), checked -> {});
            case ReplayAccount account -> replay.account(account, tenant);
            case ReplayTrialBalance balance -> replay.trialBalance(balance, tenant);
        };
    }
}
