package io.nexum.gateway.security;

import io.nexum.gateway.access.UserIdentity;
import io.nexum.gateway.security.LoginAttempts.Attempt;
import io.nexum.gateway.security.TotpBodies.RemoveTotpBody;
import io.nexum.gateway.security.Users.User;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.login.LoginEvent.Failure;
import io.nexum.kernel.login.LoginEvent.TotpDisabled;
import io.nexum.kernel.login.LoginEvent.TotpEnabled;
import io.nexum.kernel.login.LoginRefusal.TotpIsOff;
import java.util.List;
import java.util.Optional;

/** How users turn their second factor on and off. Wrong codes count as failed logins. */
final class TotpLogins {
    private final Logins logins;
    private final LoginAttempts attempts;
    private final SecondFactors factors;

    TotpLogins(Logins logins, LoginAttempts attempts, SecondFactors factors) {
        this.logins = logins;
        this.attempts = attempts;
        this.factors = factors;
    }

    /** @throws RefusedException if it is not the password, or there is a second factor already */
    byte[] enrol(UserIdentity caller, String password, Origin origin) {
        return factors.enrol(logins.proven(caller, "password", password, origin));
    }

    /** @throws RefusedException if the code is wrong, or there is nothing to confirm */
    List<String> confirm(UserIdentity caller, String code, Origin origin) {
        User user = logins.known(caller);
        Attempt attempt = attempts.begin(user.tenant(), user.username(), origin.address());
        Optional<List<String>> recoveryCodes;
        try {
            recoveryCodes = factors.confirm(user, code);
        } catch (RefusedException nothingToConfirm) {
            attempts.takeBack(attempt);
            throw nothingToConfirm;
        }
        if (recoveryCodes.isEmpty()) {
            logins.failed(user, Failure.WRONG_CODE, attempt, origin);
            throw wrongCode();
        }
        attempts.takeBack(attempt); // a code proves no password, so what failed before is not forgotten
        logins.tell(user, new TotpEnabled(user.userId()), origin);
        return recoveryCodes.get();
    }

    /** @throws RefusedException if the password or the code is wrong, or there is nothing to take off */
    void remove(UserIdentity caller, RemoveTotpBody body, Origin origin) {
        User user = logins.known(caller);
        if (!factors.isOn(user)) {
            throw new RefusedException(new TotpIsOff());
        }
        Attempt attempt = attempts.begin(user.tenant(), user.username(), origin.address());
        if (!logins.proves(attempt, Optional.of(user), body.password())) {
            logins.failed(user, Failure.WRONG_PASSWORD, attempt, origin);
            throw new RefusedException(new InvalidValue("password", "password is not the password"));
        }
        if (!logins.provesByCode(user, body.code(), body.recoveryCode(), origin)) {
            logins.failed(user, Failure.WRONG_CODE, attempt, origin);
            throw wrongCode();
        }
        attempts.succeeded(attempt);
        if (factors.remove(user.tenant(), user.id())) {
            logins.tell(user, new TotpDisabled(user.userId()), origin);
        }
    }

    private static RefusedException wrongCode() {
        return new RefusedException(new InvalidValue("code", "code is wrong or was used already"));
    }
}
