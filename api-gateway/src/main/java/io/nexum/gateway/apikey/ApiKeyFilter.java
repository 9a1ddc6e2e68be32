package io.nexum.gateway.apikey;

import io.nexum.gateway.access.KeyIdentity;
import io.nexum.gateway.access.SignedIn;
import io.nexum.gateway.http.ClientAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a machine in that sends an API key: in the header {@code X-API-Key}, or in {@code Authorization} as {@code ApiKey}
 * or {@code Bearer}. It stands in front of the check of access tokens.
 */
public final class ApiKeyFilter extends OncePerRequestFilter {
    private static final String HEADER = "X-API-Key";
    private static final String AUTHORIZATION = "Authorization";
    private static final String SCHEME = "ApiKey ";
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;
    private final ClientAddress addresses;
    private final Predicate<HttpServletRequest> open;
    private final AuthenticationEntryPoint refusal;

    /**
     * @param open routes that ask for no login; a key is not looked at there
     * @param refusal tells a request that its key doesn't count
     */
    public ApiKeyFilter(
            ApiKeys keys,
            ClientAddress addresses,
            Predicate<HttpServletRequest> open,
            AuthenticationEntryPoint refusal) {
        this.keys = keys;
        this.addresses = addresses;
        this.open = open;
        this.refusal = refusal;
    }

    /** Whether the request comes with an API key, be it good or not. */
    public static boolean sentBy(HttpServletRequest request) {
        return !sent(request).isEmpty();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return open.test(request) || !sentBy(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<KeyIdentity> machine = only(request).flatMap(key -> keys.of(key, addresses.of(request)));
        if (machine.isEmpty()) {
            refusal.commence(request, response, new BadCredentialsException("the API key is not valid here"));
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(machine.get()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    /** The request's key, if it proves itself with nothing else: of two it can't be known who asks. */
    private static Optional<ApiKeyText> only(HttpServletRequest request) {
        List<String> sent = sent(request);
        long proofs = Stream.of(HEADER, AUTHORIZATION)
                .mapToLong(name -> Collections.list(request.getHeaders(name)).size())
                .sum();
        return proofs == 1 ? ApiKeyText.parse(sent.getFirst()) : Optional.empty();
    }

    private static List<String> sent(HttpServletRequest request) {
        return Stream.concat(
                        Collections.list(request.getHeaders(HEADER)).stream(),
                        Collections.list(request.getHeaders(AUTHORIZATION)).stream()
                                .flatMap(value -> inAuthorization(value).stream()))
                .map(String::strip)
                .toList();
    }

    private static Optional<String> inAuthorization(String value) {
        if (value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.of(value.substring(SCHEME.length()));
        }
        return value.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(value.substring(BEARER.length()).strip())
                        .filter(text -> text.startsWith(ApiKeyText.START))
                : Optional.empty();
    }
}
