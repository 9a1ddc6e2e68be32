package io.nexum.gateway.security;

import java.util.UUID;

/**
 * What a client is told who is let in.
 *
 * @param accessToken goes into the header {@code Authorization: Bearer ...} of each request
 * @param tokenType always {@code bearer}
 * @param expiresIn seconds until the access token no longer counts
 * @param refreshToken good for one new login without the password
 * @param passwordChangeRequired the password was for one time: the token is good for choosing another and no more
 */
record Login(
        String accessToken,
        String tokenType,
        long expiresIn,
        String refreshToken,
        UUID sessionId,
        UUID userId,
        String username,
        boolean passwordChangeRequired) {}
