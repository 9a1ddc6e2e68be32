package io.nexum.gateway.role;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.role.RoleCommand.UpdateRole;
import io.nexum.kernel.role.RoleId;
import java.util.Optional;
import java.util.Set;

/** What is absent stays as it is. */
record UpdateRoleBody(
        Optional<String> description,
        Optional<Set<Permission>> permissions,
        Optional<Money> maxTransactionAmount,
        Optional<Money> maxApprovalAmount)
        implements Body {
    static UpdateRoleBody read(Fields in) {
        return new UpdateRoleBody(
                in.textIfSent("description", CreateRoleBody.MAX_DESCRIPTION_LENGTH),
                in.has("permissions") ? Optional.of(CreateRoleBody.permissions(in)) : Optional.empty(),
                in.optionalAmount("max_transaction_amount"),
                in.optionalAmount("max_approval_amount"));
    }

    UpdateRole command(RoleId role, Authority by) {
        return new UpdateRole(role, description, permissions, maxTransactionAmount, maxApprovalAmount, by);
    }
}
