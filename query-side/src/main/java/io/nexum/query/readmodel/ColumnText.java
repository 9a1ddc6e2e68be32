package io.nexum.query.readmodel;

import io.nexum.kernel.json.Json;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value as PostgreSQL reads it from text. */
final class ColumnText {
    private ColumnText() {}

    static @Nullable String of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> optional -> of(optional.orElse(null));
            case BigDecimal number -> number.toPlainString();
            case Enum<?> constant -> Json.wireName(constant);
            // The one character that PostgreSQL can't store must not stop a projection.
            case String text -> text.replace('\0', '\ufffd');
            default -> value.toString();
        };
    }
}
