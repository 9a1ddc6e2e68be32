package io.nexum.query.audit;

import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.audit.AuditQuery.IntegrityReport;
import io.nexum.kernel.log.HashChain;
import io.nexum.kernel.store.Stores;
import io.nexum.query.log.LogReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Proves that a log in the database is the one that was written: recomputes every hash from the stored bytes.
 *
 * <p>Long spans are checked in parts side by side, each from the stored hash of the row before it; that row's own hash
 * is proven by the part before.
 */
public final class LogVerifier {
    private static final int PARTS = 2;
    private static final int SMALLEST_PART = 10_000;
    private static final int PROGRESS_EVERY = 10_000;

    private final Stores stores;
    private final TenantId tenant;
    private final Optional<NotedHead> noted;
    private final LongConsumer progress;
    private final AtomicLong checked = new AtomicLong();

    private LogVerifier(Stores stores, TenantId tenant, Optional<NotedHead> noted, LongConsumer progress) {
        this.stores = stores;
        this.tenant = tenant;
        this.noted = noted;
        this.progress = progress;
    }

    /**
     * Verifies from one position through another; the whole log if both are absent.
     *
     * @param noted where the log ended when somebody noted it
     * @param progress told from time to time how many rows are checked
     */
    public static IntegrityReport database(
            Stores stores,
            TenantId tenant,
            Optional<Long> from,
            Optional<Long> to,
            Optional<NotedHead> noted,
            LongConsumer progress) {
        try {
            return new LogVerifier(stores, tenant, noted, progress).verify(from, to);
        } catch (SQLException e) {
            throw new IllegalStateException("the log could not be read: " + e.getMessage(), e);
        }
    }

    private IntegrityReport verify(Optional<Long> from, Optional<Long> to) throws SQLException {
        LogHead head;
        try (Connection connection = stores.of(tenant).getConnection()) {
            head = LogHead.read(connection, tenant);
        }
        long first = from.orElse(1L);
        long last = Math.min(to.orElse(head.position()), head.position());
        if (first < 1 || (from.isPresent() && first > Math.max(head.position(), 1))) {
            throw invalid("from", "from is 1 to the log's last position, " + head.position());
        }
        if (to.isPresent() && to.get() < first) {
            throw invalid("to", "to must not be before from");
        }
        List<ChainCheck> parts = checkInParts(first, last);
        boolean toTheEnd = last == head.position();
        if (toTheEnd) {
            ChainCheck end = parts.getLast();
            end.end(head.position(), head.hash());
            if (head.last() > head.position()) {
                end.breakAt(head.position() + 1, "the row stands after the log's head, which is " + head.position());
            }
        }
        Optional<ChainCheck.Break> broken = parts.stream()
                .flatMap(part -> part.broken().stream())
                .min(Comparator.comparingLong(ChainCheck.Break::position));
        return new IntegrityReport(
                broken.isEmpty(),
                first,
                last,
                checked.get(),
                head.position(),
                HexFormat.of().formatHex(head.hash()),
                broken.map(ChainCheck.Break::position),
                broken.map(ChainCheck.Break::problem));
    }

    private static RefusedException invalid(String field, String detail) {
        return new RefusedException(new Refusals.InvalidValue(field, detail));
    }

    private List<ChainCheck> checkInParts(long first, long last) throws SQLException {
        long rows = last - first + 1;
        int parts = rows >= (long) PARTS * SMALLEST_PART ? PARTS : 1;
        List<Future<ChainCheck>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(
                parts, Thread.ofPlatform().name("nexum-verify-", 0).daemon(true).factory())) {
            for (int i = 0; i < parts; i++) {
                long after = first - 1 + rows * i / parts;
                long through = first - 1 + rows * (i + 1) / parts;
                running.add(threads.submit(() -> check(after, through)));
            }
            List<ChainCheck> done = new ArrayList<>();
            for (Future<ChainCheck> part : running) {
                done.add(part.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the log was verified", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException database) {
                throw database;
            }
            throw new IllegalStateException("the log could not be verified", e.getCause());
        }
    }

    private ChainCheck check(long after, long through) throws SQLException {
        try (Connection connection = stores.of(tenant).getConnection()) {
            Optional<byte[]> before = hashAt(connection, after);
            ChainCheck check = new ChainCheck(after, before.orElseGet(HashChain::genesis), noted);
            if (before.isEmpty()) {
                check.breakAt(after, "the row is missing");
                return check;
            }
            // Nothing may stand before the first row.
            long readAfter = after == 0 ? -Long.MAX_VALUE : after;
            try {
                LogReader.read(connection, tenant, readAfter, through, Long.MAX_VALUE, row -> {
                    check.next(row);
                    long count = checked.incrementAndGet();
                    if (count % PROGRESS_EVERY == 0) {
                        progress.accept(count);
                    }
                });
            } catch (IllegalArgumentException e) {
                check.breakAt(check.position() + 1, "the row can't be one that was written: " + e.getMessage());
            }
            if (check.position() < through) {
                check.breakAt(check.position() + 1, "the row is missing");
            }
            return check;
        }
    }

    private Optional<byte[]> hashAt(Connection connection, long position) throws SQLException {
        if (position == 0) {
            return Optional.of(HashChain.genesis());
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT hash FROM event WHERE tenant = ? AND position = ?")) {
            statement.setString(1, tenant.value());
            statement.setLong(2, position);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            }
        }
    }
}
