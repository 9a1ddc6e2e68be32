package io.nexum.bench.bank;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Takes the program's traces and throws them away, so that what is measured has to make and send them. */
public final class TraceSink implements AutoCloseable {
    private static final String PATH = "/v1/traces";
    private static final int OK = 200;
    private static final int NO_BODY = -1;

    private final HttpServer server;

    private TraceSink(HttpServer server) {
        this.server = server;
    }

    public static TraceSink start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(PATH, exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(OK, NO_BODY);
            exchange.close();
        });
        server.start();
        return new TraceSink(server);
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
