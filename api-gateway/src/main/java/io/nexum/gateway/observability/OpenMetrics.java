package io.nexum.gateway.observability;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers {@code GET /metrics} before anybody is asked for a token, where the operator wants it so. */
final class OpenMetrics extends OncePerRequestFilter {
    private final Scrape scrape;

    OpenMetrics(Scrape scrape) {
        this.scrape = scrape;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getMethod().equals("GET")) {
            chain.doFilter(request, response);
            return;
        }
        response.setContentType(Scrape.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(scrape.text().getBytes(StandardCharsets.UTF_8));
    }
}
