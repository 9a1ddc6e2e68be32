package io.nexum.command.store;

import io.nexum.command.Claim;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What one command wants appended, all of it or nothing. {@link #done} completes when it is durable, or with an
 * {@link AppendRejected} or a {@link io.nexum.kernel.RefusedException}.
 *
 * <p>A unit without events only asks whether what the command has seen is so.
 */
public final class AppendUnit {
    private final TenantId tenant;
    private final Map<StreamId, Seen> seen;
    private final List<NewEvent> events;
    private final List<Claim> claims;
    private final List<Released> released;
    private final List<StoredAnswer> answers;
    private final List<StreamId> erased;
    private final CompletableFuture<Void> done;

    /**
     * @param seen every stream that the command was decided on
     * @param done completed by the appender
     */
    public AppendUnit(
            TenantId tenant,
            Map<StreamId, Seen> seen,
            List<NewEvent> events,
            List<Claim> claims,
            List<StoredAnswer> answers,
            CompletableFuture<Void> done) {
        this(tenant, seen, events, claims, List.of(), answers, List.of(), done);
    }

    /**
     * @param released claims that are given back in the transaction of the events
     * @param erased the subjects whose data keys are destroyed in the transaction of the events
     */
    public AppendUnit(
            TenantId tenant,
            Map<StreamId, Seen> seen,
            List<NewEvent> events,
            List<Claim> claims,
            List<Released> released,
            List<StoredAnswer> answers,
            List<StreamId> erased,
            CompletableFuture<Void> done) {
        // One statement does both, and neither sees the other.
        if (released.stream().anyMatch(gone -> claims.stream().anyMatch(gone::frees))) {
            throw new IllegalArgumentException("one of " + claims + " is claimed and released");
        }
        this.released = released;
        this.erased = erased;
        this.tenant = tenant;
        this.seen = seen;
        this.events = events;
        this.claims = claims;
        this.answers = answers;
        this.done = done;
    }

    public TenantId tenant() {
        return tenant;
    }

    Map<StreamId, Seen> seen() {
        return seen;
    }

    /** Whether it brings the first event of a stream; the table's own key tells then whether it is the first. */
    boolean starts(StreamId stream) {
        return events.stream()
                .anyMatch(event -> event.sequence() == 0 && event.stream().equals(stream));
    }

    List<NewEvent> events() {
        return events;
    }

    List<Claim> claims() {
        return claims;
    }

    List<Released> released() {
        return released;
    }

    List<StreamId> erased() {
        return erased;
    }

    List<StoredAnswer> answers() {
        return answers;
    }

    public CompletableFuture<Void> done() {
        return done;
    }
}
