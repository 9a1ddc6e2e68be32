package io.nexum.gateway.apikey;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.settings.AddressRange;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.apikey.ApiKeyBounds;
import io.nexum.kernel.apikey.ApiKeyDefinition;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.role.BuiltInRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * @param keyName also taken as {@code name}
 * @param permissions permissions, or {@code read} and {@code write} for many of them
 * @param rateLimit requests a minute; also taken as {@code requests_per_minute}
 * @param allowedAddresses addresses and ranges of them, as in {@code 10.0.0.0/8}; absent: from anywhere
 */
record CreateApiKeyBody(
        String keyName,
        Set<Permission> permissions,
        Optional<Money> maxTransactionAmount,
        Optional<Money> maxApprovalAmount,
        Optional<Integer> rateLimit,
        Optional<List<String>> allowedAddresses,
        Optional<Instant> expiresAt)
        implements Body {
    private static final int MAX_NAME_LENGTH = 100;
    private static final int MAX_WORD_LENGTH = 64;
    private static final int MAX_ADDRESSES = 50;
    private static final int MOST_A_MINUTE = 100_000_000;
    private static final Set<Permission> WRITE = EnumSet.of(
            Permission.CREATE_ACCOUNT,
            Permission.MODIFY_ACCOUNT,
            Permission.CREATE_TRANSACTION,
            Permission.CREATE_CUSTOMER,
            Permission.MODIFY_CUSTOMER);

    static CreateApiKeyBody read(Fields in) {
        if (!in.has("permissions")) {
            in.wrong("permissions", "is missing");
        }
        return new CreateApiKeyBody(
                in.text(in.sent("key_name", "name"), MAX_NAME_LENGTH),
                permissions(in),
                in.optionalAmount("max_transaction_amount"),
                in.optionalAmount("max_approval_amount"),
                in.wholeNumber(in.sent("rate_limit", "requests_per_minute"), 1, MOST_A_MINUTE),
                in.has("allowed_addresses") ? Optional.of(addresses(in)) : Optional.empty(),
                in.optional("expires_at", Forms::until));
    }

    private static Set<Permission> permissions(Fields in) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String word : in.texts("permissions", Permission.all().size(), MAX_WORD_LENGTH)) {
            try {
                permissions.addAll(permissions(word));
            } catch (IllegalArgumentException e) {
                in.wrong("permissions", "must hold permissions, read or write only, and " + word + " is none");
            }
        }
        return permissions;
    }

    private static Set<Permission> permissions(String word) {
        return switch (word) {
            case "read" -> BuiltInRole.READ_ONLY.definition().permissions();
            case "write" -> WRITE;
            default -> Set.of(Forms.word(Permission.class).apply(word));
        };
    }

    private static List<String> addresses(Fields in) {
        List<String> ranges = new ArrayList<>();
        List<String> sent = in.texts("allowed_addresses", MAX_ADDRESSES, MAX_WORD_LENGTH);
        if (sent.isEmpty()) {
            in.wrong("allowed_addresses", "must name an address; leave it out to allow all");
        }
        for (String text : sent) {
            try {
                ranges.add(AddressRange.parse(text).text());
            } catch (IllegalArgumentException e) {
                in.wrong(
                        "allowed_addresses",
                        "must hold addresses as in 10.0.0.0/8 or ::1 only, and " + text + " is none");
            }
        }
        return ranges;
    }

    ApiKeyDefinition definition() {
        return new ApiKeyDefinition(
                keyName,
                permissions,
                maxTransactionAmount,
                maxApprovalAmount,
                new ApiKeyBounds(rateLimit, allowedAddresses.orElse(List.of()), expiresAt));
    }
}
