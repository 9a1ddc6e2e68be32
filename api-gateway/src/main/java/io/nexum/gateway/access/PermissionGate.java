package io.nexum.gateway.access;

import io.nexum.kernel.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a request through to its route if the route's declared permission is granted. Deny is the default. */
@Component
class PermissionGate implements HandlerInterceptor, WebMvcConfigurer {
    /** Routes that come from libraries; what they show is open to all. */
    private static final String OPEN_LIBRARIES = "org.springdoc.";

    private final RefusedPermissions refused;

    PermissionGate(RefusedPermissions refused) {
        this.refused = refused;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod route && !mayEnter(route)) {
            Needs needs = route.getMethodAnnotation(Needs.class);
            if (needs == null) {
                throw new AccessDeniedException("nobody may do that");
            }
            if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
                refused.saw(signedIn.getPrincipal(), needs.value(), request);
            }
            throw new AccessDeniedException("this asks for the permission " + Json.wireName(needs.value()));
        }
        return true;
    }

    private static boolean mayEnter(HandlerMethod route) {
        if (route.hasMethodAnnotation(OpenToAll.class)
                || route.getBeanType().getName().startsWith(OPEN_LIBRARIES)) {
            return true;
        }
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn)) {
            return false;
        }
        Identity identity = signedIn.getPrincipal();
        ForEveryUser forEveryUser = route.getMethodAnnotation(ForEveryUser.class);
        if (identity instanceof UserIdentity user
                && user.passwordChangeRequired()
                && (forEveryUser == null || !forEveryUser.evenWithOneTimePassword())) {
            throw new PasswordChangeRequired();
        }
        Needs needs = route.getMethodAnnotation(Needs.class);
        return needs == null ? forEveryUser != null && identity instanceof UserIdentity : identity.may(needs.value());
    }
}
