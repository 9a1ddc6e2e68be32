package io.nexum.gateway.access;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.apikey.ApiKeyBounds;
import java.util.UUID;

/**
 * A machine that sent an API key. It is known by the key's id: names of keys need not be unique, and no user can have
 * such a name.
 *
 * @param bounds how often, from where and how long the key may be used
 */
public record KeyIdentity(TenantId tenant, UUID keyId, Authority authority, ApiKeyBounds bounds) implements Identity {
    @Override
    public String username() {
        return "key:" + keyId;
    }
}
