package io.nexum.command.store;

import io.nexum.command.Claim;
import io.nexum.kernel.TenantId;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What one command wants appended, all of it or nothing. {@link #done} completes when it is durable, or with an
 * {@link AppendRejected} or a {@link io.nexum.kernel.RefusedException}.
 */
public final class AppendUnit {
    private final TenantId tenant;
    private final List<NewEvent> events;
    private final List<Claim> claims;
    private final List<StoredAnswer> answers;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    public AppendUnit(TenantId tenant, List<NewEvent> events, List<Claim> claims, List<StoredAnswer> answers) {
        this.tenant = tenant;
        this.events = events;
        this.claims = claims;
        this.answers = answers;
    }

    TenantId tenant() {
        return tenant;
    }

    List<NewEvent> events() {
        return events;
    }

    List<Claim> claims() {
        return claims;
    }

    List<StoredAnswer> answers() {
        return answers;
    }

    public CompletableFuture<Void> done() {
        return done;
    }
}
