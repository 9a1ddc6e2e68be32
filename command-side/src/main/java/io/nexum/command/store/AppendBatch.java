package io.nexum.command.store;

import io.nexum.command.store.AppendRejected.VersionConflict;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.HashChain;
import io.nexum.kernel.log.StreamId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The units of one append: those that fit the log as it is, with positions and hashes. Units that were decided on what
 * isn't so are rejected one by one while the batch is made, and with each those that were decided on top of it. A unit
 * that wants what another of the batch takes or gives back is left out and not rejected: nobody has it, or has it no
 * longer, until the batch is durable.
 */
final class AppendBatch {
    private final TenantId tenant;
    private final ChainHead start;
    private final List<AppendUnit> units = new ArrayList<>();
    private final List<NewEvent> events = new ArrayList<>();
    private final List<byte[]> hashes = new ArrayList<>();
    private final Map<StreamId, Long> newVersions = new HashMap<>();
    private final Set<String> claims = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private final IdentityHashMap<CompletableFuture<Void>, AppendUnit> leftOut = new IdentityHashMap<>();
    private ChainHead end;

    private AppendBatch(TenantId tenant, ChainHead start) {
        this.tenant = tenant;
        this.start = start;
        this.end = start;
    }

    /**
     * @param known the last sequence of every stream that the units were decided on
     * @param conflicts told of each unit that was decided on what isn't so
     */
    static AppendBatch of(
            TenantId tenant,
            ChainHead start,
            List<AppendUnit> units,
            StreamVersions known,
            HashChain chain,
            Conflicts conflicts) {
        AppendBatch batch = new AppendBatch(tenant, start);
        for (AppendUnit unit : units) {
            Optional<StreamId> movedOn = batch.findMovedOn(unit, known);
            if (movedOn.isPresent()) {
                batch.leftOut.put(unit.done(), unit);
                conflicts.reject(unit, new VersionConflict(movedOn.get()));
            } else if (batch.wantsWhatIsTaken(unit)) {
                batch.leftOut.put(unit.done(), unit);
            } else {
                batch.add(unit, chain);
            }
        }
        return batch;
    }

    private Optional<StreamId> findMovedOn(AppendUnit unit, StreamVersions known) {
        return unit.seen().entrySet().stream()
                .filter(entry -> {
                    Seen seen = entry.getValue();
                    return lastOf(entry.getKey(), known) != seen.sequence()
                            || seen.neverWritten()
                            || leftOut.containsKey(seen.written());
                })
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean wantsWhatIsTaken(AppendUnit unit) {
        return unit.claims().stream().anyMatch(claim -> claims.contains(LogFacts.key(claim)))
                || unit.released().stream().anyMatch(released -> claims.contains(LogFacts.key(released)))
                || unit.answers().stream().anyMatch(answer -> keys.contains(answer.key()));
    }

    private long lastOf(StreamId stream, StreamVersions known) {
        Long inBatch = newVersions.get(stream);
        if (inBatch != null) {
            return inBatch;
        }
        Long before = known.of(stream);
        // A stream that nobody looked up is one whose first event comes now; the table's own key checks that.
        return before == null ? -1 : before;
    }

    private void add(AppendUnit unit, HashChain chain) {
        units.add(unit);
        for (NewEvent event : unit.events()) {
            long position = end.position() + 1;
            byte[] hash = chain.next(
                    end.hash(),
                    position,
                    tenant,
                    event.stream(),
                    event.sequence(),
                    event.type(),
                    event.recordedAt(),
                    event.payload(),
                    event.metadata());
            events.add(event);
            hashes.add(hash);
            newVersions.put(event.stream(), event.sequence());
            end = new ChainHead(position, hash);
        }
        unit.claims().forEach(claim -> claims.add(LogFacts.key(claim)));
        unit.released().forEach(released -> claims.add(LogFacts.key(released)));
        unit.answers().forEach(answer -> keys.add(answer.key()));
    }

    boolean isEmpty() {
        return units.isEmpty();
    }

    TenantId tenant() {
        return tenant;
    }

    /** Where the log must end for this batch to be appended. */
    ChainHead start() {
        return start;
    }

    /** Where the log ends after it. */
    ChainHead end() {
        return end;
    }

    List<AppendUnit> units() {
        return units;
    }

    List<NewEvent> events() {
        return events;
    }

    List<byte[]> hashes() {
        return hashes;
    }

    Map<StreamId, Long> newVersions() {
        return newVersions;
    }

    /** Told of each unit that must be decided anew. */
    @FunctionalInterface
    interface Conflicts {
        void reject(AppendUnit unit, VersionConflict reason);
    }
}
