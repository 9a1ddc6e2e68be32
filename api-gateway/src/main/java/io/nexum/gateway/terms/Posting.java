package io.nexum.gateway.terms;

import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.Converter;
import io.nexum.gateway.request.Converters;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.interest.InterestFrequency;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How often interest is paid to an account.
 *
 * @param frequency absent: when the account closes
 */
@ConvertedBy(Posting.Form.class)
@Schema(
        type = "string",
        allowableValues = {"daily", "monthly", "quarterly", "annually", "at_maturity"})
record Posting(Optional<InterestFrequency> frequency) {
    static final class Form implements Converter<Posting> {
        private static final Converter<Posting> WORD =
                Converters.text(word -> new Posting(TermWords.POSTINGS.of(word)));

        @Override
        public Optional<Posting> convert(JsonNode sent, ValidationErrors errors) {
            return WORD.convert(sent, errors);
        }
    }
}
