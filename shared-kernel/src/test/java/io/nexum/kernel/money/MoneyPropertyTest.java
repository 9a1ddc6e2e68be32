package io.nexum.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every amount, at 0, 2, 3 and 4 decimals. */
class MoneyPropertyTest {
    @Property
    void plus_and_minus_undo_each_other(@ForAll("pairs") List<Money> pair) {
        Money a = pair.getFirst();
        Money b = pair.getLast();

        assertThat(a.plus(b).minus(b)).isEqualTo(a);
        assertThat(a.minus(b)).isEqualTo(a.plus(b.negated()));
    }

    @Property
    void the_order_of_a_sum_does_not_matter(@ForAll("sums") List<Money> amounts) {
        List<Money> reversed = amounts.reversed();

        assertThat(sum(amounts)).isEqualTo(sum(reversed));
        assertThat(sum(amounts).amount())
                .isEqualTo(amounts.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Property
    void a_sum_and_its_negation_cancel(@ForAll("sums") List<Money> amounts) {
        List<Money> negated = amounts.stream().map(Money::negated).toList();

        assertThat(sum(amounts).plus(sum(negated)).isZero()).isTrue();
    }

    @Property
    void negating_twice_changes_nothing_and_once_the_sign(@ForAll("amounts") Money a) {
        assertThat(a.negated().negated()).isEqualTo(a);
        assertThat(a.negated().isNegative()).isEqualTo(a.isPositive());
        assertThat(a.negated().isZero()).isEqualTo(a.isZero());
    }

    @Property
    void a_conversion_is_off_by_half_a_smallest_unit_at_most(
            @ForAll("amounts") Money a, @ForAll("rates") BigDecimal rate, @ForAll("currencies") Currency to) {
        BigDecimal exact = a.amount().multiply(rate);

        BigDecimal converted = a.convertedAt(rate, to).amount();

        BigDecimal halfAUnit = BigDecimal.valueOf(5, to.decimals() + 1);
        assertThat(converted.subtract(exact).abs()).isLessThanOrEqualTo(halfAUnit);
        assertThat(converted.scale()).isEqualTo(to.decimals());
    }

    @Property
    void converting_an_amount_owed_gives_what_is_owed_of_the_amount(
            @ForAll("amounts") Money a, @ForAll("rates") BigDecimal rate, @ForAll("currencies") Currency to) {
        assertThat(a.negated().convertedAt(rate, to))
                .isEqualTo(a.convertedAt(rate, to).negated());
    }

    @Property
    void converting_to_the_own_currency_at_one_changes_nothing(@ForAll("amounts") Money a) {
        assertThat(a.convertedAt(BigDecimal.ONE, a.currency())).isEqualTo(a);
    }

    @Property
    void comparing_agrees_with_the_sign_of_the_difference(@ForAll("pairs") List<Money> pair) {
        Money a = pair.getFirst();
        Money b = pair.getLast();

        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(a.minus(b).amount().signum());
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
        assertThat(a.isLessThan(b)).isEqualTo(b.isMoreThan(a));
    }

    @Property
    void json_gives_back_the_same_amount(@ForAll("amounts") Money a) {
        assertThat(Json.read(Json.bytes(a), Money.class)).isEqualTo(a);
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of("JPY", "USD", "KWD", "CLF").map(Currency::of);
    }

    @Provide
    Arbitrary<Money> amounts() {
        return currencies().flatMap(MoneyPropertyTest::amountsOf);
    }

    @Provide
    Arbitrary<List<Money>> pairs() {
        return currencies().flatMap(currency -> amountsOf(currency).list().ofSize(2));
    }

    @Provide
    Arbitrary<List<Money>> sums() {
        return currencies()
                .flatMap(currency -> amountsOf(currency).list().ofMinSize(1).ofMaxSize(50));
    }

    @Provide
    Arbitrary<BigDecimal> rates() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.000001"), new BigDecimal("1000000"))
                .ofScale(12);
    }

    /** Up to a thousand million in the currency's smallest units, so that no sum or product leaves the range. */
    private static Arbitrary<Money> amountsOf(Currency currency) {
        BigInteger most = BigInteger.TEN.pow(9 + currency.decimals());
        return Arbitraries.bigIntegers()
                .between(most.negate(), most)
                .map(units -> Money.of(new BigDecimal(units, currency.decimals()), currency));
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money::plus).orElseThrow();
    }
}
