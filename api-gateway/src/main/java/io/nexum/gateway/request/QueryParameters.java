package io.nexum.gateway.request;

/** A record of query parameters that a route takes together, each bound as a field of a {@link Request} is. */
public interface QueryParameters {}
