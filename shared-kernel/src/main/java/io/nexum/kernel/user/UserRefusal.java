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

    /** Who manages users proves who they are like everybody else. */
    record OwnLogin() implements UserRefusal {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String detail() {
            return "one's own login is not managed this way; change the password, or take the second factor off with it";
        }
    }
}
