package io.nexum.gateway.privacy;

import io.nexum.command.store.key.KeyRotation.Scope;
import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;

/** @param scope {@code tenant} unless it says {@code master} */
record RotateKeyBody(Scope scope) implements Body {
    static RotateKeyBody read(Fields in) {
        return new RotateKeyBody(in.optional("scope", Forms.word(Scope.class)).orElse(Scope.TENANT));
    }
}
