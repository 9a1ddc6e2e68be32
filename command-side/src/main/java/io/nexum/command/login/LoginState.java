package io.nexum.command.login;

import io.nexum.command.EntityType;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.login.LoginEvent;
import io.nexum.kernel.login.LoginEvent.LockedOut;
import io.nexum.kernel.login.LoginEvent.LoggedIn;
import io.nexum.kernel.login.LoginEvent.LoginFailed;

/**
 * What is on record of a user's way in.
 *
 * @param failures how many failed logins are on record since the last success or lock-out
 */
public record LoginState(int failures) {
    public static final EntityType<LoginState> TYPE =
            new EntityType<>("login", new LoginState(0), LoginState.class, "1", LoginState::evolve);

    static LoginState evolve(LoginState before, DomainEvent event) {
        return switch ((LoginEvent) event) {
            case LoginFailed failed -> new LoginState(before.failures + 1);
            case LoggedIn in -> new LoginState(0);
            case LockedOut out -> new LoginState(0);
            default -> before;
        };
    }
}
