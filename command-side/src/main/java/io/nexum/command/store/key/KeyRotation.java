package io.nexum.command.store.key;

import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.privacy.Envelope;
import io.nexum.kernel.privacy.MasterKey;
import io.nexum.kernel.privacy.TenantKey;
import io.nexum.kernel.store.Store;
import io.nexum.kernel.store.Stores;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes keys while the bank serves. What was wrapped by the old key is wrapped by the new one, a batch a transaction;
 * both can be read meanwhile. A row of {@code key_rotation} tells how far it is, and {@link #resume} goes on after a
 * crash. No personal value is encrypted anew: the data keys stay.
 */
public final class KeyRotation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);
    private static final int BATCH = 500;
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final Stores stores;
    private final KeyStore keys;
    private final MasterKey master;
    private final RandomGenerator random;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("key-rotation").daemon().factory());

    /** @param random for keys and nonces; must be unpredictable */
    public KeyRotation(Stores stores, KeyStore keys, MasterKey master, RandomGenerator random) {
        this.stores = stores;
        this.keys = keys;
        this.master = master;
        this.random = random;
    }

    /** Which key is changed. */
    public enum Scope {
        /** The tenant's own: a new version of it wraps the data keys. */
        TENANT,
        /** The master key: the one of the settings wraps the tenant's keys. */
        MASTER
    }

    /**
     * Starts a change and returns; it goes on by itself.
     *
     * @param by who wants it
     * @throws RefusedException if one is under way
     */
    public UUID start(TenantId tenant, Scope scope, UUID id, String by) {
        try (Connection connection = stores.of(tenant).getConnection()) {
            TenantKey newest = keys.newest(connection, tenant);
            connection.setAutoCommit(false);
            try {
                String newKey = scope == Scope.MASTER ? master.id() : "t" + (newest.version() + 1);
                if (!RotationRows.start(connection, tenant, id, scope, newKey, by)) {
                    throw new RefusedException(new Refusals.AlreadyTaken("key rotation", "of " + tenant));
                }
                if (scope == Scope.TENANT) {
                    int version = newest.version() + 1;
                    KeyRows.addTenantKey(connection, tenant, version, TenantKey.make(tenant, version, master, random));
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new RefusedException(new Refusals.StoreUnavailable("the keys can't be reached; nothing was changed"));
        }
        keys.forgetKeysOf(tenant);
        worker.execute(() -> run(tenant, scope, id));
        return id;
    }

    /** Goes on with what was under way when a process stopped. */
    public KeyRotation resume() {
        worker.execute(() -> {
            try {
                for (RotationRows.UnderWay left : underWay()) {
                    LOG.info("going on with the change of the {} key of {}", left.scope(), left.tenant());
                    run(left.tenant(), left.scope(), left.id());
                }
            } catch (SQLException e) {
                LOG.warn("a change of keys could not be gone on with; it waits for the next start", e);
            }
        });
        return this;
    }

    private List<RotationRows.UnderWay> underWay() throws SQLException {
        List<RotationRows.UnderWay> all = new ArrayList<>();
        for (Store store : stores.all()) {
            try (Connection connection = store.owner().getConnection()) {
                all.addAll(RotationRows.underWay(connection));
            }
        }
        return all;
    }

    private void run(TenantId tenant, Scope scope, UUID id) {
        try (Connection connection = stores.of(tenant).getConnection()) {
            connection.setAutoCommit(false);
            try {
                int done = BATCH;
                while (done > 0 && !worker.isShutdown()) {
                    done = scope == Scope.MASTER
                            ? rewrapTenantKeys(connection, tenant)
                            : rewrapDataKeys(connection, tenant);
                    RotationRows.advance(connection, tenant, id, done);
                    connection.commit();
                }
                RotationRows.finish(connection, tenant, id, scope);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            keys.forgetKeysOf(tenant);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("the change of the {} key of {} stopped; it goes on at the next start", scope, tenant, e);
        }
    }

    private int rewrapTenantKeys(Connection connection, TenantId tenant) throws SQLException {
        int rewrapped = 0;
        for (Map.Entry<Integer, Envelope> key :
                KeyRows.tenantKeys(connection, tenant).entrySet()) {
            if (!key.getValue().key().equals(master.id())) {
                Envelope again = TenantKey.rewrap(tenant, key.getKey(), key.getValue(), master);
                rewrapped += RotationRows.replaceTenantKey(connection, tenant, key.getKey(), again);
            }
        }
        return rewrapped;
    }

    private int rewrapDataKeys(Connection connection, TenantId tenant) throws SQLException {
        TenantKey newest = keys.newest(connection, tenant);
        List<RotationRows.OldDataKey> old = RotationRows.oldDataKeys(connection, tenant, newest.version(), BATCH);
        Map<StreamId, Envelope> again = new LinkedHashMap<>();
        for (RotationRows.OldDataKey key : old) {
            TenantKey before = keys.version(connection, tenant, key.version());
            again.put(key.subject(), newest.rewrap(key.subject(), key.wrapped(), before, random));
        }
        RotationRows.replaceDataKeys(connection, tenant, newest.version(), again);
        return old.size();
    }

    /** Stops after the batch at hand; the rest is done at the next start. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("a change of keys is still at work");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
