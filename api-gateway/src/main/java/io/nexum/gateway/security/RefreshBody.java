package io.nexum.gateway.security;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;

/** @param refreshToken the newest one of the session */
record RefreshBody(String refreshToken) implements Body {
    private static final int MAX_LENGTH = 200;

    static RefreshBody read(Fields in) {
        return new RefreshBody(in.text("refresh_token", MAX_LENGTH));
    }

    @Override
    public String toString() {
        return "RefreshBody";
    }
}
