package io.nexum.gateway.request;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A password, taken as it is: blanks at the ends may belong to it. Whether it is one that somebody may choose is asked
 * where passwords are kept.
 */
public final class SentPassword implements Converter<String> {
    private static final int MAX_LENGTH = 1_024;
    private static final Converter<String> PASSWORD = Converters.text(SentPassword::parse);

    private static String parse(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw new WrongValue("must have 1 to " + MAX_LENGTH + " characters");
        }
        // JSON can say half of a character. It has no bytes, and so no hash.
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new WrongValue("must not hold half a character");
        }
        return text;
    }

    @Override
    public Optional<String> convert(JsonNode sent, ValidationErrors errors) {
        return PASSWORD.convert(sent, errors);
    }
}
