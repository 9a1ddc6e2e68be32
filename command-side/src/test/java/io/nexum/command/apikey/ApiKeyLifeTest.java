package io.nexum.command.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.Story;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.Refusals.NotFound;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.apikey.ApiKeyBounds;
import io.nexum.kernel.apikey.ApiKeyCommand.CreateApiKey;
import io.nexum.kernel.apikey.ApiKeyCommand.RevokeApiKey;
import io.nexum.kernel.apikey.ApiKeyCommand.RotateApiKey;
import io.nexum.kernel.apikey.ApiKeyDefinition;
import io.nexum.kernel.apikey.ApiKeyEvent.ApiKeyCreated;
import io.nexum.kernel.apikey.ApiKeyEvent.ApiKeyRevoked;
import io.nexum.kernel.apikey.ApiKeyEvent.ApiKeyRotated;
import io.nexum.kernel.apikey.ApiKeyId;
import io.nexum.kernel.apikey.ApiKeyRefusal.ApiKeyHasExpired;
import io.nexum.kernel.apikey.ApiKeyRefusal.ApiKeyIsRevoked;
import io.nexum.kernel.apikey.PreviousSecret;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.role.RoleRefusal.BeyondOwnAuthority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The life of an API key. */
class ApiKeyLifeTest {
    private static final ApiKeyId KEY = new ApiKeyId(new UUID(0, 1));
    private static final UUID FIRST = new UUID(0, 2);
    private static final UUID SECOND = new UUID(0, 3);
    private static final ApiKeyBounds BOUNDS = new ApiKeyBounds(
            Optional.of(60), List.of("10.0.0.0/8"), Optional.of(Instant.parse("2026-06-01T00:00:00Z")));
    private static final ApiKeyDefinition PAYROLL = definition("1000.00", BOUNDS);

    private final Story bank = new Story();

    private static ApiKeyDefinition definition(String most, ApiKeyBounds bounds) {
        return new ApiKeyDefinition(
                "Payroll",
                Set.of(Permission.CREATE_TRANSACTION, Permission.VIEW_ACCOUNT),
                Optional.of(Money.of(most, "USD")),
                Optional.empty(),
                bounds);
    }

    private static CreateApiKey creation(ApiKeyDefinition definition, Authority by, ApiKeyBounds within) {
        return new CreateApiKey(KEY, FIRST, definition, by, within);
    }

    private static RotateApiKey rotation(Duration overlap, Authority by, ApiKeyBounds within) {
        return new RotateApiKey(KEY, SECOND, overlap, by, within);
    }

    private void created() {
        bank.send(creation(PAYROLL, Authority.ALL, ApiKeyBounds.NONE));
    }

    @Test
    void a_key_is_made_once() {
        created();

        assertThat(bank.log()).containsExactly(new ApiKeyCreated(KEY, FIRST, PAYROLL));
        bank.refused(creation(PAYROLL, Authority.ALL, ApiKeyBounds.NONE), AlreadyTaken.class);
    }

    @Test
    void nobody_makes_a_key_that_may_do_more_than_they_may() {
        Authority own = PAYROLL.authority();

        bank.refused(creation(definition("1000.01", BOUNDS), own, ApiKeyBounds.NONE), BeyondOwnAuthority.class);
        bank.refused(
                creation(
                        PAYROLL,
                        Authority.of(Permission.all(), Optional.of(Money.of("999.99", "USD")), Optional.empty()),
                        ApiKeyBounds.NONE),
                BeyondOwnAuthority.class);
        bank.send(creation(PAYROLL, own, ApiKeyBounds.NONE));
    }

    @Test
    void a_key_makes_no_key_that_is_bound_less_than_itself() {
        bank.refused(creation(definition("1.00", ApiKeyBounds.NONE), Authority.ALL, BOUNDS), BeyondOwnAuthority.class);
        for (ApiKeyBounds wider : List.of(
                new ApiKeyBounds(Optional.of(61), BOUNDS.allowedAddresses(), BOUNDS.expiresAt()),
                new ApiKeyBounds(BOUNDS.requestsPerMinute(), List.of("10.0.0.0/8", "::1"), BOUNDS.expiresAt()),
                new ApiKeyBounds(BOUNDS.requestsPerMinute(), List.of(), BOUNDS.expiresAt()),
                new ApiKeyBounds(
                        BOUNDS.requestsPerMinute(),
                        BOUNDS.allowedAddresses(),
                        Optional.of(Instant.parse("2026-06-01T00:00:01Z"))))) {
            bank.refused(creation(definition("1.00", wider), Authority.ALL, BOUNDS), BeyondOwnAuthority.class);
        }
        bank.send(creation(PAYROLL, Authority.ALL, BOUNDS));
    }

    @Test
    void a_new_secret_replaces_the_old_one_at_once_or_after_a_while() {
        created();

        bank.send(rotation(Duration.ZERO, Authority.ALL, ApiKeyBounds.NONE));
        assertThat(bank.log().getLast()).isEqualTo(new ApiKeyRotated(KEY, SECOND, Optional.empty()));

        UUID third = new UUID(0, 4);
        bank.send(new RotateApiKey(KEY, third, Duration.ofMinutes(30), Authority.ALL, ApiKeyBounds.NONE));
        assertThat(bank.log().getLast())
                .isEqualTo(new ApiKeyRotated(
                        KEY,
                        third,
                        Optional.of(new PreviousSecret(SECOND, bank.now().plus(Duration.ofMinutes(30))))));
    }

    @Test
    void nobody_learns_the_secret_of_a_key_that_may_do_more_than_they_may() {
        created();

        bank.refused(rotation(Duration.ZERO, Authority.NOTHING, ApiKeyBounds.NONE), BeyondOwnAuthority.class);
        ApiKeyBounds shorter = new ApiKeyBounds(
                Optional.of(60), BOUNDS.allowedAddresses(), Optional.of(Instant.parse("2026-05-01T00:00:00Z")));
        bank.refused(rotation(Duration.ZERO, Authority.ALL, shorter), BeyondOwnAuthority.class);
    }

    @Test
    void a_revoked_key_stays_revoked() {
        created();

        bank.send(new RevokeApiKey(KEY));
        bank.send(new RevokeApiKey(KEY));

        assertThat(bank.log()).containsExactly(new ApiKeyCreated(KEY, FIRST, PAYROLL), new ApiKeyRevoked(KEY));
        bank.refused(rotation(Duration.ZERO, Authority.ALL, ApiKeyBounds.NONE), ApiKeyIsRevoked.class);
        bank.refused(new RevokeApiKey(new ApiKeyId(new UUID(0, 9))), NotFound.class);
    }

    @Test
    void a_key_that_has_expired_is_neither_made_nor_rotated() {
        created();
        bank.at("2026-06-01T00:00:00Z");

        bank.refused(rotation(Duration.ZERO, Authority.ALL, ApiKeyBounds.NONE), ApiKeyHasExpired.class);
        bank.refused(
                new CreateApiKey(new ApiKeyId(new UUID(0, 8)), FIRST, PAYROLL, Authority.ALL, ApiKeyBounds.NONE),
                ApiKeyHasExpired.class);
    }
}
