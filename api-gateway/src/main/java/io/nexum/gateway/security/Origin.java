package io.nexum.gateway.security;

import io.nexum.gateway.http.ClientAddress;
import io.nexum.gateway.http.CorrelationId;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Where a request came from.
 *
 * @param address the network address of the other end
 */
public record Origin(String address, String correlationId) {
    static Origin of(HttpServletRequest request, ClientAddress addresses) {
        return new Origin(addresses.of(request).getHostAddress(), CorrelationId.of(request));
    }
}
