package io.nexum.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import java.util.UUID;

/** A running bank with a real database behind it, and the first steps that most tests begin with. */
public abstract class BankApiTest {
    /** Speaks as the administrator. */
    protected static Api api() {
        return NexumServer.running().api();
    }

    /** Where the log ends: the same before and after a request that wrote nothing. */
    protected static long head() {
        return api().get("/audit/integrity?from=1&to=1").json().get("head").asLong();
    }

    protected static String freshEmail() {
        return "person-" + UUID.randomUUID() + "@example.com";
    }

    protected static String customer() {
        return customer(freshEmail());
    }

    protected static String customer(String email) {
        Answer created = api().post("/customers", """
                {"first_name": "Alice", "last_name": "Johnson", "email": "%s"}
                """.formatted(email));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.at("customer_id");
    }

    /** An account of a new customer. */
    protected static String account(String currency) {
        return account(customer(), currency);
    }

    protected static String account(String customer, String currency) {
        return account(customer, currency, "");
    }

    /** @param more further fields, each with a comma before it */
    protected static String account(String customer, String currency, String more) {
        Answer opened = api().post("/accounts", """
                {"customer_id": "%s", "product_type": "checking", "currency": "%s", "name": "Everyday"%s}
                """.formatted(customer, currency, more));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return opened.at("account_id");
    }

    /** A new customer's account in US dollars with money on it. */
    protected static String fundedAccount(String amount) {
        String account = account("USD");
        assertThat(deposit(account, amount).status()).isEqualTo(200);
        return account;
    }

    protected static Answer deposit(String account, String amount, String... headers) {
        return api().post("/transactions/deposit", depositBody(account, amount), headers);
    }

    protected static String depositBody(String account, String amount) {
        return """
                {"account_id": "%s", "amount": {"amount": "%s", "currency": "USD"}, "description": "Payroll deposit"}
                """.formatted(account, amount);
    }

    protected static String balance(String account) {
        return api().get("/accounts/" + account + "/balance").at("ledger_balance/amount");
    }
}
