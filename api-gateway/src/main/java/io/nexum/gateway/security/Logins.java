package io.nexum.gateway.security;

import io.nexum.gateway.access.TotpCodeRequired;
import io.nexum.gateway.access.UserIdentity;
import io.nexum.gateway.security.LoginAttempts.Attempt;
import io.nexum.gateway.security.Sessions.Opened;
import io.nexum.gateway.security.Sessions.Refreshed;
import io.nexum.gateway.security.Sessions.Session;
import io.nexum.gateway.security.Users.User;
import io.nexum.gateway.tenant.Tenants;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.Refusals.NotFound;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.login.LoginEvent;
import io.nexum.kernel.login.LoginEvent.Failure;
import io.nexum.kernel.login.LoginEvent.LockedOut;
import io.nexum.kernel.login.LoginEvent.LoggedIn;
import io.nexum.kernel.login.LoginEvent.LoggedOut;
import io.nexum.kernel.login.LoginEvent.LoginFailed;
import io.nexum.kernel.login.LoginEvent.PasswordChanged;
import io.nexum.kernel.login.LoginEvent.RecoveryCodeUsed;
import io.nexum.kernel.login.LoginEvent.RefreshTokenReused;
import io.nexum.kernel.login.LoginEvent.SessionsEnded;
import io.nexum.kernel.user.UserId;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.BadCredentialsException;

/** Who is let in, and who is told to come later or not at all. */
final class Logins {
    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

    private final Users users;
    private final Passwords passwords;
    private final LoginAttempts attempts;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Tenants tenants;
    private final Iterable<SecurityWatch> watches;

    Logins(
            Users users,
            Passwords passwords,
            LoginAttempts attempts,
            SecondFactors factors,
            Sessions sessions,
            Tokens tokens,
            Tenants tenants,
            Iterable<SecurityWatch> watches) {
        this.users = users;
        this.passwords = passwords;
        this.attempts = attempts;
        this.factors = factors;
        this.sessions = sessions;
        this.tokens = tokens;
        this.tenants = tenants;
        this.watches = watches;
    }

    /**
     * Opens a session for who knows the password.
     *
     * @param tenant whose user it is
     * @throws RefusedException if the tenant is not active
     * @throws BadCredentialsException the same for a wrong password, an unknown name and a barred user
     * @throws TotpCodeRequired if the password is right and a code of the second factor is missing or wrong
     * @throws io.nexum.gateway.http.TooManyRequests after too many failures, whether the password is right or not
     */
    Login open(TenantId tenant, LoginBody body, Origin origin) {
        Attempt attempt = attempts.begin(tenant, body.username(), origin.address());
        Optional<User> named = users.named(tenant, body.username());
        if (!proves(attempt, named, body.password())) {
            throw refused(named, Failure.WRONG_PASSWORD, attempt, origin);
        }
        User user = named.orElseThrow();
        if (user.barred()) {
            throw refused(named, Failure.BARRED, attempt, origin);
        }
        if (factors.isOn(user)) {
            mustProveByCode(user, body, attempt, origin);
        }
        attempts.succeeded(attempt);
        attempts.cameFrom(tenant, user.id(), origin.address());
        tenants.mustBeActive(tenant);
        Opened opened = sessions.open(user);
        tell(user, new LoggedIn(user.userId(), opened.session().id()), origin);
        return answer(opened);
    }

    /** A missing code is no guess, so it counts as no attempt; a wrong one counts like a wrong password. */
    private void mustProveByCode(User user, LoginBody body, Attempt attempt, Origin origin) {
        if (body.totpCode().isEmpty() && body.recoveryCode().isEmpty()) {
            attempts.takeBack(attempt);
            throw new TotpCodeRequired("a code is wanted beside the password: totp_code, or recovery_code");
        }
        if (!provesByCode(user, body.totpCode(), body.recoveryCode(), origin)) {
            failed(user, Failure.WRONG_CODE, attempt, origin);
            throw new TotpCodeRequired("the code is wrong or was used already");
        }
    }

    boolean provesByCode(User user, Optional<String> code, Optional<String> recoveryCode, Origin origin) {
        if (code.isPresent()) {
            return factors.accepts(user, code.get());
        }
        OptionalInt left = recoveryCode
                .map(recovery -> factors.acceptsRecovery(user, recovery))
                .orElseGet(OptionalInt::empty);
        left.ifPresent(more -> tell(user, new RecoveryCodeUsed(user.userId(), more), origin));
        return left.isPresent();
    }

