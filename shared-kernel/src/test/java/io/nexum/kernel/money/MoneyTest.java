package io.nexum.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nexum.kernel.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "1000, JPY, 1000",
        "1000.00, JPY, 1000",
        "1e3, JPY, 1000",
        "12.3, USD, 12.30",
        "12.340, USD, 12.34",
        "-0.01, USD, -0.01",
        "1, KWD, 1.000",
        "0.0010, KWD, 0.001",
        "1, CLF, 1.0000",
        "0E+400, USD, 0.00",
        "0E-400, KWD, 0.000"
    })
    void an_amount_has_exactly_its_currencys_decimals(String amount, String currency, String shown) {
        Money money = Money.of(amount, currency);

        assertThat(money.amount().toPlainString()).isEqualTo(shown);
        assertThat(money).hasToString(shown + " " + currency);
    }

    @ParameterizedTest
    @CsvSource({"0.1, JPY", "10.001, USD", "0.0001, KWD", "1e-400, USD", "1E-2147483647, USD"})
    void an_amount_finer_than_its_currency_is_refused(String amount, String currency) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of(amount, currency))
                .withMessageContaining("too fine");
    }

    @ParameterizedTest
    @CsvSource({
        "1000000000000000000000000000000, USD",
        "-1000000000000000000000000000000, USD",
        "1E+30, JPY",
        "1e400, USD",
        "1E+999999999, USD",
        "-9E+2147483647, KWD"
    })
    void an_amount_with_more_than_thirty_digits_before_the_point_is_refused_at_once(String amount, String currency) {
        BigDecimal huge = new BigDecimal(amount);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> Money.of(huge, Currency.of(currency)))
                        .withMessageContaining("30 digits"));
    }

    @ParameterizedTest
    @CsvSource({"999999999999999999999999999999.99, USD", "-999999999999999999999999999999.999, KWD", "1E+29, JPY"})
    void thirty_digits_before_the_point_are_kept(String amount, String currency) {
        assertThat(Money.of(amount, currency).amount()).isEqualByComparingTo(new BigDecimal(amount));
    }

    @Test
    void a_sum_beyond_thirty_digits_is_refused_and_not_wrapped_around() {
        Money most = Money.of("999999999999999999999999999999.99", "USD");

        assertThatIllegalArgumentException().isThrownBy(() -> most.plus(Money.of("0.01", "USD")));
        assertThatIllegalArgumentException().isThrownBy(() -> most.negated().minus(Money.of("0.01", "USD")));
    }

    @Test
    void ten_cents_ten_times_are_one() {
        Money sum = Money.zero(Currency.of("USD"));
        for (int i = 0; i < 10; i++) {
            sum = sum.plus(Money.of("0.10", "USD"));
        }

        assertThat(sum).isEqualTo(Money.of("1", "USD"));
    }

    @Test
    void two_currencies_are_neither_added_nor_compared() {
        Money dollars = Money.of("1.00", "USD");
        Money euros = Money.of("1.00", "EUR");

        assertThat(dollars).isNotEqualTo(euros);
        assertThatIllegalArgumentException().isThrownBy(() -> dollars.plus(euros));
        assertThatIllegalArgumentException().isThrownBy(() -> dollars.minus(euros));
        assertThatIllegalArgumentException().isThrownBy(() -> dollars.compareTo(euros));
        assertThatIllegalArgumentException().isThrownBy(() -> dollars.isLessThan(euros));
        assertThatIllegalArgumentException().isThrownBy(() -> dollars.isMoreThan(euros));
    }

    @Test
    void the_sign_is_told_apart() {
        assertThat(Money.of("0.01", "USD").isPositive()).isTrue();
        assertThat(Money.of("-0.01", "USD").isNegative()).isTrue();
        assertThat(Money.of("0.00", "USD").isZero()).isTrue();
        assertThat(Money.of("0.00", "USD").isPositive()).isFalse();
        assertThat(Money.of("0.00", "USD").isNegative()).isFalse();
        assertThat(Money.of("-0.00", "USD")).isEqualTo(Money.zero(Currency.of("USD")));
    }

    @ParameterizedTest
    @CsvSource({
        "0.25, USD, 1, JPY, 0",
        "0.50, USD, 1, JPY, 0",
        "1.50, USD, 1, JPY, 2",
        "2.50, USD, 1, JPY, 2",
        "-2.50, USD, 1, JPY, -2",
        "100.00, USD, 0.925, EUR, 92.50",
        "0.01, USD, 0.5, EUR, 0.00",
        "0.03, USD, 0.5, EUR, 0.02",
        "1, JPY, 0.00206, KWD, 0.002"
    })
    void a_conversion_rounds_half_to_even(String amount, String from, String rate, String to, String converted) {
        assertThat(Money.of(amount, from).convertedAt(new BigDecimal(rate), Currency.of(to)))
                .isEqualTo(Money.of(converted, to));
    }

    @Test
    void json_carries_the_amount_as_text_with_its_decimals() {
        assertThat(Json.text(Money.of("12.3", "USD"))).isEqualTo("{\"amount\":\"12.30\",\"currency\":\"USD\"}");
        assertThat(Json.read("{\"amount\":\"5\",\"currency\":\"JPY\"}", Money.class))
                .isEqualTo(Money.of("5", "JPY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAA", "usd", "US", "USDD", "", "XXX", "XAU", "XTS", "XDR"})
    void what_names_no_money_is_no_currency(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> Currency.of(code)).withMessageContaining("ISO 4217");
    }

    @ParameterizedTest
    @CsvSource({"JPY, 0", "CLP, 0", "USD, 2", "EUR, 2", "KWD, 3", "BHD, 3", "CLF, 4"})
    void a_currency_knows_its_decimals(String code, int decimals) {
        assertThat(Currency.of(code).decimals()).isEqualTo(decimals);
        assertThat(Currency.of(code)).isSameAs(Currency.of(code)).hasToString(code);
    }
}
