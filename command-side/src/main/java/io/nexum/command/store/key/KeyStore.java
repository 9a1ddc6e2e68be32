package io.nexum.command.store.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nexum.command.store.key.KeyRows.WrappedDataKey;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.privacy.DataKey;
import io.nexum.kernel.privacy.Envelope;
import io.nexum.kernel.privacy.LookupKey;
import io.nexum.kernel.privacy.MasterKey;
import io.nexum.kernel.privacy.PersonalData;
import io.nexum.kernel.privacy.TenantKey;
import io.nexum.kernel.privacy.WrongKeyException;
import io.nexum.kernel.store.Store;
import io.nexum.kernel.store.Stores;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The keys to personal data, kept in the database wrapped and in memory, bounded, as they are.
 *
 * <p>A data key is made when its subject's first personal data are written, and durable before they are. What another
 * process destroys, this one forgets within {@link #MOST_REMEMBERED}.
 */
public final class KeyStore implements PersonalData {
    private static final int MOST_KEYS = 50_000;
    private static final int MOST_TRIES = 10;
    private static final Duration MOST_REMEMBERED = Duration.ofMinutes(1);

    private final Stores stores;
    private final MasterKey master;
    private final RandomGenerator random;
    private final ConcurrentMap<TenantId, SortedMap<Integer, TenantKey>> tenantKeys = new ConcurrentHashMap<>();
    private final Cache<Subject, Optional<DataKey>> dataKeys = Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterWrite(MOST_REMEMBERED)
            .build();

    private record Subject(TenantId tenant, StreamId stream) {}

    /** @param random for keys and nonces; must be unpredictable */
    public KeyStore(Stores stores, MasterKey master, RandomGenerator random) {
        this.stores = stores;
        this.master = master;
        this.random = random;
    }

    /**
     * Looks whether the tenants' keys are wrapped by the master key that was given.
     *
     * @throws WrongKeyException naming the other master key
     */
    public KeyStore requireMasterKey() {
        for (Store store : stores.all()) {
            on(store.owner(), connection -> {
                for (KeyRows.WrappedTenantKey key : KeyRows.oneOfEachMasterKey(connection)) {
                    TenantKey.unwrap(key.tenant(), key.version(), key.wrapped(), master);
                }
                return this;
            });
        }
        return this;
    }

    @Override
    public Optional<DataKey> keyOf(TenantId tenant, StreamId subject) {
        Subject asked = new Subject(tenant, subject);
        Optional<DataKey> known = dataKeys.getIfPresent(asked);
        if (known == null) {
            known = Objects.requireNonNull(findOrMake(tenant, Set.of(subject)).get(subject));
            dataKeys.put(asked, known);
        }
        return known;
    }

    @Override
    public void fetch(TenantId tenant, Collection<StreamId> subjects) {
        Set<StreamId> unknown = subjects.stream()
                .filter(subject -> dataKeys.getIfPresent(new Subject(tenant, subject)) == null)
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            findOrMake(tenant, unknown).forEach((subject, key) -> dataKeys.put(new Subject(tenant, subject), key));
        }
    }

    private Map<StreamId, Optional<DataKey>> findOrMake(TenantId tenant, Set<StreamId> subjects) {
        return on(stores.of(tenant), connection -> {
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                Map<StreamId, WrappedDataKey> found = KeyRows.dataKeys(connection, tenant, subjects);
                if (found.size() == subjects.size()) {
                    return unwrap(connection, tenant, found);
                }
                if (tries > 0) {
                    // What isn't there now was wrapped by a key that the tenant has a newer one of.
                    tenantKeys.remove(tenant);
                }
                make(connection, tenant, subjects, found.keySet());
            }
            throw new IllegalStateException("no data keys could be made for " + subjects.size() + " subjects");
        });
    }

    private void make(Connection connection, TenantId tenant, Set<StreamId> subjects, Set<StreamId> there)
            throws SQLException {
        TenantKey newest = newest(connection, tenant);
        Map<StreamId, Envelope> made = new HashMap<>();
        for (StreamId subject : subjects) {
            if (!there.contains(subject)) {
                made.put(subject, newest.makeDataKey(subject, random));
            }
        }
        KeyRows.addDataKeys(connection, tenant, newest.version(), made);
    }

    private Map<StreamId, Optional<DataKey>> unwrap(
            Connection connection, TenantId tenant, Map<StreamId, WrappedDataKey> found) throws SQLException {
        Map<StreamId, Optional<DataKey>> keys = new HashMap<>();
        for (Map.Entry<StreamId, WrappedDataKey> key : found.entrySet()) {
            keys.put(key.getKey(), unwrap(connection, tenant, key.getKey(), key.getValue()));
        }
        return keys;
    }

    private Optional<DataKey> unwrap(Connection connection, TenantId tenant, StreamId subject, WrappedDataKey found)
            throws SQLException {
        if (found.wrapped().isEmpty()) {
            return Optional.empty();
        }
        Envelope wrapped = found.wrapped().get();
        return Optional.of(version(connection, tenant, found.version()).unwrap(subject, wrapped));
    }

    @Override
    public LookupKey lookup(TenantId tenant) {
        SortedMap<Integer, TenantKey> known = tenantKeys.get(tenant);
        SortedMap<Integer, TenantKey> keys =
                known == null ? on(stores.of(tenant), connection -> load(connection, tenant)) : known;
        return keys.sequencedValues().getFirst().lookup();
    }

    @Override
    public void forget(TenantId tenant, StreamId subject) {
        dataKeys.invalidate(new Subject(tenant, subject));
    }

    /** Has the memory forget the tenant's keys, because there are others now. */
    void forgetKeysOf(TenantId tenant) {
        tenantKeys.remove(tenant);
    }

    TenantKey newest(Connection connection, TenantId tenant) throws SQLException {
        SortedMap<Integer, TenantKey> known = tenantKeys.get(tenant);
        return (known == null ? load(connection, tenant) : known)
                .sequencedValues()
                .getLast();
    }

    TenantKey version(Connection connection, TenantId tenant, int version) throws SQLException {
        SortedMap<Integer, TenantKey> known = tenantKeys.get(tenant);
        TenantKey key = known == null ? null : known.get(version);
        if (key == null) {
            key = load(connection, tenant).get(version);
        }
        if (key == null) {
            throw new IllegalStateException("version " + version + " of the key of " + tenant + " is missing");
        }
        return key;
    }

    /** The tenant's keys; the first is made now if there is none. */
    private SortedMap<Integer, TenantKey> load(Connection connection, TenantId tenant) throws SQLException {
        SortedMap<Integer, Envelope> wrapped = KeyRows.tenantKeys(connection, tenant);
        if (wrapped.isEmpty()) {
            KeyRows.addTenantKey(connection, tenant, 1, TenantKey.make(tenant, 1, master, random));
            wrapped = KeyRows.tenantKeys(connection, tenant);
        }
        SortedMap<Integer, TenantKey> keys = new TreeMap<>();
        wrapped.forEach((version, envelope) -> keys.put(version, TenantKey.unwrap(tenant, version, envelope, master)));
        tenantKeys.put(tenant, keys);
        return keys;
    }

    private static <T> T on(DataSource source, Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new RefusedException(new Refusals.StoreUnavailable(
                    "the keys to personal data can't be reached; nothing was written, send the command again"));
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
