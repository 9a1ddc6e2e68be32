package io.nexum.gateway.access;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Authority;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A machine that sent an API key.
 *
 * @param requestsPerMinute the key's own budget; absent if it has none
 */
public record KeyIdentity(
        TenantId tenant, UUID keyId, String keyName, Authority authority, OptionalInt requestsPerMinute)
        implements Identity {
    @Override
    public String username() {
        return "key:" + keyName;
    }
}
