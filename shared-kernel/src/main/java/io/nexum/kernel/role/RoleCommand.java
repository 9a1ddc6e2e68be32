package io.nexum.kernel.role;

import io.nexum.kernel.Command;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.money.Money;
import java.util.Optional;
import java.util.Set;

/** What can be asked for a role. Each answers the role's id. */
public sealed interface RoleCommand extends Command<RoleId> {
    RoleId role();

    /** @param by what the one who asks may do: nobody hands out more */
    record CreateRole(RoleId role, RoleDefinition definition, Authority by) implements RoleCommand {}

    /**
     * Changes what is present and leaves the rest.
     *
     * @param by what the one who asks may do
     */
    record UpdateRole(
            RoleId role,
            Optional<String> description,
            Optional<Set<Permission>> permissions,
            Optional<Money> maxTransactionAmount,
            Optional<Money> maxApprovalAmount,
            Authority by)
            implements RoleCommand {}

    /** Ends a role that nobody holds. */
    record DeleteRole(RoleId role) implements RoleCommand {}
}
