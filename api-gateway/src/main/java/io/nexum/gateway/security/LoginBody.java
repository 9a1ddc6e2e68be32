package io.nexum.gateway.security;

import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.Converter;
import io.nexum.gateway.request.Converters;
import io.nexum.gateway.request.Request;
import io.nexum.gateway.request.SentPassword;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.gateway.request.WrongValue;
import io.nexum.kernel.TenantId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** @param tenantId the bank whose user wants to come in; absent: as the request says, else {@code default} */
record LoginBody(
        @Schema(example = "admin") @Size(max = 64) String username,

        @Schema(example = "the administrator's password") @ConvertedBy(SentPassword.class)
        String password,

        @Schema(
                description =
                        "the bank whose user this is; without it the one of the header or the domain, else `default`")
        @ConvertedBy(TenantCode.class)
        Optional<TenantId> tenantId,

        @Schema(description = "the 6 digits that the app shows, for users with a second factor", example = "492039")
        @ConvertedBy(TotpBodies.Code.class)
        Optional<String> totpCode,

        @Schema(description = "instead of the app's code; good once", example = "MZXW-6YTB-OI2D-S4TF")
        Optional<@Size(max = 40) String> recoveryCode)
        implements Request {
    /** A bank's id, or its code. */
    static final class TenantCode implements Converter<TenantId> {
        private static final Converter<TenantId> CODE = Converters.text(TenantCode::parse);

        private static TenantId parse(String text) {
            try {
                return TenantId.ofCode(text);
            } catch (IllegalArgumentException e) {
                throw new WrongValue("must be 1 to 63 letters, digits, '_' and '-', a letter first");
            }
        }

        @Override
        public Optional<TenantId> convert(JsonNode sent, ValidationErrors errors) {
            return CODE.convert(sent, errors);
        }
    }

    @Override
    public String toString() {
        return "LoginBody[username=" + username + "]";
    }
}
