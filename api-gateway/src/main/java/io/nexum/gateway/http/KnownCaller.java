package io.nexum.gateway.http;

import io.nexum.gateway.access.Identity;
import io.nexum.gateway.access.KeyIdentity;
import io.nexum.gateway.access.SignedIn;
import io.nexum.gateway.access.UserIdentity;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes who sent a request, for the lines of the log. It stands behind the check of the token. A user is noted by id:
 * names are personal data.
 */
public final class KnownCaller extends OncePerRequestFilter {
    private static final String ATTRIBUTE = KnownCaller.class.getName();

    /** Empty if nobody was logged in. */
    static Optional<Identity> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Identity identity ? Optional.of(identity) : Optional.empty();
    }

    static String name(Identity identity) {
        return switch (identity) {
            case UserIdentity user -> user.userId().toString();
            case KeyIdentity key -> "key:" + key.keyId();
        };
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            Identity identity = signedIn.getPrincipal();
            request.setAttribute(ATTRIBUTE, identity);
            MDC.put(LogFields.TENANT, identity.tenant().value());
            MDC.put(LogFields.USER, name(identity));
        }
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(LogFields.TENANT);
            MDC.remove(LogFields.USER);
        }
    }
}
