package io.nexum.command.store;

import io.nexum.command.Claim;
import io.nexum.command.store.AppendRejected.AlreadyAnswered;
import io.nexum.command.store.AppendRejected.VersionConflict;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.HashChain;
import io.nexum.kernel.log.StreamId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The units of one append: those that fit the log as it is, with positions and hashes. Units that don't fit are
 * rejected one by one while the batch is made, and with each those that were decided on top of it.
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
    private ChainHead end;

    private AppendBatch(TenantId tenant, ChainHead start) {
        this.tenant = tenant;
        this.start = start;
        this.end = start;
    }

    /**
     * @param known the last sequence of every stream that the units continue
     * @param rejections told of each unit that is left out
     */
    static AppendBatch of(
            TenantId tenant,
            ChainHead start,
            List<AppendUnit> units,
            StreamVersions known,
            HashChain chain,
            Rejections rejections) {
        AppendBatch batch = new AppendBatch(tenant, start);
        for (AppendUnit unit : units) {
            batch.findMisfit(unit, known)
                    .ifPresentOrElse(reason -> rejections.reject(unit, reason), () -> batch.add(unit, chain));
        }
        return batch;
    }

    private Optional<RuntimeException> findMisfit(AppendUnit unit, StreamVersions known) {
        Map<StreamId, Long> expected = new HashMap<>();
        for (NewEvent event : unit.events()) {
            StreamId stream = event.stream();
            long last = expected.getOrDefault(stream, lastOf(stream, known));
            if (event.sequence() != last + 1) {
                return Optional.of(new VersionConflict(stream));
            }
            expected.put(stream, event.sequence());
        }
        for (Claim claim : unit.claims()) {
            if (claims.contains(claimKey(claim))) {
                return Optional.of(new RefusedException(claim.ifTaken()));
            }
        }
        for (StoredAnswer answer : unit.answers()) {
            if (keys.contains(answer.key())) {
                return Optional.of(new AlreadyAnswered(answer.key()));
            }
        }
        return Optional.empty();
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
        unit.claims().forEach(claim -> claims.add(claimKey(claim)));
        unit.answers().forEach(answer -> keys.add(answer.key()));
    }

    private static String claimKey(Claim claim) {
        return claim.kind() + '\n' + claim.value();
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

    /** Told of each unit that can't be appended. */
    @FunctionalInterface
    interface Rejections {
        void reject(AppendUnit unit, RuntimeException reason);
    }
}
