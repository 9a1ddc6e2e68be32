package io.nexum.gateway.loan;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import java.time.LocalDate;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * What a lender's clerk does. A loan is of 1,200.00 US dollars at 12 % in twelve months, unless more is said: 106.62 a
 * month, of the first one 12.00 interest and 94.62 principal.
 *
 * @param start when loans are paid out
 */
record Lending(Api api, LocalDate start) {
    String customer() {
        return customer("");
    }

    /** @param more further fields, each with a comma before it */
    String customer(String more) {
        return granted(api.post("/customers", """
                {"first_name": "Maria", "last_name": "Santos", "email": "%s@example.com"%s}
                """.formatted(UUID.randomUUID(), more)))
                .at("customer_id");
    }

    String account(String customer, String deposit) {
        String account = granted(api.post("/accounts", """
                {"customer_id": "%s", "product_type": "checking", "currency": "USD", "name": "Everyday"}
                """.formatted(customer))).at("account_id");
        if (!deposit.isEmpty()) {
            granted(api.post("/transactions/deposit", """
                    {"account_id": "%s", "amount": {"amount": "%s", "currency": "USD"}, "description": "Savings"}
                    """.formatted(account, deposit)));
        }
        return account;
    }

    String balance(String account) {
        return api.get("/accounts/" + account + "/balance").at("ledger_balance/amount");
    }

    /** The body of an application. Terms and more are further fields, each with a comma before it. */
    String application(String customer, String terms, String more) {
        return """
                {
                  "customer_id": "%s",
                  "terms": {
                    "principal_amount": {"amount": "1200.00", "currency": "USD"},
                    "annual_interest_rate": "0.12",
                    "term_months": 12,
                    "disbursement_date": "%s",
                    "grace_period_days": 7%s
                  }%s
                }
                """.formatted(customer, start, terms, more);
    }

    /** A loan that was agreed on; nothing is paid out yet. */
    String agreed(String customer, String terms) {
        return granted(api.post("/loans", application(customer, terms, ""))).at("loan_id");
    }

    /** A loan that is paid out in cash. */
    String lent(String customer, String terms) {
        String loan = agreed(customer, terms);
        granted(post(loan, "disburse", "{\"disbursement_date\": \"" + start + "\"}"));
        return loan;
    }

    String lent() {
        return lent(customer(), "");
    }

    Answer post(String loan, String what, String body) {
        return api.post("/loans/" + loan + "/" + what, body);
    }

    /** @param more further fields, each with a comma before it */
    Answer pay(String loan, String amount, String date, String more) {
        return post(loan, "payments", """
                {"amount": {"amount": "%s", "currency": "USD"}, "payment_date": "%s"%s}
                """.formatted(amount, date, more));
    }

    Answer pay(String loan, String amount, String date) {
        return granted(pay(loan, amount, date, ""));
    }

    JsonNode loan(String loan) {
        return granted(api.get("/loans/" + loan)).json();
    }

    JsonNode schedule(String loan) {
        return granted(api.get("/loans/" + loan + "/schedule")).json().get("schedule");
    }

    /** By Regulation Z, of the plan in force. */
    String annualRate(String loan) {
        return granted(api.get("/loans/" + loan + "/schedule")).at("apr_regulation_z");
    }

    /** Where the log ends: the same before and after a request that wrote nothing. */
    long head() {
        return granted(api.get("/audit/integrity?from=1&to=1"))
                .json()
                .get("head")
                .asLong();
    }

    boolean booksBalance() {
        return granted(api.get("/ledger/trial-balance")).json().at("/balanced").asBoolean();
    }

    static Answer granted(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer;
    }

    /** The problem document says which field is wrong. */
    static void refused(Answer answer, int status, String type, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.at("type")).isEqualTo("urn:nexum:problem:" + type);
        assertThat(answer.at("errors/0/field")).isEqualTo(field);
    }
}
