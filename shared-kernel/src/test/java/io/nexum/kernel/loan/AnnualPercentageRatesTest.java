package io.nexum.kernel.loan;

import static io.nexum.kernel.loan.Agreed.loan;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.loan.PaymentFrequency.Unit;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeScale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnualPercentageRatesTest {
    /** The examples of 12 CFR 1026, appendix J(c). */
    @ParameterizedTest
    @CsvSource({
        "c1i, 5000, 24x230, 1, 0/1, 12, 9.6857",
        "c1ii, 6000, 36x200, 1, 19/30, 12, 11.8165",
        "c1iii, 5000, 24x219.17, 0, 6/15, 24, 10.3379",
        "c1v, 500, 30x17.60, 4, 4/7, 52, 14.9622",
        "c2i, 5000, 1x250 23x230, 1, 0/1, 12, 10.0829",
        "c3i, 5000, 23x230 1x280, 1, 0/1, 12, 10.5005",
        "c4i, 5000, 1x250 22x230 1x280, 1, 0/1, 12, 10.8955"
    })
    void regulation_z_is_met_in_its_own_examples(
            String example, String advance, String amounts, int periods, String fraction, int year, String percent) {
        String[] parts = fraction.split("/", -1);
        BigDecimal part = new BigDecimal(parts[0]).divide(new BigDecimal(parts[1]), MathContext.DECIMAL128);
        List<RegulationZ.Flow> payments = new ArrayList<>();
        for (String amount : each(amounts)) {
            payments.add(new RegulationZ.Flow(new BigDecimal(amount), periods + payments.size(), part));
        }

        BigDecimal apr = RegulationZ.apr(
                List.of(new RegulationZ.Flow(new BigDecimal(advance), 0, BigDecimal.ZERO)),
                payments,
                BigDecimal.valueOf(year));

        assertThat(apr).as(example).isEqualByComparingTo(new BigDecimal(percent).movePointLeft(2));
    }

    private static List<String> each(String amounts) {
        return Arrays.stream(amounts.split(" "))
                .map(group -> group.split("x"))
                .flatMap(group -> Collections.nCopies(Integer.parseInt(group[0]), group[1]).stream())
                .toList();
    }

    /** The same examples as loans: the times are found from the dates. */
    @ParameterizedTest
    @CsvSource({
        "c1ii, 6000, 1978-02-10, 1978-04-01, 1, MONTHS, 36, 200, 0.118165",
        "c1iii, 5000, 1978-02-23, 1978-03-01, 1, HALF_MONTHS, 24, 219.17, 0.103379",
        "c1v, 500, 1978-03-20, 1978-04-21, 1, WEEKS, 30, 17.60, 0.149622"
    })
    void regulation_z_finds_the_unit_periods_of_a_schedule(
            String example,
            String advance,
            String start,
            String first,
            int every,
            Unit unit,
            int payments,
            String amount,
            String expected) {
        LoanTerms terms = loan(advance, start, "0", payments)
                .every(every, unit)
                .first(first)
                .terms();
        List<Installment> installments = LoanSchedule.of(terms).installments().stream()
                .map(line -> new Installment(
                        line.number(), line.due(), Money.of(amount, "USD"), Money.of("0", "USD"), line.balance()))
                .toList();

        AnnualPercentageRates rates =
                AnnualPercentageRates.of(terms, new LoanSchedule(Currency.of("USD"), installments, List.of()));

        assertThat(rates.regulationZ()).as(example).isEqualByComparingTo(expected);
    }

    /** An example of the European Union's directive: 500 for five days cost 10. */
    @Test
    void the_european_rate_counts_days_of_a_year_of_365() {
        LoanTerms terms = loan("500", "2012-10-10", "0", 1).every(5, Unit.DAYS).terms();
        Installment back = new Installment(
                1, LocalDate.parse("2012-10-15"), Money.of("500", "USD"), Money.of("10", "USD"), Money.of("0", "USD"));

        BigDecimal rate = AnnualPercentageRates.of(
                        terms, new LoanSchedule(Currency.of("USD"), List.of(back), List.of()))
                .european();

        assertThat(rate.setScale(5, RoundingMode.HALF_EVEN)).isEqualByComparingTo("3.24436");
    }

    @Test
    void a_loan_without_interest_costs_nothing_a_year() {
        Agreed free = loan("100", "2024-01-01", "0", 6).down("10");

        assertThat(AnnualPercentageRates.of(free.terms(), free.schedule()))
                .isEqualTo(new AnnualPercentageRates(new BigDecimal("0.000000"), new BigDecimal("0.000000")));
    }

    @Test
    void a_single_payment_is_measured_by_its_own_term() {
        Agreed quarter = loan("1000", "2024-01-01", "12", 1).every(3, Unit.MONTHS);
        Agreed days = loan("1000", "2024-01-01", "12", 1).first("2024-02-18");

        // 1,000 for 3 months cost 30: four times 3 %.
        assertThat(AnnualPercentageRates.of(quarter.terms(), quarter.schedule()).regulationZ())
                .isEqualByComparingTo("0.12");
        // 15.86 for 48 days: 365/48 times 1.586 %.
        assertThat(AnnualPercentageRates.of(days.terms(), days.schedule()).regulationZ())
                .isEqualByComparingTo("0.120602");
    }

    @Test
    void an_origination_fee_leaves_less_to_use_for_the_same_payments() {
        Agreed quarter = loan("1000", "2024-01-01", "12", 1).every(3, Unit.MONTHS);
        FeeScale fee = FeeScale.percentage(new BigDecimal("0.03"), Currency.of("USD"));

        AnnualPercentageRates rates = AnnualPercentageRates.of(quarter.terms(), quarter.schedule(), Optional.of(fee));

        // 970 for 3 months cost 60: four times 60/970, or (1030/970)^4 - 1.
        assertThat(rates.regulationZ()).isEqualByComparingTo("0.247423");
        assertThat(rates.european()).isEqualByComparingTo("0.271341");
    }

    @Test
    void a_yearly_loan_of_a_nominal_rate_has_that_rate_in_europe_too() {
        Agreed yearly = loan("1000", "2024-01-01", "10", 3).every(PaymentFrequency.ANNUALLY);

        AnnualPercentageRates rates = AnnualPercentageRates.of(yearly.terms(), yearly.schedule());

        assertThat(rates.regulationZ()).isCloseTo(new BigDecimal("0.10"), within("0.0001"));
        assertThat(rates.european()).isCloseTo(new BigDecimal("0.10"), within("0.0001"));
    }

    private static org.assertj.core.data.Offset<BigDecimal> within(String off) {
        return org.assertj.core.data.Offset.offset(new BigDecimal(off));
    }
}
