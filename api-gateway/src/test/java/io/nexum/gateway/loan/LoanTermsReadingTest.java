package io.nexum.gateway.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.gateway.request.BodyConverter;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.loan.Disbursement;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeScale;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a request's words about a loan mean, and what is meant where they are left out. */
class LoanTermsReadingTest {
    private static final LocalDate TODAY = LocalDate.parse("2024-06-15");
    private static final String TWO_PARTS = """
            "disbursements": [{"date": "2024-02-15", "amount": "50"}, {"date": "2024-01-15", "amount": "100"}]
            """;

    private static LoanTerms terms(String fields) {
        return BodyConverter.read(
                        json("{\"annual_interest_rate\": \"0.12\", " + fields + "}"), SchedulePreviewBody.class)
                .plan(TODAY, HolidayCalendar.EVERY_DAY)
                .terms();
    }

    private static JsonNode json(String text) {
        return Json.tree(text);
    }

    private static Disbursement paidOut(String date, String amount) {
        return new Disbursement(LocalDate.parse(date), Money.of(amount, "USD"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"principal_amount\": \"150\", \"disbursement_date\": \"2024-01-01\",",
                "\"principal_amount\": \"150\",",
                "\"disbursement_date\": \"2024-01-01\",",
                "\"currency\": \"USD\","
            })
    void disbursements_that_add_up_to_the_principal_are_all_that_is_paid_out(String said) {
        LoanTerms terms = terms(said + "\"number_of_payments\": 6, " + TWO_PARTS);

        assertThat(terms.disbursements())
                .containsExactly(paidOut("2024-01-15", "100.00"), paidOut("2024-02-15", "50.00"));
    }

    @Test
    void disbursements_that_come_to_another_sum_are_beside_the_principal() {
        LoanTerms terms =
                terms("\"principal_amount\": 70, \"disbursement_date\": \"2024-01-01\", \"number_of_payments\": 6, "
                        + TWO_PARTS);

        assertThat(terms.principal()).isEqualTo(Money.of("220.00", "USD"));
    }

    @Test
    void a_preview_without_a_day_begins_today() {
        assertThat(terms("\"principal_amount\": 70, \"number_of_payments\": 6").start())
                .isEqualTo(TODAY);
    }

    @ParameterizedTest
    @CsvSource({"quarterly, 10, 3", "annually, 18, 1", "semi_annually, 23, 3", "weekly, 1, 4"})
    void a_term_makes_as_many_payments_as_fit(String frequency, int months, int payments) {
        LoanTerms terms = terms("\"principal_amount\": 70, \"payment_frequency\": \"%s\", \"term_months\": %d"
                .formatted(frequency, months));

        assertThat(terms.plan().payments()).isEqualTo(payments);
    }

    @Test
    void a_term_too_short_for_a_payment_is_refused() {
        assertThatThrownBy(() ->
                        terms("\"principal_amount\": 70, \"payment_frequency\": \"annually\", \"term_months\": 11"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().field()).isEqualTo("term_months"));
    }

    @Test
    void numbers_alone_are_in_the_currency_of_the_loan_the_late_fee_too() {
        CreateLoanBody body = BodyConverter.read(json("""
                {"customer_id": "00000000-0000-7000-8000-000000000001", "currency": "EUR", "terms": {
                  "principal_amount": "5000", "annual_interest_rate": "0.1", "term_months": 12, "late_fee": "25"}}
                """), CreateLoanBody.class);

        assertThat(body.terms().schedule().principalAmount()).isEqualTo(Money.of("5000.00", "EUR"));
        assertThat(body.terms().agreement().lateFee()).contains(FeeScale.fixed(Money.of("25.00", "EUR")));
    }
}
