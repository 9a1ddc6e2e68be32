package io.nexum.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {
    private final Set<String> keysSeen = ConcurrentHashMap.newKeySet();
    private final AtomicLong requestsSeen = new AtomicLong();
    private HttpServer server;
    private volatile int status = 201;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/deposit", exchange -> {
            keysSeen.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            byte[] body = exchange.getRequestBody().readAllBytes();
            requestsSeen.incrementAndGet();
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void every_connection_is_kept_busy_and_every_request_is_answered() throws IOException {
        LoadResult result = Load.run(server.getAddress(), 4, new CountedKeys(), Duration.ZERO, Duration.ofMillis(200));

        assertThat(result.answers()).isPositive().isLessThanOrEqualTo(requestsSeen.get());
        assertThat(result.latency().count()).isEqualTo(result.answers());
        assertThat(keysSeen).hasSize((int) requestsSeen.get());
    }

    @Test
    void a_load_that_is_refused_measures_nothing() {
        status = 503;
        assertThatThrownBy(() ->
                        Load.run(server.getAddress(), 1, new CountedKeys(), Duration.ZERO, Duration.ofMillis(200)))
                .hasMessageContaining("503")
                .hasMessageContaining("key-");
    }

    private static final class CountedKeys implements Requests {
        private final RequestTemplate template =
                RequestTemplate.post("/deposit", "token", RequestTemplate.slot(8), "key-body");
        private int count;

        @Override
        public int maxLength() {
            return template.length();
        }

        @Override
        public void next(ByteBuffer request) {
            template.writeTo(request);
            template.fill(request, 0, String.format("%08x", count++).getBytes(StandardCharsets.US_ASCII));
        }
    }
}
