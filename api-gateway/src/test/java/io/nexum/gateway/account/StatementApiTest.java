package io.nexum.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StatementApiTest extends BankApiTest {
    private static String busyAccount() {
        String account = fundedAccount("100.00");
        api().post("/transactions/withdraw", """
                {"account_id": "%s", "amount": {"amount": "30.00", "currency": "USD"},
                 "description": "=HYPERLINK(\\"http://evil\\")", "reference": "@ref"}
                """.formatted(account));
        deposit(account, "5.00");
        return account;
    }

    @Test
    void a_statement_runs_from_the_opening_to_the_closing_balance() {
        String account = busyAccount();
        Answer statement = api().get("/accounts/" + account + "/statements");
        assertThat(statement.status()).as(statement.text()).isEqualTo(200);
        assertThat(statement.at("opening_balance/amount")).isEqualTo("0.00");
        assertThat(statement.at("closing_balance/amount")).isEqualTo("75.00");
        assertThat(statement.at("total_credits/amount")).isEqualTo("105.00");
        assertThat(statement.at("total_debits/amount")).isEqualTo("30.00");
        assertThat(statement.json().get("entries").findValues("balance").stream()
                        .map(balance -> balance.get("amount").asString()))
                .containsExactly("100.00", "70.00", "75.00");
        Answer part = api().get("/accounts/" + account + "/statements?skip=1&limit=1");
        assertThat(part.at("entries/0/balance/amount")).isEqualTo("70.00");
        assertThat(part.at("closing_balance/amount")).isEqualTo("75.00");
        assertThat(part.at("total")).isEqualTo("3");
    }

    @Test
    void a_span_before_the_first_entry_is_empty() {
        String account = busyAccount();
        Answer statement = api().get("/accounts/" + account + "/statements?start_date=2020-01-01&end_date=2020-01-31");
        assertThat(statement.at("total")).isEqualTo("0");
        assertThat(statement.at("closing_balance/amount")).isEqualTo("0.00");
    }

    @Test
    void a_statement_comes_as_csv_by_parameter_or_by_header_and_holds_no_formula() {
        String account = busyAccount();
        Answer byParameter = api().get("/accounts/" + account + "/statements?format=csv");
        Answer byHeader = api().get("/accounts/" + account + "/statements", "Accept", "text/csv");
        assertThat(byParameter.status()).as(byParameter.text()).isEqualTo(200);
        assertThat(byParameter.header("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(byHeader.text()).isEqualTo(byParameter.text());
        String[] lines = byParameter.text().split("\r\n");
        assertThat(lines).hasSize(6);
        assertThat(lines[1]).contains("Opening balance").endsWith(",0.00,USD");
        assertThat(lines[3])
                .contains("\"'=HYPERLINK(\"\"http://evil\"\")\"", "\"'@ref\"")
                .endsWith(",-30.00,70.00,USD");
        assertThat(lines[5]).contains("Closing balance").endsWith(",75.00,USD");
    }

    @Test
    void a_csv_file_holds_the_whole_span_however_many_parts_it_is_read_in() {
        String account = account("USD");
        String line = """
                {"transaction_type": "deposit", "account_id": "%s", "amount": {"amount": "1.00", "currency": "USD"},
                 "description": "drop"}
                """.formatted(account);
        String body = "[" + String.join(",", java.util.Collections.nCopies(205, line)) + "]";
        assertThat(api().post("/transactions/bulk", body).at("processed_count")).isEqualTo("205");
        String[] lines = api().get("/accounts/" + account + "/statements?format=csv")
                .text()
                .split("\r\n");
        assertThat(lines).hasSize(1 + 1 + 205 + 1);
        assertThat(lines[206]).endsWith(",1.00,205.00,USD");
    }

    @Test
    void a_span_that_runs_backwards_or_is_none_is_refused() {
        String account = account("USD");
        String today = LocalDate.now(java.time.ZoneOffset.UTC).toString();
        assertThat(api().get("/accounts/" + account + "/statements?from=" + today + "&to=2020-01-01")
                        .status())
                .isEqualTo(422);
        Answer refused = api().get("/accounts/" + account + "/statements?from=x&to=y&format=pdf");
        assertThat(refused.json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("from", "to", "format");
    }
}
