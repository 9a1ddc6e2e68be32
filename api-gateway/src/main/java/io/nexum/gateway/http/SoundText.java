package io.nexum.gateway.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets no control character and no broken UTF-8 in by path or query: a database refuses some of them, and a log is
 * read by people.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
public class SoundText extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (sound(request.getRequestURI()) && sound(request.getQueryString())) {
            chain.doFilter(request, response);
        } else {
            Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "malformed-request",
                            "path and parameters are UTF-8 text without control characters")
                    .answer(request, response);
        }
    }

    static boolean sound(@Nullable String encoded) {
        if (encoded == null || encoded.indexOf('%') < 0) {
            return true;
        }
        try {
            String text = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            return text.chars().noneMatch(c -> Character.isISOControl(c) || c == '\uFFFD');
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
