package io.nexum.gateway.loan;

import static io.nexum.gateway.loan.Previews.lines;
import static io.nexum.gateway.loan.Previews.loan;
import static io.nexum.gateway.loan.Previews.preview;
import static io.nexum.gateway.loan.Previews.rate;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.tenant.Banks;
import io.nexum.gateway.tenant.Installation.Bank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms that not every loan has. */
class ScheduleTermsApiTest extends BankApiTest {
    /** Interest of 29 days from 31 January to 29 February 2024, then of 30 days or, in Europe, 31. */
    @ParameterizedTest
    @CsvSource({"30_360, 100.00, 100.00", "30_360_us, 96.67, 100.00", "30_360_european, 96.67, 103.33"})
    void months_of_thirty_days_are_equal_or_counted_by_two_rules(String dayCount, String first, String second) {
        Answer answer = preview(loan("10000", "2024-01-31", 2) + rate("0.12") + """
                , "amortization_method": "bullet", "day_count": "%s"
                """.formatted(dayCount));

        assertThat(answer.at("schedule/0/interest_amount/amount")).isEqualTo(first);
        assertThat(answer.at("schedule/1/interest_amount/amount")).isEqualTo(second);
    }

    @Test
    void custom_payments_are_named_one_by_one() {
        String terms = """
                "principal_amount": "1000", "annual_interest_rate": "0.12", "disbursement_date": "2024-01-01",
                "amortization_method": "custom", "principal_payments":
                """;

        assertThat(lines(preview(terms + "[\"100\", 0, {\"amount\": \"900.00\", \"currency\": \"USD\"}]")))
                .containsExactly(
                        "1,2024-02-01,100.00,10.00,110.00,900.00",
                        "2,2024-03-01,0.00,9.00,9.00,900.00",
                        "3,2024-04-01,900.00,9.00,909.00,0.00");
    }

    @Test
    void custom_payments_may_have_days_of_their_own() {
        Answer answer = preview("""
                "principal_amount": "1000", "annual_interest_rate": "0.365", "disbursement_date": "2024-01-01",
                "day_count": "actual_365", "principal_payments": [
                {"date": "2024-01-11", "amount": "300"}, {"date": "2024-01-31", "amount": "700"}]
                """);

        assertThat(lines(answer))
                .containsExactly("1,2024-01-11,300.00,10.00,310.00,700.00", "2,2024-01-31,700.00,14.00,714.00,0.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "principal_payments | [\"40\", \"50\"] | custom",
                "principal_payments | [\"100\"] | flat",
                "principal_payments[1].amount | [\"100\", \"-1\"] | custom",
                "principal_payments[0].amount | [\"99.999\", \"1\"] | custom",
                "principal_payments | [{\"amount\": \"60\", \"date\": \"2024-02-01\"}, \"40\"] | custom",
                "principal_payments | [{\"amount\": \"100\", \"date\": \"2024-01-01\"}] | custom",
                "principal_payments[0].currency | [{\"amount\": \"100\", \"currency\": \"EUR\"}] | custom",
                "principal_payments | [] | custom"
            })
    void custom_payments_that_don_t_fit_are_refused(String field, String payments, String method) {
        Answer refused = preview("""
                "principal_amount": "100", "annual_interest_rate": "0.12", "disbursement_date": "2024-01-01",
                "amortization_method": "%s", "principal_payments": %s, "term_months": 2
                """.formatted(method, payments));

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("errors/0/field")).isEqualTo(field);
    }

    @Test
    void a_payment_on_a_day_off_is_moved_by_the_calendar_of_the_bank() {
        Bank bank = Banks.open("");
        String working = "[\"monday\", \"tuesday\", \"wednesday\", \"thursday\", \"friday\"]";
        Answer set = bank.user()
                .put("/admin/calendar", "{\"working_days\": " + working + ", \"holidays\": [\"2024-06-03\"]}");
        assertThat(set.status()).as(set.text()).isEqualTo(200);
        // 0.1 % a day, due on Saturday 1 June and Monday 1 July.
        String terms = loan("1000", "2024-05-01", 2) + rate("0.365") + """
                , "amortization_method": "bullet", "day_count": "actual_365", "business_day_adjustment": "following"
                """;

        assertThat(lines(preview(bank.user(), terms)))
                .containsExactly("1,2024-06-04,0.00,31.00,31.00,1000.00", "2,2024-07-01,1000.00,30.00,1030.00,0.00");
        assertThat(lines(preview(bank.user(), terms + ", \"interest_dates\": \"adjusted\"")))
                .containsExactly("1,2024-06-04,0.00,34.00,34.00,1000.00", "2,2024-07-01,1000.00,27.00,1027.00,0.00");
    }

    @Test
    void a_bank_that_has_set_no_calendar_works_every_day() {
        Answer answer = preview(Banks.open("").user(), loan("1000", "2024-05-01", 1) + rate("0.12") + """
                , "business_day_adjustment": "preceding"
                """);

        assertThat(answer.at("schedule/0/payment_date")).isEqualTo("2024-06-01");
    }
}
