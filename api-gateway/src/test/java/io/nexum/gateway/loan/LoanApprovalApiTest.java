package io.nexum.gateway.loan;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.user.People;
import io.nexum.gateway.user.People.Person;
import org.junit.jupiter.api.Test;

/** Nobody lends more than their roles let them approve at once. */
class LoanApprovalApiTest extends BankApiTest {
    private static final String REASON = "{\"reason\": \"checked\"}";

    private final String customer = customer();

    @Test
    void a_loan_above_ones_limit_is_not_approved_and_one_at_the_limit_is() {
        Person approver = approver("1000.00", "USD");
        String above = applied("1000.01");
        long before = head();

        Answer refused = approver.api().post("/loans/" + above + "/approve", REASON);

        assertThat(refused.status()).as(refused.text()).isEqualTo(403);
        assertThat(refused.at("type")).endsWith(":above-approval-limit");
        assertThat(refused.at("detail")).contains("1000.01 USD").contains("which is 1000.00 USD");
        assertThat(head()).isEqualTo(before);
        assertThat(approver.api()
                        .post("/loans/" + applied("1000.00") + "/approve", REASON)
                        .at("state"))
                .isEqualTo("approved");
    }

    @Test
    void a_loan_that_another_has_approved_is_not_originated_above_ones_limit() {
        Person approver = approver("1000.00", "USD");
        String loan = applied("2000.00");
        assertThat(api().post("/loans/" + loan + "/approve", REASON).at("state"))
                .isEqualTo("approved");

        assertThat(approver.api().post("/loans/" + loan + "/originate", REASON).at("type"))
                .endsWith(":above-approval-limit");

        assertThat(api().post("/loans/" + loan + "/originate", REASON).at("state"))
                .isEqualTo("originated");
    }

    @Test
    void a_new_loan_is_agreed_on_at_once_within_the_limit_and_waits_for_another_above_it() {
        Person approver = approver("1000.00", "USD");

        Answer within = approver.api().post("/loans", loan("1000.00", ""));
        Answer above = approver.api().post("/loans", loan("1000.01", ""));
        long before = head();
        Answer insisting = approver.api().post("/loans", loan("1000.01", ", \"originate\": true"));

        assertThat(within.at("state")).as(within.text()).isEqualTo("originated");
        assertThat(above.at("state")).as(above.text()).isEqualTo("applied");
        assertThat(insisting.status()).as(insisting.text()).isEqualTo(403);
        assertThat(insisting.at("type")).endsWith(":above-approval-limit");
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void a_limit_in_one_currency_approves_no_loan_in_another() {
        Person approver = approver("1000.00", "EUR");

        assertThat(approver.api()
                        .post("/loans/" + applied("10.00") + "/approve", REASON)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_is_written_off_moves_money_and_obeys_that_limit() {
        String loan = api().post("/loans", loan("1000.00", "")).at("loan_id");
        assertThat(api().post("/loans/" + loan + "/disburse", "{}").status()).isEqualTo(200);
        Person writer = with("\"write_off_loan\"", "max_transaction_amount", "999.99", "USD");

        Answer refused = writer.api().post("/loans/" + loan + "/write-off", REASON);

        assertThat(refused.status()).as(refused.text()).isEqualTo(403);
        assertThat(refused.at("type")).endsWith(":above-limit");
        assertThat(api().get("/loans/" + loan).at("state")).isEqualTo("active");
    }

    private static Person approver(String most, String currency) {
        return with("\"create_loan\", \"approve_loan\", \"view_loan\"", "max_approval_amount", most, currency);
    }

    private static Person with(String permissions, String limit, String most, String currency) {
        Answer role = api().post("/rbac/roles", """
                {"name": "%s", "description": "Decides on small loans", "permissions": [%s],
                 "%s": {"amount": "%s", "currency": "%s"}}
                """.formatted(People.freshName(), permissions, limit, most, currency));
        assertThat(role.status()).as(role.text()).isEqualTo(201);
        return People.with(role.at("role_id"));
    }

    private String applied(String amount) {
        Answer applied = api().post("/loans", loan(amount, ", \"originate\": false"));
        assertThat(applied.status()).as(applied.text()).isEqualTo(201);
        return applied.at("loan_id");
    }

    private String loan(String amount, String more) {
        return """
                {"customer_id": "%s",
                 "terms": {"principal_amount": {"amount": "%s", "currency": "USD"}, "annual_interest_rate": "0.12",
                           "term_months": 12}%s}
                """.formatted(customer, amount, more);
    }
}
