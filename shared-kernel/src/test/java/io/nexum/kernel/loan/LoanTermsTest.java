package io.nexum.kernel.loan;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.loan.PaymentFrequency.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a loan is, in months. */
class LoanTermsTest {
    @ParameterizedTest
    @CsvSource({
        "12, 1, MONTHS, 12",
        "52, 1, WEEKS, 12",
        "13, 1, WEEKS, 3",
        "26, 2, WEEKS, 12",
        "24, 1, HALF_MONTHS, 12",
        "8, 3, MONTHS, 24",
        "12, 30, DAYS, 12",
        "1, 7, DAYS, 1"
    })
    void payments_a_frequency_apart_are_so_many_months(int payments, int every, Unit unit, int months) {
        LoanTerms terms = Agreed.loan("1000.00", "2024-01-31", "12", payments)
                .every(every, unit)
                .first("2024-02-20")
                .terms();

        assertThat(terms.months()).isEqualTo(months);
    }

    @Test
    void payments_with_dates_of_their_own_last_until_the_last_of_them() {
        LoanTerms terms = Agreed.loan("1000.00", "2024-01-31", "12", 2)
                .principals("400.00", "600.00")
                .due("2024-03-15", "2024-07-30")
                .terms();

        assertThat(terms.months()).isEqualTo(5);
    }
}
