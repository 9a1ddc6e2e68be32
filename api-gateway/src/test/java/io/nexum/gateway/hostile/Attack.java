package io.nexum.gateway.hostile;

import java.net.http.HttpRequest.BodyPublisher;
import java.util.List;

/**
 * A request as it is sent.
 *
 * @param what is hostile about it
 * @param target path and query, encoded
 * @param headers names and values in turn
 */
record Attack(String what, String method, String target, List<String> headers, BodyPublisher body) {
    @Override
    public String toString() {
        String start = target.length() > 300 ? target.substring(0, 300) + "..." : target;
        return "%s: %s %s %s".formatted(what, method, start, headers.toString().length() > 300 ? "" : headers);
    }
}
