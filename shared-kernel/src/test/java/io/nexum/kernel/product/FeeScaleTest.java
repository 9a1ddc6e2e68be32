package io.nexum.kernel.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeScale.Tier;
import io.nexum.kernel.product.ProductFee.Event;
import io.nexum.kernel.product.ProductFee.Frequency;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeScaleTest {
    private static final FeeScale TIERED = new FeeScale(
            List.of(
                    new Tier(Optional.of(usd("100.00")), usd("1.00"), BigDecimal.ZERO),
                    new Tier(Optional.of(usd("1000.00")), usd("0.50"), new BigDecimal("0.01")),
                    new Tier(Optional.empty(), usd("0.00"), new BigDecimal("0.02"))),
            Optional.of(usd("1.00")),
            Optional.of(usd("50.00")));

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    @ParameterizedTest
    @CsvSource({"0.00, 1.00", "100.00, 1.00", "100.01, 1.50", "1000.00, 10.50", "1000.01, 20.00", "9999.00, 50.00"})
    void the_tier_that_an_amount_falls_into_makes_its_fee_within_the_bounds(String amount, String fee) {
        assertThat(TIERED.on(usd(amount))).isEqualTo(usd(fee));
    }

    @ParameterizedTest
    @CsvSource({
        "0.005, 1.00, USD, 0.00",
        "0.015, 1.00, USD, 0.02",
        "0.005, 100, JPY, 0",
        "0.015, 100, JPY, 2",
        "0.0005, 1.000, KWD, 0.000",
        "0.0015, 1.000, KWD, 0.002"
    })
    void a_part_is_rounded_half_to_even_to_the_currencys_own_decimals(
            String rate, String amount, String currency, String fee) {
        FeeScale scale = FeeScale.percentage(new BigDecimal(rate), Currency.of(currency));
        assertThat(scale.on(Money.of(amount, currency))).isEqualTo(Money.of(fee, currency));
    }

    @Property
    void a_fee_stays_within_its_bounds(@ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long cents) {
        Money fee = TIERED.on(usd(BigDecimal.valueOf(cents, 2).toPlainString()));
        assertThat(fee).isBetween(usd("1.00"), usd("50.00"));
    }

    @Test
    void tiers_that_overlap_or_end_nowhere_are_no_scale() {
        Tier end = new Tier(Optional.empty(), usd("1.00"), BigDecimal.ZERO);
        Tier low = new Tier(Optional.of(usd("10.00")), usd("1.00"), BigDecimal.ZERO);
        assertThatIllegalArgumentException().isThrownBy(() -> scale(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> scale(List.of(low)));
        assertThatIllegalArgumentException().isThrownBy(() -> scale(List.of(end, end)));
        assertThatIllegalArgumentException().isThrownBy(() -> scale(List.of(low, low, end)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeeScale(List.of(end), Optional.of(usd("2.00")), Optional.of(usd("1.00"))));
    }

    private static FeeScale scale(List<Tier> tiers) {
        return new FeeScale(tiers, Optional.empty(), Optional.empty());
    }

    @Test
    void a_calculation_is_told_in_words() {
        ProductFee fee = ProductFee.of("fee", Event.TRANSACTION, TIERED, Frequency.PER_OCCURRENCE);
        assertThat(FeeCalculation.of(fee, usd("200.00")).steps())
                .isEqualTo("up to 1000.00 USD: 0.50 USD + 0.01 x 200.00 USD, at least 1.00 USD, at most 50.00 USD"
                        + " = 2.50 USD");
    }
}
