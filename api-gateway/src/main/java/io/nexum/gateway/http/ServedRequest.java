package io.nexum.gateway.http;

import java.time.Duration;
import java.util.Optional;

/**
 * A request that was answered, without anything that it carried.
 *
 * @param route the route's template as {@code /accounts/{account_id}}, never the path itself; empty if there is none
 * @param tenant whose user sent it; empty if nobody was logged in, as is the user
 * @param command what was sent to the command side, if anything
 */
public record ServedRequest(
        String method,
        Optional<String> route,
        int status,
        Duration took,
        Optional<String> tenant,
        Optional<String> user,
        Optional<String> command) {}
