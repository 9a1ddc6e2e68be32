package io.nexum.gateway.security;

/**
 * Somebody who wants to know what happens at the door. Called on the thread of the request, after what is told was
 * decided and before it is answered: it must return soon, must bound what it keeps, and must not throw.
 */
public interface SecurityWatch {
    /** @param correlationId names the request that it happened in */
    void saw(SecurityEvent event, String correlationId);
}
