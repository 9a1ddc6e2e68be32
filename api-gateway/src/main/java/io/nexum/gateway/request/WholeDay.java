package io.nexum.gateway.request;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An instant up to which something counts: a date alone counts with its whole day. */
public final class WholeDay implements Converter<Instant> {
    private static final Converter<Instant> INSTANT = Converters.text(TextForms::until);

    @Override
    public Optional<Instant> convert(JsonNode sent, ValidationErrors errors) {
        return INSTANT.convert(sent, errors);
    }
}
