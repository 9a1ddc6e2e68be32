package io.nexum.gateway.request;

/** Why something is done that needs a reason. */
public record ReasonBody(String reason) implements Body {
    static final int MAX_LENGTH = 500;

    static ReasonBody read(Fields in) {
        return new ReasonBody(in.text("reason", MAX_LENGTH));
    }
}
