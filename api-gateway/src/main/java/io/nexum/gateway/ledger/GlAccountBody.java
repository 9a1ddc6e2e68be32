package io.nexum.gateway.ledger;

import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.Converter;
import io.nexum.gateway.request.Converters;
import io.nexum.gateway.request.Default;
import io.nexum.gateway.request.Name;
import io.nexum.gateway.request.Request;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.ledger.GlAccount;
import io.nexum.kernel.ledger.GlAccountType;
import io.nexum.kernel.ledger.GlCode;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** @param control whether it sums up sub-accounts */
record GlAccountBody(
        GlCode code,
        @Size(max = 100) String name,

        @Name({"type", "account_type"}) @ConvertedBy(TypeWord.class)
        GlAccountType type,

        @Default("false") boolean control,
        Optional<GlCode> parent)
        implements Request {
    /** The type by its word; clients may call income revenue. */
    static final class TypeWord implements Converter<GlAccountType> {
        private static final Converter<GlAccountType> WORDS = Converters.of(GlAccountType.class);

        @Override
        public Optional<GlAccountType> convert(JsonNode sent, ValidationErrors errors) {
            return sent.asString("").equals("revenue")
                    ? Optional.of(GlAccountType.INCOME)
                    : WORDS.convert(sent, errors);
        }
    }

    GlAccount account() {
        return new GlAccount(code, name, type, control, parent);
    }
}
