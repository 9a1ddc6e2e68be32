package io.nexum.gateway.security;

import io.nexum.gateway.request.Request;
import jakarta.validation.constraints.Size;

/** @param refreshToken the newest one of the session */
record RefreshBody(@Size(max = 200) String refreshToken) implements Request {
    @Override
    public String toString() {
        return "RefreshBody";
    }
}
