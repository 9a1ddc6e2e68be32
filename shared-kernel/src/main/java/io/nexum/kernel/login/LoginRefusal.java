package io.nexum.kernel.login;

import io.nexum.kernel.Refusal;

/** Why something is refused about a way in. */
public sealed interface LoginRefusal extends Refusal {
    /** There is a second factor already. */
    record TotpIsOn() implements LoginRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "logins ask for a code already; take that off first";
        }
    }

    /** There is no second factor, or none that waits for its confirmation. */
    record TotpIsOff() implements LoginRefusal {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String detail() {
            return "there is no second factor to confirm or take off; begin one by POST /auth/totp";
        }
    }
}
