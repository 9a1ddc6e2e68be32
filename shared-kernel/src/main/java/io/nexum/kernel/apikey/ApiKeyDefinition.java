package io.nexum.kernel.apikey;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.money.Money;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a key is good for. It stays so for the key's whole life: for other rights another key is made.
 *
 * @param name what people call it; several keys may have the same
 * @param maxTransactionAmount the most that may be moved at once, and then in this currency only; absent: any amount
 * @param maxApprovalAmount the most that may be approved at once, likewise
 */
public record ApiKeyDefinition(
        String name,
        Set<Permission> permissions,
        Optional<Money> maxTransactionAmount,
        Optional<Money> maxApprovalAmount,
        ApiKeyBounds bounds) {
    public ApiKeyDefinition {
        permissions = permissions.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(permissions));
    }

    @JsonIgnore
    public Authority authority() {
        return Authority.of(permissions, maxTransactionAmount, maxApprovalAmount);
    }
}
