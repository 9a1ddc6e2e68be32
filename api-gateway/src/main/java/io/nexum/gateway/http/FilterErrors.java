package io.nexum.gateway.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers what goes wrong in front of the controllers, as a database that is down when a session is looked up. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class FilterErrors extends OncePerRequestFilter {
    private final Errors errors;

    FilterErrors(Errors errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            errors.answer(e, request, response);
        }
    }
}
