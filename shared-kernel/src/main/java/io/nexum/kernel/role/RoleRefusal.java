package io.nexum.kernel.role;

import io.nexum.kernel.Refusal;

/** Why something is refused about a role. */
public sealed interface RoleRefusal extends Refusal {
    record RoleIsBuiltIn(RoleId role) implements RoleRefusal {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String detail() {
            return "the role " + role + " is built in: it stays, and what it permits stays as it is";
        }
    }

    record AdministratorsHaveNoLimit() implements RoleRefusal {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String detail() {
            return "the role admin has no limits";
        }
    }

    record RoleIsHeld(RoleId role, int holders) implements RoleRefusal {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String detail() {
            return "the role " + role + " is held by " + holders + " user(s); revoke it from them first";
        }
    }

    /** Somebody would hand out, or take away, what they can't do themselves. */
    record BeyondOwnAuthority(String what) implements RoleRefusal {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String detail() {
            return what + " goes beyond what you may do yourself";
        }
    }
}
