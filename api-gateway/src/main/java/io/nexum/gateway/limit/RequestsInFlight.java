package io.nexum.gateway.limit;

import io.nexum.gateway.http.BodyLimit;
import io.nexum.gateway.http.Problem;
import io.nexum.gateway.settings.Settings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what is held in memory for requests that are being served. One that comes above the bound is refused at once:
 * the sender learns it while there is still time to go elsewhere.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class RequestsInFlight extends OncePerRequestFilter {
    private static final int BYTES_A_PLACE = 8 * 1024;

    private final int mostPlaces;
    private final Semaphore places;

    RequestsInFlight(Settings settings) {
        this.mostPlaces = settings.web().requestsInFlight();
        this.places = new Semaphore(mostPlaces);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return UnlimitedRoutes.contain(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int taken = Math.min(mostPlaces, places(request));
        if (!places.tryAcquire(taken)) {
            response.setHeader("Connection", "close"); // the body is not read
            Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "too-busy",
                            "more requests are being served than there is room for; nothing was done, send it again")
                    .answer(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release(taken);
        }
    }

    /** A body of unknown length may have as many bytes as are read at all. */
    private static int places(HttpServletRequest request) {
        long announced = request.getContentLengthLong();
        boolean unknown = announced < 0 && request.getHeader("Transfer-Encoding") != null;
        long bytes = unknown ? BodyLimit.MAX_BYTES : Math.max(0, announced);
        return 1 + Math.toIntExact(bytes / BYTES_A_PLACE);
    }
}
