package io.nexum.gateway.role;

import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.Converter;
import io.nexum.gateway.request.Converters;
import io.nexum.gateway.request.Request;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.role.RoleCommand.CreateRole;
import io.nexum.kernel.role.RoleDefinition;
import io.nexum.kernel.role.RoleId;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * @param maxTransactionAmount the most that may be moved at once, and in this currency only
 * @param maxApprovalAmount the most that may be approved at once, likewise
 */
record CreateRoleBody(
        @Size(max = RoleId.MAX_LENGTH) @ConvertedBy(RoleName.class)
        String name,

        @Size(max = 500) String description,
        @Size(max = 200) Set<Permission> permissions,
        Optional<@Positive Money> maxTransactionAmount,
        Optional<@Positive Money> maxApprovalAmount)
        implements Request {
    /** A name that an id can be made of. */
    static final class RoleName implements Converter<String> {
        private static final Converter<String> TEXT = Converters.of(String.class);
        private static final Converter<RoleId> ID = Converters.of(RoleId.class);

        @Override
        public Optional<String> convert(JsonNode sent, ValidationErrors errors) {
            return TEXT.convert(sent, errors)
                    .filter(name -> ID.convert(sent, errors).isPresent());
        }
    }

    CreateRole command(Authority by) {
        return new CreateRole(
                RoleId.of(name),
                new RoleDefinition(name, description, permissions, maxTransactionAmount, maxApprovalAmount),
                by);
    }
}
