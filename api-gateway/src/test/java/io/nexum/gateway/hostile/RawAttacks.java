package io.nexum.gateway.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What no HTTP client sends: written to the socket as it is. */
final class RawAttacks {
    private static final int PATIENCE_MS = 10_000;

    private RawAttacks() {}

    /** @param fine a request's headers that would be right, each with its line's end */
    static List<String> on(String method, String target, String fine) {
        String start = method + " " + target;
        String http = " HTTP/1.1\r\n";
        String end = "Connection: close\r\n\r\n";
        return List.of(
                start + "\r\n\r\n",
                start + " HTTP/9.9\r\n" + fine + end,
                start + " HTTP/1.1 again\r\n" + fine + end,
                start + " JUNK\r\n" + fine + end,
                method.toLowerCase(java.util.Locale.ROOT) + " " + target + http + fine + end,
                "GE\u0000T " + target + http + fine + end,
                method + " /../../.." + target + http + fine + end,
                method + " " + target + "/%zz" + http + fine + end,
                method + " " + target + "?a=%" + http + fine + end,
                method + " " + target + "?a=\"<>^`{|}\\" + http + fine + end,
                method + " " + target + "/\u0001\u00ff" + http + fine + end,
                method + " //" + target + http + fine + end,
                method + " http://elsewhere.example" + target + http + fine + end,
                method + " * HTTP/1.1\r\n" + fine + end,
                start + http + end,
                start + http + fine + "Host: other.example\r\n" + end,
                start + http + fine + "No colon here\r\n" + end,
                start + http + fine + "X-Bad: a\u0000b\r\n" + end,
                start + http + fine + "Bad Name: x\r\n" + end,
                start + http + fine + "X-Folded: a\r\n b\r\n" + end,
                start + http + fine + "X-Long: " + "x".repeat(70_000) + "\r\n" + end,
                start + http + fine + "X-Many: 1\r\n".repeat(500) + end,
                start + http + fine + "Content-Length: -1\r\n" + end,
                start + http + fine + "Content-Length: 99999999999999999999\r\n" + end,
                start + http + fine + "Content-Length: 2\r\nContent-Length: 3\r\n" + end + "{}",
                start + http + fine + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n" + end + "0\r\n\r\n",
                start + http + fine + "Transfer-Encoding: nonsense\r\n" + end,
                start + http + fine + "Transfer-Encoding: chunked\r\n" + end + "zz\r\n{}\r\n0\r\n\r\n",
                start + http + fine + "Transfer-Encoding: chunked\r\n" + end + "ffffffffffff\r\n{}",
                start + http + fine + "Expect: nonsense\r\n" + end,
                start + http + fine + "Upgrade: h2c\r\nHTTP2-Settings: x\r\n" + end,
                start.replace(' ', '\t') + http.replace("\r", "") + fine.replace("\r", "") + "\n");
    }

    /** What was answered until the server closed, be it nothing. */
    static String send(URI base, String request) {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException e) {
            return ""; // hung up before all was sent
        } catch (IOException e) {
            throw new UncheckedIOException(request.lines().findFirst().orElse(""), e);
        }
    }
}
