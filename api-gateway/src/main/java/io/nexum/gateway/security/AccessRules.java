package io.nexum.gateway.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * The one place that decides who may do what over HTTP: a few routes are open to all, every other one asks for a user
 * who is logged in.
 */
@Component
public class AccessRules implements AuthorizationManager<RequestAuthorizationContext> {
    private static final Set<String> OPEN_ROUTES = Set.of(
            "/",
            "/health",
            "/health/live",
            "/health/ready",
            "/docs",
            "/openapi.json",
            "/v3/api-docs",
            "/favicon.ico",
            "/auth/login",
            "/auth/refresh",
            "/auth/reset-password",
            "/rbac/auth/login");
    private static final List<String> OPEN_FOLDERS = List.of("/swagger-ui/", "/openapi.json/");

    boolean isOpen(HttpServletRequest request) {
        String path = request.getServletPath();
        return OPEN_ROUTES.contains(path) || OPEN_FOLDERS.stream().anyMatch(path::startsWith);
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> user, RequestAuthorizationContext context) {
        if (isOpen(context.getRequest())) {
            return new AuthorizationDecision(true);
        }
        Authentication authentication = user.get();
        return new AuthorizationDecision(authentication != null && authentication.isAuthenticated());
    }
}
