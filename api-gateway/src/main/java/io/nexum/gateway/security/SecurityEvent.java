package io.nexum.gateway.security;

import io.nexum.kernel.TenantId;
import java.util.Optional;
import java.util.UUID;

/** What happened to somebody's way in. No name that nobody has is told: it may be a password in the wrong field. */
public sealed interface SecurityEvent {
    TenantId tenant();

    record LoggedIn(TenantId tenant, UUID user, String username, UUID session) implements SecurityEvent {}

    /** Why somebody was not let in. */
    enum Reason {
        WRONG_PASSWORD,
        BARRED
    }

    /** @param user absent if there is no user of that name */
    record LoginRefused(TenantId tenant, Optional<UUID> user, Optional<String> username, Reason reason)
            implements SecurityEvent {}

    /** So many failures in a row that the next attempts are refused for a while. Told once each time it begins. */
    record LockedOut(TenantId tenant, UUID user, String username, int failures) implements SecurityEvent {}

    record LoggedOut(TenantId tenant, UUID user, String username, UUID session) implements SecurityEvent {}

    /** A refresh token came a second time: it was stolen or lost. The session was ended. */
    record RefreshTokenReused(TenantId tenant, UUID user, String username, UUID session) implements SecurityEvent {}

    record PasswordChanged(TenantId tenant, UUID user, String username) implements SecurityEvent {}
}
