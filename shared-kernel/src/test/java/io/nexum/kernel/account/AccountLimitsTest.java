package io.nexum.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountLimitsTest {
    private static final Money ZERO = Money.zero(Currency.of("USD"));
    private static final Optional<Money> NONE = Optional.empty();

    @Test
    void a_limit_below_zero_is_refused_wherever_it_stands() {
        Money negative = Money.of("-0.01", "USD");

        assertRefused(negative);
    }

    @Test
    void a_limit_in_another_currency_is_refused_wherever_it_stands() {
        assertRefused(Money.of("1.00", "EUR"));
    }

    @Test
    void no_limits_means_nothing_must_stay_and_nothing_may_be_overdrawn() {
        AccountLimits none = AccountLimits.none(Currency.of("JPY"));

        assertThat(none.minimumBalance().isZero()).isTrue();
        assertThat(none.overdraftLimit().isZero()).isTrue();
        assertThat(none.daily()).isEmpty();
        assertThat(Json.read(Json.bytes(none), AccountLimits.class)).isEqualTo(none);
    }

    private static void assertRefused(Money wrong) {
        Optional<Money> some = Optional.of(wrong);
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountLimits(ZERO, wrong, NONE, NONE, NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountLimits(wrong, ZERO, NONE, NONE, NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountLimits(ZERO, ZERO, some, NONE, NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountLimits(ZERO, ZERO, NONE, some, NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountLimits(ZERO, ZERO, NONE, NONE, some));
    }
}
