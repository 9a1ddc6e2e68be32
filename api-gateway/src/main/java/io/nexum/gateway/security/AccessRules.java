package io.nexum.gateway.security;

import io.nexum.gateway.access.OpenToAll;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The one place that decides who may do what over HTTP: routes that declare {@link OpenToAll} are, and so is the API's
 * document; every other one asks for a user who is logged in.
 */
@Component
public class AccessRules implements AuthorizationManager<RequestAuthorizationContext> {
    /** What no controller of ours serves. */
    private static final Set<String> DOCUMENT = Set.of("/docs", "/openapi.json", "/v3/api-docs", "/favicon.ico");

    private static final List<String> DOCUMENT_FOLDERS = List.of("/swagger-ui/", "/openapi.json/");

    private final Supplier<Set<String>> openRoutes;

    /** @param mappings asked for at the first request: they are made after the filters that ask here */
    AccessRules(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.openRoutes = SingletonSupplier.of(() -> openRoutes(mappings.stream()));
    }

    private static Set<String> openRoutes(Stream<RequestMappingHandlerMapping> mappings) {
        return mappings.flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(route -> route.getValue().hasMethodAnnotation(OpenToAll.class))
                .flatMap(route -> route.getKey().getDirectPaths().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isOpen(HttpServletRequest request) {
        String path = request.getServletPath();
        return openRoutes.get().contains(path)
                || DOCUMENT.contains(path)
                || DOCUMENT_FOLDERS.stream().anyMatch(path::startsWith);
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
