package io.nexum.kernel.role;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.money.Money;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a role lets its holders do.
 *
 * @param name as it was written when the role was made
 * @param maxTransactionAmount the most that may be moved at once, and then in this currency only; absent: any amount
 * @param maxApprovalAmount the most that may be approved at once, likewise
 */
public record RoleDefinition(
        String name,
        String description,
        Set<Permission> permissions,
        Optional<Money> maxTransactionAmount,
        Optional<Money> maxApprovalAmount) {
    public RoleDefinition {
        permissions = permissions.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(permissions));
    }

    public RoleDefinition withLimits(Optional<Money> transaction, Optional<Money> approval) {
        return new RoleDefinition(name, description, permissions, transaction, approval);
    }

    @JsonIgnore
    public Authority authority() {
        return Authority.of(permissions, maxTransactionAmount, maxApprovalAmount);
    }
}
