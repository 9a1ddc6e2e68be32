package io.nexum.gateway.apikey;

import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.Converter;
import io.nexum.gateway.request.Converters;
import io.nexum.gateway.request.Name;
import io.nexum.gateway.request.Request;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.gateway.request.WholeDay;
import io.nexum.gateway.request.WrongValue;
import io.nexum.gateway.settings.AddressRange;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.apikey.ApiKeyBounds;
import io.nexum.kernel.apikey.ApiKeyDefinition;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.role.BuiltInRole;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.Range;
import tools.jackson.databind.JsonNode;

/**
 * @param keyName also taken as {@code name}
 * @param permissions permissions, or {@code read} and {@code write} for many of them
 * @param rateLimit requests a minute; also taken as {@code requests_per_minute}
 * @param allowedAddresses addresses and ranges of them, as in {@code 10.0.0.0/8}; absent: from anywhere
 */
record CreateApiKeyBody(
        @Name({"key_name", "name"}) @Size(max = 100) String keyName,
        @Size(max = 200) Set<PermissionWord> permissions,
        Optional<@Positive Money> maxTransactionAmount,
        Optional<@Positive Money> maxApprovalAmount,
        @Name({"rate_limit", "requests_per_minute"}) Optional<@Range(min = 1, max = 100_000_000) Integer> rateLimit,
        Optional<@Size(min = 1, max = 50) Set<@ConvertedBy(AddressForm.class) String>> allowedAddresses,
        @ConvertedBy(WholeDay.class) Optional<Instant> expiresAt)
        implements Request {
    private static final Set<Permission> WRITE = EnumSet.of(
            Permission.CREATE_ACCOUNT,
            Permission.MODIFY_ACCOUNT,
            Permission.CREATE_TRANSACTION,
            Permission.CREATE_CUSTOMER,
            Permission.MODIFY_CUSTOMER);

    /** A permission, or {@code read} or {@code write} for many of them. */
    @ConvertedBy(PermissionWord.Form.class)
    @Schema(implementation = String.class)
    record PermissionWord(Set<Permission> meant) {
        static final class Form implements Converter<PermissionWord> {
            private static final Converter<Permission> ONE = Converters.of(Permission.class);

            @Override
            public Optional<PermissionWord> convert(JsonNode sent, ValidationErrors errors) {
                return switch (sent.asString("")) {
                    case "read" ->
                        Optional.of(new PermissionWord(
                                BuiltInRole.READ_ONLY.definition().permissions()));
                    case "write" -> Optional.of(new PermissionWord(WRITE));
                    default -> ONE.convert(sent, errors).map(one -> new PermissionWord(Set.of(one)));
                };
            }
        }
    }

    /** An address, or a range of them. */
    static final class AddressForm implements Converter<String> {
        private static final Converter<String> RANGE = Converters.text(AddressForm::parse);

        private static String parse(String text) {
            try {
                return AddressRange.parse(text).text();
            } catch (IllegalArgumentException e) {
                throw new WrongValue("must be an address or a range of them, as in 10.0.0.0/8 or ::1");
            }
        }

        @Override
        public Optional<String> convert(JsonNode sent, ValidationErrors errors) {
            return RANGE.convert(sent, errors);
        }
    }

    ApiKeyDefinition definition() {
        return new ApiKeyDefinition(
                keyName,
                permissions.stream().flatMap(word -> word.meant().stream()).collect(Collectors.toSet()),
                maxTransactionAmount,
                maxApprovalAmount,
                new ApiKeyBounds(rateLimit, allowedAddresses.map(List::copyOf).orElse(List.of()), expiresAt));
    }
}
