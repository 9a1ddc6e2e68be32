package io.nexum.gateway.security;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.login.LoginEvent;
import io.nexum.kernel.login.LoginEvent.LockedOut;
import io.nexum.kernel.login.LoginEvent.LoginFailed;

/**
 * Something that happened to a user's way in. What is tried under a name that nobody has is never told: the name may be
 * a password in the wrong field, and there would be no end to it.
 *
 * @param actor who did it, as the log names them; {@link #STRANGER} where nobody proved to be anyone
 */
public record SecurityEvent(TenantId tenant, String actor, LoginEvent what) {
    static final String STRANGER = "nexum";

    /** Whether somebody who proved nothing can bring it about. */
    boolean byStranger() {
        return what instanceof LoginFailed || what instanceof LockedOut;
    }
}
