package io.nexum.gateway.transaction;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import java.util.Optional;

record ReverseBody(String reason, Optional<String> idempotencyKey) implements Body {
    static ReverseBody read(Fields in) {
        return new ReverseBody(in.text("reason", InstructionFields.MAX_DESCRIPTION_LENGTH), in.idempotencyKey());
    }
}
