package io.nexum.gateway.security;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is sent about the second factor. None of it is ever printed. */
final class TotpBodies {
    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final int MAX_RECOVERY_LENGTH = 40;

    private TotpBodies() {}

    static String code(String text) {
        String code = text.replace(" ", "");
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("must be the 6 digits that the app shows");
        }
        return code;
    }

    static Optional<String> recoveryCode(Fields in) {
        return in.optionalText("recovery_code", MAX_RECOVERY_LENGTH);
    }

    /** @param password a stolen token must not be enough to shut its owner out */
    record EnrolTotpBody(String password) implements Body {
        static EnrolTotpBody read(Fields in) {
            return new EnrolTotpBody(LoginBody.password(in, "password"));
        }

        @Override
        public String toString() {
            return "EnrolTotpBody";
        }
    }

    record ConfirmTotpBody(String code) implements Body {
        static ConfirmTotpBody read(Fields in) {
            return new ConfirmTotpBody(in.required("code", TotpBodies::code));
        }

        @Override
        public String toString() {
            return "ConfirmTotpBody";
        }
    }

    /** One of the codes is needed. */
    record RemoveTotpBody(String password, Optional<String> code, Optional<String> recoveryCode) implements Body {
        static RemoveTotpBody read(Fields in) {
            RemoveTotpBody body = new RemoveTotpBody(
                    LoginBody.password(in, "password"),
                    in.optional("code", TotpBodies::code),
                    TotpBodies.recoveryCode(in));
            if (!in.has("code") && !in.has("recovery_code")) {
                in.wrong("code", "is missing");
            }
            return body;
        }

        @Override
        public String toString() {
            return "RemoveTotpBody";
        }
    }
}
