package io.nexum.query;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.privacy.DataKey;
import io.nexum.kernel.privacy.Envelope;
import io.nexum.kernel.privacy.LocalMasterKey;
import io.nexum.kernel.privacy.LookupKey;
import io.nexum.kernel.privacy.MasterKey;
import io.nexum.kernel.privacy.PersonalData;
import io.nexum.kernel.privacy.TenantKey;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The keys to personal data, kept in memory. */
public final class TestKeys implements PersonalData {
    private final SecureRandom random = new SecureRandom();
    private final MasterKey master = new LocalMasterKey(new byte[32], Optional.empty(), random);
    private final Map<TenantId, TenantKey> tenants = new ConcurrentHashMap<>();
    private final Map<String, Optional<DataKey>> subjects = new ConcurrentHashMap<>();

    @Override
    public Optional<DataKey> keyOf(TenantId tenant, StreamId subject) {
        TenantKey key = keyOf(tenant);
        return subjects.computeIfAbsent(
                tenant + " " + subject, name -> Optional.of(key.unwrap(subject, key.makeDataKey(subject, random))));
    }

    @Override
    public void fetch(TenantId tenant, Collection<StreamId> wanted) {}

    @Override
    public LookupKey lookup(TenantId tenant) {
        return keyOf(tenant).lookup();
    }

    /** There is no memory of them but themselves. */
    @Override
    public void forget(TenantId tenant, StreamId subject) {}

    public void destroy(TenantId tenant, StreamId subject) {
        subjects.put(tenant + " " + subject, Optional.empty());
    }

    private TenantKey keyOf(TenantId tenant) {
        return tenants.computeIfAbsent(tenant, name -> {
            Envelope wrapped = TenantKey.make(tenant, 1, master, random);
            return TenantKey.unwrap(tenant, 1, wrapped, master);
        });
    }
}
