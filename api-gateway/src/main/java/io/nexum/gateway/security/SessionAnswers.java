package io.nexum.gateway.security;

import io.nexum.gateway.security.Sessions.Session;
import io.nexum.kernel.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Logins as their users and administrators see them. */
public final class SessionAnswers {
    private SessionAnswers() {}

    /**
     * @param id the same as {@code sessionId}
     * @param lastUsedAt when it was opened or its tokens were renewed last
     * @param current whether it is the one that asks
     */
    record LiveSession(
            UUID sessionId, UUID id, Instant createdAt, Instant lastUsedAt, Instant expiresAt, boolean current) {}

    public record SessionList(List<LiveSession> sessions, long total, int skip, int limit) {
        static SessionList of(Page<Session> page, Optional<UUID> current) {
            return new SessionList(
                    page.items().stream()
                            .map(session -> new LiveSession(
                                    session.id(),
                                    session.id(),
                                    session.createdAt(),
                                    session.lastUsedAt(),
                                    session.expiresAt(),
                                    current.equals(Optional.of(session.id()))))
                            .toList(),
                    page.total(),
                    page.skip(),
                    page.limit());
        }
    }

    /** @param ended how many sessions */
    public record SessionsEndedAnswer(int ended) {}
}
