package io.nexum.gateway.terms;

import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.Converter;
import io.nexum.gateway.request.Converters;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.interest.DayCount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How days count, by one of the words that mean it. */
@ConvertedBy(DaysCounted.Form.class)
@Schema(type = "string", description = "how days count, as in actual_365 or thirty_360")
public record DaysCounted(DayCount meant) {
    static final class Form implements Converter<DaysCounted> {
        private static final Converter<DaysCounted> WORD =
                Converters.text(word -> new DaysCounted(TermWords.DAY_COUNTS.of(word)));

        @Override
        public Optional<DaysCounted> convert(JsonNode sent, ValidationErrors errors) {
            return WORD.convert(sent, errors);
        }
    }
}
