package io.nexum.command.role;

import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.role.BuiltInRole;
import io.nexum.kernel.role.RoleDefinition;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.role.RoleRefusal;
import java.util.Optional;

/** The rules that more than one command asks. Each returns, or refuses with its reason. */
public final class RoleRules {
    private RoleRules() {}

    /** What the role permits, if there is such a role. A bank sets a built-in role its limits, and no more. */
    public static Optional<RoleDefinition> definition(RoleId id, RoleState state) {
        return BuiltInRole.definition(id, state.defined());
    }

    public static RoleDefinition mustBeThere(RoleId id, RoleState state) {
        return definition(id, state).orElseThrow(() -> new RefusedException(new Refusals.NotFound("role", id.value())));
    }

    /** Nobody hands out, or takes away, what they can't do themselves. */
    public static void mustCover(Authority own, Authority other, String what) {
        if (!own.covers(other)) {
            throw new RefusedException(new RoleRefusal.BeyondOwnAuthority(what));
        }
    }
}
