package io.nexum.gateway.limit;

import io.nexum.gateway.access.Identity;
import io.nexum.gateway.access.KeyIdentity;
import io.nexum.gateway.access.SignedIn;
import io.nexum.gateway.access.UserIdentity;
import io.nexum.gateway.http.ClientAddress;
import io.nexum.gateway.http.TooManyRequests;
import io.nexum.gateway.settings.LimitSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 429 to those who ask for more than their budgets. It stands behind the check of the token, for it must know
 * who asks; a request whose token doesn't count ends there and is counted by {@link #counting}.
 */
public final class RateLimitFilter extends OncePerRequestFilter {
    private static final int SITE_BYTES = 8;

    private final RateLimits limits;
    private final LimitSettings settings;
    private final ClientAddress addresses;

    RateLimitFilter(RateLimits limits, LimitSettings settings, ClientAddress addresses) {
        this.limits = limits;
        this.settings = settings;
        this.addresses = addresses;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return UnlimitedRoutes.contain(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<Budget> budgets = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? budgets(signedIn.getPrincipal())
                : addressBudget(request);
        require(budgets, response);
        chain.doFilter(request, response);
    }

    /** Counts requests whose token is refused against their address, before they are told so. */
    public AuthenticationEntryPoint counting(AuthenticationEntryPoint refusal) {
        return (HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) -> {
            require(addressBudget(request), response);
            refusal.commence(request, response, reason);
        };
    }

    private List<Budget> budgets(Identity identity) {
        List<Budget> budgets = new ArrayList<>(2);
        String tenant = identity.tenant().value();
        switch (identity) {
            case UserIdentity user -> add(budgets, Budget.Kind.USER, tenant + "/" + user.userId(), settings.aUser());
            case KeyIdentity key ->
                add(
                        budgets,
                        Budget.Kind.API_KEY,
                        tenant + "/" + key.keyId(),
                        key.bounds().requestsPerMinute().orElse(settings.aUser()));
        }
        add(budgets, Budget.Kind.TENANT, tenant, settings.aTenant());
        return budgets;
    }

    private static void add(List<Budget> budgets, Budget.Kind kind, String owner, int perMinute) {
        if (perMinute > 0) {
            budgets.add(new Budget(kind, owner, perMinute));
        }
    }

    private List<Budget> addressBudget(HttpServletRequest request) {
        return settings.anAddress() == 0
                ? List.of()
                : List.of(new Budget(Budget.Kind.ADDRESS, site(addresses.of(request)), settings.anAddress()));
    }

    /** One subscriber has a whole network of IPv6 addresses, so these count by their first 64 bits. */
    private static String site(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), SITE_BYTES))
                : address.getHostAddress();
    }

    private void require(List<Budget> budgets, HttpServletResponse response) {
        limits.count(budgets).ifPresent(count -> {
            int perMinute = count.tightest().perMinute();
            response.setHeader("RateLimit-Limit", Integer.toString(perMinute));
            response.setHeader("RateLimit-Remaining", Long.toString(Math.max(0, count.remaining())));
            response.setHeader("RateLimit-Reset", seconds(count.full()));
            if (!count.granted()) {
                throw new TooManyRequests(
                        "rate-limit-exceeded",
                        count.tightest().kind().words() + " may send " + perMinute
                                + " requests a minute; send this one again in " + seconds(count.next()) + " s",
                        count.next());
            }
        });
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.plusNanos(999_999_999).toSeconds());
    }
}
