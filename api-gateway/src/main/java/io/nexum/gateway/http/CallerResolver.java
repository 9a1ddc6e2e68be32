package io.nexum.gateway.http;

import io.nexum.gateway.access.Identity;
import io.nexum.gateway.access.SignedIn;
import io.nexum.kernel.QueryContext.Consistency;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a controller the {@link Caller} of its request. */
final class CallerResolver implements HandlerMethodArgumentResolver {
    private final Clock clock;

    CallerResolver(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Identity identity = identity();
        return new Caller(
                identity.tenant(),
                identity.username(),
                identity.authority(),
                CorrelationId.of(request),
                Instant.now(clock).truncatedTo(ChronoUnit.MICROS),
                request.getMethod() + " " + request.getRequestURI(),
                consistency(request),
                dryRun(request),
                Optional.ofNullable(request.getHeader("Idempotency-Key")).map(CallerResolver::unquoted));
    }

    private static Identity identity() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            return signedIn.getPrincipal();
        }
        throw new IllegalStateException("a route without a user has no caller");
    }

    private static Consistency consistency(HttpServletRequest request) {
        String asked = request.getParameter("consistency");
        return switch (asked == null ? "strong" : asked) {
            case "strong" -> Consistency.STRONG;
            case "eventual" -> Consistency.EVENTUAL;
            default -> throw new RefusedException(new InvalidValue("consistency", "consistency is strong or eventual"));
        };
    }

    private static boolean dryRun(HttpServletRequest request) {
        String header = request.getHeader("X-Dry-Run");
        return yes("X-Dry-Run", header) || yes("dry_run", request.getParameter("dry_run"));
    }

    /** Neither true nor false is refused, for a dry run that is none would be a costly misunderstanding. */
    private static boolean yes(String field, @Nullable String value) {
        if (value == null || value.equalsIgnoreCase("false")) {
            return false;
        }
        if (value.equalsIgnoreCase("true")) {
            return true;
        }
        throw new RefusedException(new InvalidValue(field, field + " is true or false"));
    }

    /** The draft writes the key as a quoted string; most clients send it bare. */
    private static String unquoted(String key) {
        boolean quoted = key.length() > 2 && key.startsWith("\"") && key.endsWith("\"");
        return quoted ? key.substring(1, key.length() - 1) : key;
    }
}
