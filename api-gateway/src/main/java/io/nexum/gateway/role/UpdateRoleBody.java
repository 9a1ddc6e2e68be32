package io.nexum.gateway.role;

import io.nexum.gateway.request.Request;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.role.RoleCommand.UpdateRole;
import io.nexum.kernel.role.RoleId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;

/** What is absent stays as it is. */
record UpdateRoleBody(
        Optional<@NotBlank @Size(max = 500) String> description,
        Optional<@Size(max = 200) Set<Permission>> permissions,
        Optional<@Positive Money> maxTransactionAmount,
        Optional<@Positive Money> maxApprovalAmount)
        implements Request {
    UpdateRole command(RoleId role, Authority by) {
        return new UpdateRole(role, description, permissions, maxTransactionAmount, maxApprovalAmount, by);
    }
}
