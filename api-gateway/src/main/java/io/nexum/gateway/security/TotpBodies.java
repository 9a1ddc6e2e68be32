package io.nexum.gateway.security;

import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.Converter;
import io.nexum.gateway.request.Converters;
import io.nexum.gateway.request.Request;
import io.nexum.gateway.request.RequiredUnless;
import io.nexum.gateway.request.SentPassword;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.gateway.request.WrongValue;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What is sent about the second factor. None of it is ever printed. */
final class TotpBodies {
    private TotpBodies() {}

    /** The 6 digits that an app shows, with or without blanks between them. */
    static final class Code implements Converter<String> {
        private static final Pattern DIGITS = Pattern.compile("\\d{6}");
        private static final Converter<String> CODE = Converters.text(Code::parse);

        private static String parse(String text) {
            String code = text.replace(" ", "");
            if (!DIGITS.matcher(code).matches()) {
                throw new WrongValue("must be the 6 digits that the app shows");
            }
            return code;
        }

        @Override
        public Optional<String> convert(JsonNode sent, ValidationErrors errors) {
            return CODE.convert(sent, errors);
        }
    }

    /** @param password a stolen token must not be enough to shut its owner out */
    record EnrolTotpBody(@ConvertedBy(SentPassword.class) String password) implements Request {
        @Override
        public String toString() {
            return "EnrolTotpBody";
        }
    }

    record ConfirmTotpBody(@ConvertedBy(Code.class) String code) implements Request {
        @Override
        public String toString() {
            return "ConfirmTotpBody";
        }
    }

    /** One of the codes is needed. */
    record RemoveTotpBody(
            @ConvertedBy(SentPassword.class) String password,

            @RequiredUnless("recovery_code") @ConvertedBy(Code.class)
            Optional<String> code,

            Optional<@Size(max = 40) String> recoveryCode)
            implements Request {
        @Override
        public String toString() {
            return "RemoveTotpBody";
        }
    }
}
