package io.nexum.gateway.loan;

import static io.nexum.gateway.loan.Previews.lines;
import static io.nexum.gateway.loan.Previews.loan;
import static io.nexum.gateway.loan.Previews.preview;
import static io.nexum.gateway.loan.Previews.rate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulePreviewApiTest extends BankApiTest {
    private static final Path PUBLISHED = Path.of("../shared-kernel/src/test/resources/lending/loan-schedules.txt");

    private static final String OF_100 = loan("100", "2024-01-01", 6);
    private static final String OF_5000 = loan("5000", "2022-11-01", 18);
    private static final String OF_10000 = loan("10000", "2023-12-12", 6);
    private static final String AT_MONTHS_END = loan("10000", "2025-01-31", 3);

    /** What each published loan is in the words of this route. */
    private static final Map<String, String> LOANS = Map.ofEntries(
            Map.entry("E1", OF_100 + rate("0.12")),
            Map.entry("E3", OF_10000 + rate("0.12") + """
                    , "day_count": "actual_actual_dec31", "interest_period": "daily"
                    """),
            Map.entry("E5", loan("331.77", "2023-12-12", 5) + rate("0.1065") + """
                    , "day_count": "actual_actual_dec31"
                    """),
            Map.entry("E7", OF_100 + rate("0.12") + """
                    , "day_count": "actual_365"
                    """),
            Map.entry("E10", loan("100", "2024-01-01", 3) + rate("0.12") + """
                    , "payment_frequency": {"every": 2, "unit": "months"}, "day_count": "thirty_360"
                    """),
            Map.entry("E12", OF_100 + rate("0.094822") + """
                    , "payment_frequency": {"every": 15, "unit": "days"}, "day_count": "actual_365"
                    """),
            Map.entry("E14", loan("100", "2024-01-01", 5) + rate("0.05") + """
                    , "down_payment_percent": "25"
                    """),
            Map.entry("E15", loan("100", "2024-01-01", 8) + rate("0.30") + """
                    , "amortization_method": "bullet"
                    """),
            Map.entry("E16", AT_MONTHS_END + rate("0.12") + """
                    , "day_count": "actual_actual_dec31", "month_end_rule": "roll"
                    """),
            Map.entry("E17", AT_MONTHS_END + rate("0.12") + """
                    , "day_count": "actual_actual_isda", "month_end_rule": "clamp"
                    """),
            Map.entry("E19", OF_5000 + rate("0.12") + """
                    , "amortization_method": "equal_principal", "interest_period": "same_as_payment"
                    """),
            Map.entry("E21", OF_5000 + rate("0.12") + """
                    , "day_count": "actual_365", "interest_period": "daily", "installment_multiple": "1"
                    """),
            Map.entry("E23", OF_100 + rate("0.094822") + """
                    , "first_payment_date": "2024-02-18"
                    """),
            Map.entry("E26", OF_100 + rate("0.07") + """
                    , "rate_changes": [{"from": "2024-02-01", "annual_interest_rate": "0.04"}]
                    """));

    private static Map<String, List<String>> published() throws IOException {
        Map<String, List<String>> schedules = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(PUBLISHED)) {
            if (line.startsWith("# ")) {
                lines = new ArrayList<>();
                schedules.put(line.split(" ", 3)[1], lines);
            } else if (!line.isBlank() && !line.startsWith("nr,")) {
                lines.add(line);
            }
        }
        assertThat(schedules.keySet()).isEqualTo(LOANS.keySet());
        return schedules;
    }

    @TestFactory
    Stream<DynamicTest> published_schedules_come_out_to_the_cent() throws IOException {
        return published().entrySet().stream()
                .map(loan -> dynamicTest(
                        loan.getKey(),
                        () -> assertThat(lines(preview(Objects.requireNonNull(LOANS.get(loan.getKey())))))
                                .isEqualTo(loan.getValue())));
    }

    @Test
    void totals_and_both_annual_rates_are_told_and_nothing_is_written() {
        long before = head();

        Answer answer = preview(OF_100 + rate("0.12"));

        assertThat(answer.at("total_payments/amount")).isEqualTo("103.53");
        assertThat(answer.at("total_principal/amount")).isEqualTo("100.00");
        assertThat(answer.at("total_interest/amount")).isEqualTo("3.53");
        assertThat(answer.at("total_interest/currency")).isEqualTo("USD");
        assertThat(answer.at("apr_regulation_z")).isEqualTo("0.120008");
        assertThat(answer.at("apr_eu")).isEqualTo("0.126834");
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void an_origination_fee_raises_the_annual_rates_and_changes_no_payment() {
        Answer free = preview(OF_100 + rate("0.12"));

        Answer answer = preview(OF_100 + rate("0.12") + ", \"origination_fee\": \"1.00\"");

        assertThat(lines(answer)).isEqualTo(lines(free));
        assertThat(answer.at("apr_regulation_z")).isGreaterThan("0.15").isLessThan("0.16");
    }

    @Test
    void a_plain_number_is_in_the_currency_beside_it_or_in_dollars() {
        String rest = ", \"annual_interest_rate\": 0, \"disbursement_date\": \"2024-01-01\", \"term_months\": 3";

        Answer yen = preview("\"principal_amount\": \"1000\", \"currency\": \"JPY\"" + rest);
        Answer dollars = preview("\"principal_amount\": 100.00" + rest);

        assertThat(yen.at("schedule/0/payment_amount/amount")).isEqualTo("333");
        assertThat(yen.at("schedule/2/payment_amount/amount")).isEqualTo("334");
        assertThat(yen.at("total_payments/currency")).isEqualTo("JPY");
        assertThat(dollars.at("schedule/0/payment_amount/currency")).isEqualTo("USD");
    }

    @ParameterizedTest
    @CsvSource({
        "weekly, 12, 52",
        "bi_weekly, 12, 26",
        "semi_monthly, 6, 12",
        "monthly, 7, 7",
        "quarterly, 12, 4",
        "semi_annually, 12, 2",
        "annually, 24, 2"
    })
    void a_term_in_months_makes_as_many_payments_as_fit(String frequency, int months, int payments) {
        Answer answer = preview("""
                "principal_amount": "5000", "annual_interest_rate": "0.24", "disbursement_date": "2024-02-19",
                "term_months": %d, "payment_frequency": "%s"
                """.formatted(months, frequency));

        assertThat(lines(answer)).hasSize(payments);
    }

    @Test
    void a_list_of_disbursements_is_beside_the_principal_or_begins_with_it() {
        String list = ", \"disbursements\": [%s{\"date\": \"2024-03-01\", \"amount\": \"100\"}]";
        String first = "{\"date\": \"2024-01-01\", \"amount\": {\"amount\": \"100.00\", \"currency\": \"USD\"}}, ";

        Answer beside = preview(loan("100", "2024-01-01", 6)
                + rate("0.094822")
                + list.formatted("").replace("\"100\"", "\"60\""));
        Answer all = preview(OF_100 + rate("0.094822") + list.formatted(first));
        Answer sum = preview(loan("200", "2024-01-01", 6) + rate("0.094822") + list.formatted(first));

        assertThat(lines(all)).contains("3,2024-04-01,41.31,1.32,42.63,125.88").isEqualTo(lines(sum));
        assertThat(beside.at("total_principal/amount")).isEqualTo("160.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "principal_amount | \"0\"",
                "principal_amount | \"1.005\"",
                "principal_amount.amount | {\"amount\": \"-1\", \"currency\": \"USD\"}",
                "currency | \"EUR\"",
                "annual_interest_rate | \"12\"",
                "annual_interest_rate | \"-0.1\"",
                "disbursement_date | \"2024-02-30\"",
                "disbursement_date | \"9999-01-01\"",
                "number_of_payments | 0",
                "number_of_payments | 1201",
                "payment_frequency | \"sometimes\"",
                "payment_frequency.every | {\"every\": 0, \"unit\": \"days\"}",
                "payment_frequency.unit | {\"every\": 1, \"unit\": \"moons\"}",
                "amortization_method | \"bespoke\"",
                "day_count | \"30_365\"",
                "interest_period | \"hourly\"",
                "business_day_adjustment | \"sometimes\"",
                "interest_dates | \"moved\"",
                "installment_multiple | \"0\"",
                "principal_grace_payments | 6",
                "interest_grace_payments | 6",
                "month_end_rule | \"skip\"",
                "down_payment_percent | \"100\"",
                "first_payment_date | \"2024-01-01\"",
                "disbursements | [{\"date\": \"2023-12-31\", \"amount\": \"1\"}]",
                "disbursements | [{\"date\": \"2024-07-01\", \"amount\": \"1\"}]",
                "disbursements[0].amount | [{\"date\": \"2024-02-01\", \"amount\": \"0\"}]",
                "rate_changes | [{\"from\": \"2023-12-31\", \"annual_interest_rate\": \"0.1\"}]",
                "rate_changes[0].from | [{\"annual_interest_rate\": \"0.1\"}]"
            })
    void a_value_that_can_t_be_right_is_refused_by_its_field(String field, String value) {
        String name = field.split("[.\\[]", 2)[0];
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("principal_amount", "{\"amount\": \"100\", \"currency\": \"USD\"}");
        fields.put("annual_interest_rate", "\"0.12\"");
        fields.put("disbursement_date", "\"2024-01-01\"");
        fields.put("number_of_payments", "6");
        fields.put(name, value);

        Answer refused = preview(String.join(
                ", ",
                fields.entrySet().stream()
                        .map(entry -> "\"" + entry.getKey() + "\": " + entry.getValue())
                        .toList()));

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("errors/0/field")).isEqualTo(field);
    }

    @Test
    void all_that_is_missing_is_told_at_once() {
        Answer refused = preview("");
        Answer noNumber = preview("""
                "principal_amount": "100", "annual_interest_rate": "0.1", "disbursement_date": "2024-01-01"
                """);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("principal_amount", "annual_interest_rate");
        assertThat(noNumber.at("errors/0/field")).isEqualTo("number_of_payments");
    }

    @Test
    void the_longest_loan_with_the_most_changes_is_answered() {
        String changes = String.join(
                ", ",
                IntStream.rangeClosed(1, 100)
                        .mapToObj(i -> "{\"from\": \"%s\", \"annual_interest_rate\": \"0.%02d\"}"
                                .formatted(LocalDate.of(2024, 1, 5).plusMonths(i), 5 + i % 10))
                        .toList());

        Answer answer =
                preview(loan("1000000", "2024-01-01", 1200) + rate("0.12") + ", \"rate_changes\": [" + changes + "]");

        assertThat(lines(answer)).hasSize(1200);
    }
}
