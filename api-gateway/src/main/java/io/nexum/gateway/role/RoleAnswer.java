package io.nexum.gateway.role;

import io.nexum.kernel.Page;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.role.RoleQuery.RoleView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A role, flat as its clients read it.
 *
 * @param id the same as {@code roleId}
 * @param isSystemRole whether it is built in
 * @param maxTransactionAmount the most that may be moved at once; absent: any amount
 * @param maxApprovalAmount the most that may be approved at once; absent: any amount
 */
record RoleAnswer(
        RoleId roleId,
        RoleId id,
        String name,
        String description,
        List<Permission> permissions,
        Optional<Money> maxTransactionAmount,
        Optional<Money> maxApprovalAmount,
        boolean isSystemRole,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt) {
    static RoleAnswer of(RoleView role) {
        return new RoleAnswer(
                role.id(),
                role.id(),
                role.definition().name(),
                role.definition().description(),
                List.copyOf(role.definition().permissions()),
                role.definition().maxTransactionAmount(),
                role.definition().maxApprovalAmount(),
                role.builtIn(),
                role.createdAt(),
                role.updatedAt());
    }

    record RoleList(List<RoleAnswer> roles, long total, int skip, int limit) {
        static RoleList of(Page<RoleView> page) {
            return new RoleList(
                    page.items().stream().map(RoleAnswer::of).toList(), page.total(), page.skip(), page.limit());
        }
    }
}
