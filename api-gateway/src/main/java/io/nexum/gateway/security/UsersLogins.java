package io.nexum.gateway.security;

import io.nexum.gateway.access.Identity;
import io.nexum.gateway.access.UserIdentity;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.security.SessionAnswers.SessionList;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Refusals.NotFound;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.login.LoginEvent;
import io.nexum.kernel.login.LoginEvent.SessionsEnded;
import io.nexum.kernel.login.LoginEvent.TotpDisabled;
import io.nexum.kernel.user.UserId;
import java.util.Optional;

/** What administrators do about the logins of users. Whether they may is asked before. */
public final class UsersLogins {
    private final Sessions sessions;
    private final SecondFactors factors;
    private final Iterable<SecurityWatch> watches;

    UsersLogins(Sessions sessions, SecondFactors factors, Iterable<SecurityWatch> watches) {
        this.sessions = sessions;
        this.factors = factors;
        this.watches = watches;
    }

    public SessionList sessions(UserId user, Identity identity, PageRequest page) {
        return SessionList.of(
                sessions.live(identity.tenant(), user.value(), page),
                identity instanceof UserIdentity asking ? Optional.of(asking.session()) : Optional.empty());
    }

    /** Ends all of the user's sessions, and tells how many. */
    public int endSessions(UserId user, Caller caller) {
        int ended = sessions.revokeAll(caller.tenant(), user.value());
        if (ended > 0) {
            tell(new SessionsEnded(user, ended), caller);
        }
        return ended;
    }

    /**
     * Has the user log in by the password alone, as when the device is lost.
     *
     * @throws RefusedException if there is no second factor
     */
    public void removeTotp(UserId user, Caller caller) {
        if (!factors.remove(caller.tenant(), user.value())) {
            throw new RefusedException(new NotFound("second factor of user", user.toString()));
        }
        tell(new TotpDisabled(user), caller);
    }

    private void tell(LoginEvent what, Caller caller) {
        SecurityEvent event = new SecurityEvent(caller.tenant(), caller.user(), what);
        watches.forEach(watch -> watch.saw(event, caller.correlationId()));
    }
}
