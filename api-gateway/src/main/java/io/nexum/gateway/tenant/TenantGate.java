package io.nexum.gateway.tenant;

import io.nexum.gateway.access.ForEveryUser;
import io.nexum.gateway.access.Identity;
import io.nexum.gateway.access.SignedIn;
import io.nexum.gateway.access.UserIdentity;
import io.nexum.gateway.http.CorrelationId;
import io.nexum.gateway.settings.Settings;
import io.nexum.gateway.settings.TenantOptions;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Refusals.NotFound;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.tenant.Quota;
import io.nexum.kernel.tenant.TenantQuery.TenantView;
import io.nexum.kernel.tenant.TenantRefusal.ForeignTenant;
import io.nexum.kernel.tenant.TenantRefusal.QuotaExceeded;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriUtils;

/**
 * Settles for which tenant a request is, before anything is asked of it. That is the tenant of the token. The header and
 * the name in front of the domain may only name the same one; to whoever names another, an unknown tenant and a known
 * one are the same refusal. Who administers the installation may name any tenant and then acts for that one, which is on
 * record in its log.
 */
@Component
class TenantGate implements HandlerInterceptor, WebMvcConfigurer {
    static final String NAME_HEADER = "X-Tenant-Name";

    private final Tenants tenants;
    private final TenantOptions options;
    private final TenantChoice choice;
    private final Border border;
    private final ApiCalls calls;
    private final QuotaGuard quotas;
    private final Clock clock;

    TenantGate(Tenants tenants, Commands commands, ApiCalls calls, QuotaGuard quotas, Settings settings, Clock clock) {
        this.tenants = tenants;
        this.options = settings.tenants();
        this.choice = new TenantChoice(options);
        this.border = new Border(commands, clock);
        this.calls = calls;
        this.quotas = quotas;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            Identity identity = signedIn.getPrincipal();
            TenantView own = tenants.mustBeActive(identity.tenant());
            Optional<String> other = other(identity, choice.asked(request));
            TenantView tenant =
                    other.map(name -> cross(identity, name, request, handler)).orElse(own);
            response.setHeader(options.header(), tenant.id().value());
            response.setHeader(
                    NAME_HEADER, UriUtils.encodePath(tenant.profile().displayName(), StandardCharsets.UTF_8));
            count(tenant.id());
        }
        return true;
    }

    private void count(TenantId tenant) {
        if (options.usage()) {
            Instant now = clock.instant();
            long sent = calls.count(tenant, now);
            quotas.limit(tenant, Quota.HOURLY_API_CALLS)
                    .filter(limit -> sent > limit)
                    .ifPresent(limit -> {
                        throw new RefusedException(new QuotaExceeded(
                                Quota.HOURLY_API_CALLS, limit, QuotaGuard.end(Quota.HOURLY_API_CALLS, now)));
                    });
        }
    }

    /** What is asked for beside the token's own tenant. */
    private static Optional<String> other(Identity identity, List<String> asked) {
        return asked.stream()
                .filter(name -> !TenantChoice.id(name).equals(Optional.of(identity.tenant())))
                .findFirst();
    }

    private TenantView cross(Identity identity, String name, HttpServletRequest request, Object handler) {
        String correlation = CorrelationId.of(request);
        boolean administers = identity instanceof UserIdentity user
                && !user.passwordChangeRequired()
                && user.may(Permission.MANAGE_TENANTS);
        if (!administers || choice.asked(request).size() > 1) {
            border.refused(identity, name, correlation);
            throw new RefusedException(new ForeignTenant(identity.tenant()));
        }
        TenantId target = TenantChoice.id(name)
                .filter(id -> tenants.find(id).isPresent())
                .orElseThrow(() -> new RefusedException(new NotFound("tenant", name)));
        TenantView tenant = tenants.mustBeActive(target);
        // What is only one's own stays with one's own tenant.
        boolean ownMatter = handler instanceof HandlerMethod route && route.hasMethodAnnotation(ForEveryUser.class);
        if (!ownMatter) {
            UserIdentity acting = ((UserIdentity) identity).actingFor(target);
            border.entered(acting, correlation);
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new SignedIn(acting));
            SecurityContextHolder.setContext(context);
        }
        return tenant;
    }
}