    /** A new pair of tokens for a refresh token that counts. */
    Login refresh(String refreshToken, Origin origin) {
        return switch (sessions.refresh(refreshToken)) {
            case Refreshed.Renewed(Opened opened) -> {
                tenants.mustBeActive(opened.session().tenant());
                yield answer(opened);
            }
            case Refreshed.Reused(Session session) -> {
                LOG.warn("A refresh token of {} came a second time; its session is ended", session.username());
                tell(
                        new SecurityEvent(
                                session.tenant(),
                                SecurityEvent.STRANGER,
                                new RefreshTokenReused(new UserId(session.userId()), session.id())),
                        origin);
                throw worthlessRefreshToken();
            }
            case Refreshed.Worthless() -> throw worthlessRefreshToken();
        };
    }

    private static BadCredentialsException worthlessRefreshToken() {
        return new BadCredentialsException(
                "the refresh token was used already, has expired or its session has ended; log in again");
    }

    void close(Session session, Origin origin) {
        if (sessions.revoke(session.tenant(), session.id())) {
            LoggedOut out = new LoggedOut(new UserId(session.userId()), session.id());
            tell(new SecurityEvent(session.tenant(), session.username(), out), origin);
        }
    }

    /** Ends all sessions of the caller but the one that asks for it, and tells how many. */
    int closeOthers(UserIdentity caller, Origin origin) {
        int ended = sessions.revokeOthers(caller.tenant(), caller.userId(), caller.session());
        if (ended > 0) {
            SessionsEnded event = new SessionsEnded(new UserId(caller.userId()), ended);
            tell(new SecurityEvent(caller.tenant(), caller.username(), event), origin);
        }
        return ended;
    }

    /**
     * Replaces the caller's password and ends the caller's other sessions.
     *
     * @throws RefusedException if the old password is not the password, or the new one can't be taken
     */
    void changePassword(UserIdentity caller, ChangePasswordBody body, Origin origin) {
        User user = proven(caller, "old_password", body.oldPassword(), origin);
        PasswordRules.soundFor(user.username(), "new_password", body.newPassword());
        if (body.newPassword().equals(body.oldPassword())) {
            throw new RefusedException(new InvalidValue("new_password", "new_password is the old one"));
        }
        users.changePassword(user, body.newPassword(), Optional.of(caller.session()));
        tell(user, new PasswordChanged(user.userId()), origin);
    }

    /**
     * The caller, who has to show the password again. Guesses count as failed logins: a stolen token must not be a way
     * to find the password out.
     *
     * @throws RefusedException naming the field, if it is not the password
     */
    User proven(UserIdentity caller, String field, String password, Origin origin) {
        User user = known(caller);
        Attempt attempt = attempts.begin(user.tenant(), user.username(), origin.address());
        if (!proves(attempt, Optional.of(user), password)) {
            failed(user, Failure.WRONG_PASSWORD, attempt, origin);
            throw new RefusedException(new InvalidValue(field, field + " is not the password"));
        }
        attempts.succeeded(attempt);
        return user;
    }

    User known(UserIdentity caller) {
        return users.find(caller.tenant(), caller.userId())
                .orElseThrow(() -> new RefusedException(
                        new NotFound("user", caller.userId().toString())));
    }

    boolean proves(Attempt attempt, Optional<User> user, String password) {
        try {
            return passwords.matches(password, user.map(User::passwordHash));
        } catch (RefusedException tooBusy) {
            attempts.takeBack(attempt);
            throw tooBusy;
        }
    }

    private BadCredentialsException refused(Optional<User> user, Failure reason, Attempt attempt, Origin origin) {
        user.ifPresent(known -> failed(known, reason, attempt, origin));
        return new BadCredentialsException("user name or password is wrong");
    }

    void failed(User user, Failure reason, Attempt attempt, Origin origin) {
        tell(new SecurityEvent(user.tenant(), SecurityEvent.STRANGER, new LoginFailed(user.userId(), reason)), origin);
        if (attempts.locks(attempt)) {
            LockedOut out = new LockedOut(user.userId(), attempt.failures());
            tell(new SecurityEvent(user.tenant(), SecurityEvent.STRANGER, out), origin);
        }
    }

    private Login answer(Opened opened) {
        Session session = opened.session();
        return new Login(
                tokens.issue(session),
                "bearer",
                tokens.lifetime().toSeconds(),
                opened.refreshToken(),
                session.id(),
                session.userId(),
                session.username(),
                session.passwordChangeRequired());
    }

    void tell(User user, LoginEvent what, Origin origin) {
        tell(new SecurityEvent(user.tenant(), user.username(), what), origin);
    }

    private void tell(SecurityEvent event, Origin origin) {
        watches.forEach(watch -> watch.saw(event, origin.correlationId()));
    }
}
