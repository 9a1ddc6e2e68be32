package io.nexum.kernel.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Currency;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeRateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1000000000000",
                "0.0000000000001",
                "1e12",
                "1E+999999999",
                "1E+2147483647",
                "1E-2147483647"
            })
    void a_rate_out_of_range_is_refused(String rate) {
        assertThatIllegalArgumentException().isThrownBy(() -> rate(rate, "EUR", "USD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.000000000001", "999999999999.999999999999", "1", "1.0850"})
    void a_rate_in_range_comes_back_from_json_to_its_last_zero(String rate) {
        ExchangeRate quoted = rate(rate, "EUR", "USD");

        assertThat(Json.text(quoted)).contains("\"rate\":\"" + new BigDecimal(rate) + "\"");
        assertThat(Json.read(Json.bytes(quoted), ExchangeRate.class)).isEqualTo(quoted);
    }

    @Test
    void a_rate_is_between_two_currencies() {
        assertThatIllegalArgumentException().isThrownBy(() -> rate("1", "EUR", "EUR"));
    }

    private static ExchangeRate rate(String rate, String base, String quote) {
        return new ExchangeRate(
                new RateId(new UUID(0, 1)),
                Currency.of(base),
                Currency.of(quote),
                new BigDecimal(rate),
                "desk",
                Instant.parse("2026-02-28T12:00:00Z"));
    }
}
