package io.nexum.gateway.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.gateway.request.BodyConverter;
import io.nexum.gateway.request.Checked;
import io.nexum.gateway.request.Request;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.Refusals.InvalidValues;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeScale;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How large a fee is, as requests say it. */
class FeeScaleFieldsTest {
    private static final Currency USD = Currency.of("USD");

    record Charged(FeeScaleFields fee) implements Request, Checked {
        @Override
        public void check(ValidationErrors errors) {
            fee.in(USD, errors.at("fee"));
        }
    }

    private static FeeScale scale(String fee) {
        return BodyConverter.read(Json.tree("{\"fee\": " + fee + "}"), Charged.class)
                .fee()
                .in(USD, new ValidationErrors())
                .orElseThrow();
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25",
                "\"25.00\"",
                "{\"amount\": \"25\"}",
                "{\"amount\": \"25.00\", \"currency\": \"USD\"}",
                "{\"amount\": {\"amount\": \"25.00\", \"currency\": \"USD\"}}"
            })
    void an_amount_is_a_fixed_fee_in_whatever_form_it_is_sent(String fee) {
        assertThat(scale(fee)).isEqualTo(FeeScale.fixed(usd("25.00")));
    }

    @Test
    void a_rate_may_have_bounds_and_tells_no_currency_of_its_own() {
        FeeScale scale = scale("{\"rate\": \"0.0100\", \"currency\": \"EUR\", \"minimum\": 5, \"maximum\": \"20\"}");

        assertThat(scale.on(usd("100.00"))).isEqualTo(usd("5.00"));
        assertThat(scale.on(usd("1000.00"))).isEqualTo(usd("10.00"));
        assertThat(scale.on(usd("9000.00"))).isEqualTo(usd("20.00"));
        assertThat(scale.tiers().getFirst().rate()).isEqualTo(new BigDecimal("0.01"));
    }

    @Test
    void tiers_take_an_amount_by_its_size() {
        FeeScale scale = scale("{\"tiers\": [{\"up_to\": 100, \"fixed\": 2}, {\"fixed\": 1, \"rate\": 0.02}]}");

        assertThat(scale.on(usd("100.00"))).isEqualTo(usd("2.00"));
        assertThat(scale.on(usd("200.00"))).isEqualTo(usd("5.00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1 | fee.amount",
                "25.001 | fee.amount",
                "{\"amount\": 25, \"currency\": \"EUR\"} | fee.currency",
                "{\"amount\": {\"amount\": 25, \"currency\": \"EUR\"}} | fee.amount.currency",
                "{\"rate\": 11} | fee.rate",
                "{\"rate\": 0.1, \"up_to\": 5} | fee.up_to",
                "{\"rate\": 0.1, \"minimum\": 5, \"maximum\": 4} | fee.minimum",
                "{\"rate\": 0.1, \"minimum\": \"5.001\"} | fee.minimum",
                "{\"tiers\": []} | fee.tiers",
                "{\"tiers\": [{\"fixed\": 1}, {\"fixed\": 2}]} | fee.tiers[0].up_to",
                "{\"tiers\": [{\"up_to\": 5, \"fixed\": 1}]} | fee.tiers[0].up_to",
                "{\"tiers\": [{\"up_to\": 5}, {\"up_to\": 5}, {\"rate\": 0.1}]} | fee.tiers[1].up_to",
                "{\"tiers\": [{\"up_to\": {\"amount\": 5, \"currency\": \"EUR\"}}, {}]} | fee.tiers[0].up_to.currency"
            })
    void what_can_not_be_right_is_told_by_its_field(String fee, String field) {
        assertThatThrownBy(() -> scale(fee))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(((InvalidValues) refused.refusal()).values())
                                .extracting(InvalidValue::property)
                                .containsExactly(field));
    }
}
