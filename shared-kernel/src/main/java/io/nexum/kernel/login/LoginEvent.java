package io.nexum.kernel.login;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.user.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * Everything that can happen to a user's way in. Passwords, tokens, codes and what they are made of are never among it,
 * nor is where a request came from: a network address is personal data.
 */
public sealed interface LoginEvent extends DomainEvent {
    UserId user();

    @Override
    default StreamId stream() {
        return streamOf(user());
    }

    static StreamId streamOf(UserId user) {
        return StreamId.of("login", user);
    }

    record LoggedIn(UserId user, UUID session) implements LoginEvent {}

    /** Why somebody was not let in. */
    enum Failure {
        WRONG_PASSWORD,
        /** The password was right, and the code of the second factor was not. */
        WRONG_CODE,
        /** The password was right, and an administrator keeps the user out. */
        BARRED
    }

    record LoginFailed(UserId user, Failure reason) implements LoginEvent {}

    /** So many failures in a row that the next attempts are refused for a while. */
    record LockedOut(UserId user, int failures) implements LoginEvent {}

    /** One session was ended by its user. */
    record LoggedOut(UserId user, UUID session) implements LoginEvent {}

    /** Several sessions were ended at once, by their user or by an administrator. */
    record SessionsEnded(UserId user, int sessions) implements LoginEvent {}

    /** A refresh token came a second time: it was stolen or lost. The session was ended. */
    record RefreshTokenReused(UserId user, UUID session) implements LoginEvent {}

    record PasswordChanged(UserId user) implements LoginEvent {}

    /** An administrator had a token made that a new password can be set with, once. */
    record PasswordResetIssued(UserId user, Instant expiresAt) implements LoginEvent {}

    /** The token was used. All sessions were ended. */
    record PasswordReset(UserId user) implements LoginEvent {}

    /** From here on a login asks for a code beside the password. */
    record TotpEnabled(UserId user) implements LoginEvent {}

    record TotpDisabled(UserId user) implements LoginEvent {}

    /** @param left how many are left */
    record RecoveryCodeUsed(UserId user, int left) implements LoginEvent {}
}
