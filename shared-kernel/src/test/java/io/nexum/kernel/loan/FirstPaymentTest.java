package io.nexum.kernel.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.loan.PaymentFrequency.Unit;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a loan is first paid, counted from the day that its money is paid out. */
class FirstPaymentTest {
    @ParameterizedTest
    @ValueSource(strings = {"2024-01-31", "2024-01-30"})
    void a_loan_that_is_paid_back_before_it_began_is_no_loan(String first) {
        Agreed loan = Agreed.loan("1000.00", "2024-01-31", "12", 3).first(first);

        assertThatThrownBy(loan::terms)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a loan is disbursed before it is paid back");
    }

    @Test
    void the_first_rate_is_known_from_the_start() {
        LoanTerms terms = Agreed.loan("1000.00", "2024-01-01", "12", 3).terms();
        LoanInterest interest = LoanInterest.of(terms);
        Period first = Period.of(terms).getFirst();

        assertThat(interest.knownBefore(terms.start()).factor(first)).isEqualByComparingTo(interest.factor(first));
    }

    @Test
    void who_first_pays_on_the_31st_a_month_after_a_shorter_month_s_end_pays_on_months_ends() {
        LoanSchedule schedule = Agreed.loan("5000.00", "2024-02-29", "24", 6)
                .first("2024-03-31")
                .schedule();

        assertThat(schedule.installments())
                .extracting(Installment::due)
                .startsWith(
                        LocalDate.parse("2024-03-31"), LocalDate.parse("2024-04-30"), LocalDate.parse("2024-05-31"));
        assertThat(schedule.installments().getFirst().interest().amount()).isEqualByComparingTo("100.00");
    }

    @ParameterizedTest
    @CsvSource({
        "15, DAYS, 2024-03-16, 2024-03-01",
        "2, WEEKS, 2024-03-15, 2024-03-01",
        "1, HALF_MONTHS, 2024-03-20, 2024-03-05",
        "1, HALF_MONTHS, 2024-03-05, 2024-02-20",
        "2, HALF_MONTHS, 2024-03-05, 2024-02-05",
        "3, HALF_MONTHS, 2024-03-05, 2024-01-20",
        "1, MONTHS, 2024-03-31, 2024-02-29",
        "12, MONTHS, 2025-03-31, 2024-03-31"
    })
    void a_start_is_a_frequency_before_the_first_payment(int every, Unit unit, LocalDate first, LocalDate start) {
        PaymentFrequency frequency = new PaymentFrequency(every, unit);

        assertThat(frequency.before(first)).isEqualTo(start);
    }
}
