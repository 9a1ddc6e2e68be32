package io.nexum.kernel.user;

import io.nexum.kernel.Refusal;

/** Why something is refused about a user. */
public sealed interface UserRefusal extends Refusal {
    /** It would leave the bank without anyone who may do everything. */
    record LastAdministrator(UserId user) implements UserRefusal {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String detail() {
            return "user " + user + " is the last active administrator; make another one first";
        }
    }

    record UserNotActive(UserId user) implements UserRefusal {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String detail() {
            return "user " + user + " is not active; activate them first";
        }
    }

    record UserIsLocked(UserId user) implements UserRefusal {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String detail() {
            return "user " + user + " is locked; unlock them";
        }
    }
}
