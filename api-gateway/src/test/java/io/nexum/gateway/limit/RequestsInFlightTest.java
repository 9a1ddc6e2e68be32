package io.nexum.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.settings.Settings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestsInFlightTest {
    private final RequestsInFlight filter =
            new RequestsInFlight(Settings.read(Map.of("NEXUM_REQUESTS_IN_FLIGHT", "16")));

    /** Sends a request, and others while it is being served. */
    private int status(String path, int bytes, Runnable meanwhile) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setContent(new byte[bytes]);
        MockHttpServletResponse response = new MockHttpServletResponse();
        FilterChain chain = (req, res) -> meanwhile.run();
        try {
            filter.doFilter(request, response, chain);
        } catch (IOException | ServletException e) {
            throw new IllegalStateException(e);
        }
        return response.getStatus();
    }

    private int status(String path, int bytes) {
        return status(path, bytes, () -> {});
    }

    /** Has so many requests served at a time, then does something more. */
    private void with(int requests, Runnable then) {
        if (requests == 0) {
            then.run();
        } else {
            assertThat(status("/customers", 0, () -> with(requests - 1, then))).isEqualTo(200);
        }
    }

    @Test
    void a_request_above_the_bound_is_refused_at_once() {
        with(15, () -> assertThat(status("/customers", 0)).isEqualTo(200));
        with(16, () -> assertThat(status("/customers", 0)).isEqualTo(503));
        assertThat(status("/customers", 0)).isEqualTo(200);
    }

    @Test
    void a_large_body_counts_as_several() {
        with(12, () -> assertThat(status("/transactions/bulk", 31 * 1024)).isEqualTo(200));
        with(13, () -> assertThat(status("/transactions/bulk", 31 * 1024)).isEqualTo(503));
    }

    @Test
    void the_largest_body_is_served_when_nothing_else_is() {
        assertThat(status("/transactions/bulk", 1 << 20)).isEqualTo(200);
    }

    @Test
    void health_is_answered_in_any_case() {
        with(16, () -> assertThat(status("/health", 0)).isEqualTo(200));
    }
}
