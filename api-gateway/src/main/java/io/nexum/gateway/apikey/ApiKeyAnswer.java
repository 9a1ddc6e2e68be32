package io.nexum.gateway.apikey;

import io.nexum.gateway.apikey.ApiKeyChanges.Issued;
import io.nexum.kernel.Page;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.apikey.ApiKeyId;
import io.nexum.kernel.apikey.ApiKeyQuery.ApiKeyView;
import io.nexum.kernel.apikey.PreviousSecret;
import io.nexum.kernel.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A key, flat as its clients read it.
 *
 * @param id the same as {@code keyId}
 * @param apiKey the key itself, told once: when it is made or rotated
 * @param isActive whether it may be used now
 * @param rateLimit requests a minute
 * @param allowedAddresses none: from anywhere
 * @param previousCountsUntil how long the secret before this one still counts
 * @param lastUsedAt to the minute, and some seconds late
 */
record ApiKeyAnswer(
        ApiKeyId keyId,
        ApiKeyId id,
        Optional<String> apiKey,
        String keyName,
        boolean isActive,
        List<Permission> permissions,
        Optional<Money> maxTransactionAmount,
        Optional<Money> maxApprovalAmount,
        Optional<Integer> rateLimit,
        List<String> allowedAddresses,
        Optional<Instant> expiresAt,
        String createdBy,
        Instant createdAt,
        Optional<Instant> rotatedAt,
        Optional<Instant> previousCountsUntil,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt) {
    static ApiKeyAnswer of(ApiKeyView key, Instant now, Map<ApiKeyId, Instant> used) {
        return of(key, Optional.empty(), now, used);
    }

    static ApiKeyAnswer of(Issued issued, Instant now, Map<ApiKeyId, Instant> used) {
        return of(issued.key(), Optional.of(issued.text().text()), now, used);
    }

    private static ApiKeyAnswer of(ApiKeyView key, Optional<String> text, Instant now, Map<ApiKeyId, Instant> used) {
        return new ApiKeyAnswer(
                key.id(),
                key.id(),
                text,
                key.definition().name(),
                key.countsAt(now),
                List.copyOf(key.definition().permissions()),
                key.definition().maxTransactionAmount(),
                key.definition().maxApprovalAmount(),
                key.definition().bounds().requestsPerMinute(),
                key.definition().bounds().allowedAddresses(),
                key.definition().bounds().expiresAt(),
                key.createdBy(),
                key.createdAt(),
                key.rotatedAt(),
                key.previous().map(PreviousSecret::countsUntil).filter(now::isBefore),
                key.revokedAt(),
                Optional.ofNullable(used.get(key.id())));
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "ApiKeyAnswer[" + keyId + "]";
    }

    record ApiKeyList(List<ApiKeyAnswer> apiKeys, long total, int skip, int limit) {
        static ApiKeyList of(Page<ApiKeyView> page, Instant now, Map<ApiKeyId, Instant> used) {
            return new ApiKeyList(
                    page.items().stream()
                            .map(key -> ApiKeyAnswer.of(key, now, used))
                            .toList(),
                    page.total(),
                    page.skip(),
                    page.limit());
        }
    }
}
