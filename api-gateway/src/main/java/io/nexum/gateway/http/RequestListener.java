package io.nexum.gateway.http;

/** Told of each request when it is answered, on the request's thread. */
@FunctionalInterface
public interface RequestListener {
    void served(ServedRequest request);
}
