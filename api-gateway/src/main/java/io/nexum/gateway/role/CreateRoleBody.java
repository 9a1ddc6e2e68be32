package io.nexum.gateway.role;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.role.RoleCommand.CreateRole;
import io.nexum.kernel.role.RoleDefinition;
import io.nexum.kernel.role.RoleId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * @param maxTransactionAmount the most that may be moved at once, and in this currency only
 * @param maxApprovalAmount the most that may be approved at once, likewise
 */
record CreateRoleBody(
        String name,
        String description,
        Set<Permission> permissions,
        Optional<Money> maxTransactionAmount,
        Optional<Money> maxApprovalAmount)
        implements Body {
    static final int MAX_DESCRIPTION_LENGTH = 500;

    static CreateRoleBody read(Fields in) {
        if (!in.has("permissions")) {
            in.wrong("permissions", "is missing");
        }
        return new CreateRoleBody(
                in.required("name", CreateRoleBody::name),
                in.text("description", MAX_DESCRIPTION_LENGTH),
                permissions(in),
                in.optionalAmount("max_transaction_amount"),
                in.optionalAmount("max_approval_amount"));
    }

    static Set<Permission> permissions(Fields in) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String word : in.texts("permissions", Permission.all().size(), RoleId.MAX_LENGTH)) {
            try {
                permissions.add(Forms.word(Permission.class).apply(word));
            } catch (IllegalArgumentException e) {
                in.wrong("permissions", "must hold permissions only, and " + word + " is none");
            }
        }
        return permissions;
    }

    private static String name(String text) {
        RoleId.of(text); // the name must make an id
        return text;
    }

    CreateRole command(Authority by) {
        return new CreateRole(
                RoleId.of(name),
                new RoleDefinition(name, description, permissions, maxTransactionAmount, maxApprovalAmount),
                by);
    }
}
