package io.nexum.gateway.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a name that ties together all that it caused: the client's, if it sent a sound one, else a new
 * one. It is in the answer, in the log lines and in the metadata of the events.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class CorrelationId extends OncePerRequestFilter {
    public static final String HEADER = "X-Correlation-ID";

    private static final String ATTRIBUTE = CorrelationId.class.getName();
    private static final Pattern SOUND = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The name of a request, whether or not the filter has seen it. */
    public static String of(HttpServletRequest request) {
        Object known = request.getAttribute(ATTRIBUTE);
        if (known instanceof String id) {
            return id;
        }
        String id = Stream.of(HEADER, "X-Request-ID")
                .map(request::getHeader)
                .filter(sent -> sent != null && SOUND.matcher(sent).matches())
                .findFirst()
                .orElseGet(() -> UUID.randomUUID().toString());
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = of(request);
        response.setHeader(HEADER, id);
        MDC.put(LogFields.CORRELATION, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(LogFields.CORRELATION);
        }
    }
}
