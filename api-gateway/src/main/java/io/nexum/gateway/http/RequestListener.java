package io.nexum.gateway.http;

import jakarta.servlet.http.HttpServletRequest;

/** Told of each request, on the request's thread. */
@FunctionalInterface
public interface RequestListener {
    /** Told before it is looked at. */
    default void came(HttpServletRequest request) {}

    /** Told when it is answered. */
    void served(ServedRequest request);
}
