package io.nexum.gateway.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import org.junit.jupiter.api.Test;

/** Accounts over HTTP, opened under products. */
class AccountUnderProductApiTest extends BankApiTest {
    private static Answer open(String customer, String product, String more) {
        return api().post("/accounts", """
                {"customer_id": "%s", "product_id": "%s", "name": "Everyday"%s}
                """.formatted(customer, product, more));
    }

    private static void verify(String customer, String tier) {
        Answer known = api().put("/customers/" + customer + "/kyc", """
                {"status": "verified", "tier": "%s", "documents": ["national_id"], "expiry_days": 365}
                """.formatted(tier));
        assertThat(known.status()).as(known.text()).isEqualTo(200);
    }

    @Test
    void a_customer_is_known_well_enough_before_the_account_is_opened_under_the_product() {
        Answer product = ProductApiTest.made(ProductBodies.STUDENT);
        String id = product.at("product_id");
        String customer = customer();

        Answer refused = open(customer, id, "");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("type")).endsWith("kyc-tier-too-low");
        verify(customer, "tier_1");
        Answer opened = open(customer, id, "");

        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(opened.at("product_id")).isEqualTo(id);
        assertThat(opened.at("product_version")).isEqualTo("1");
        assertThat(opened.at("product_type")).isEqualTo("checking");
        assertThat(opened.at("product_code")).isEqualTo(product.at("product_code"));
        assertThat(opened.at("currency")).isEqualTo("USD");
        assertThat(opened.at("overdraft_limit/amount")).isEqualTo("200.00");
        assertThat(opened.at("daily_transaction_limit/amount")).isEqualTo("3000.00");
        assertThat(opened.at("low_balance_threshold/amount")).isEqualTo("50.00");
    }

    @Test
    void a_withdrawal_into_the_overdraft_costs_the_products_fee_and_its_limits_hold() {
        String customer = customer();
        verify(customer, "tier_1");
        String account = open(
                        customer, ProductApiTest.made(ProductBodies.STUDENT).at("product_id"), "")
                .at("account_id");
        deposit(account, "100.00");

        Answer withdrawn = withdraw(account, "150.00");

        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        assertThat(balance(account)).isEqualTo("-75.00");
        Answer statement = api().get("/accounts/" + account + "/statements");
        assertThat(statement.text()).contains("overdraft fee");
        deposit(account, "2000.00");
        assertThat(withdraw(account, "650.01").at("type")).endsWith("withdrawal-limit-exceeded");
        assertThat(withdraw(account, "650.00").status()).isEqualTo(200);
        assertThat(api().get("/reports/trial-balance").text()).doesNotContain("\"balanced\":false");
    }

    private static Answer withdraw(String account, String amount) {
        return api().post("/transactions/withdraw", depositBody(account, amount));
    }

    @Test
    void an_account_is_moved_to_the_newest_version_when_somebody_says_so() {
        String product = ProductApiTest.made(ProductBodies.WALLET).at("product_id");
        String account = open(
                        customer(),
                        product,
                        ", \"daily_transaction_limit\": {\"amount\": \"500.00\", \"currency\": \"USD\"}")
                .at("account_id");
        api().put("/products/" + product, "{\"monthly_transaction_limit\": \"9000.00\"}");
        assertThat(api().get("/accounts/" + account).at("monthly_transaction_limit/amount"))
                .isEqualTo("10000.00");

        Answer moved = api().post("/accounts/" + account + "/product", "{}");

        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        assertThat(moved.at("product_version")).isEqualTo("2");
        assertThat(moved.at("monthly_transaction_limit/amount")).isEqualTo("9000.00");
        assertThat(moved.at("daily_transaction_limit/amount")).isEqualTo("500.00");
    }

    @Test
    void closing_within_the_products_days_costs_its_fee_and_pays_out_the_minimum() {
        String customer = customer();
        verify(customer, "tier_2");
        String account = open(
                        customer, ProductApiTest.made(ProductBodies.SAVINGS).at("product_id"), "")
                .at("account_id");
        deposit(account, "2530.00");

        Answer refused = close(account);
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.at("type")).endsWith("balance-is-not-closing-fees");
        assertThat(withdraw(account, "10.00").status()).isEqualTo(200);
        Answer closed = close(account);

        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
        assertThat(closed.at("status")).isEqualTo("closed");
        assertThat(balance(account)).isEqualTo("0.00");
        Answer statement = api().get("/accounts/" + account + "/statements");
        assertThat(statement.text()).contains("Early closing").contains("Paid out at closing");
    }

    private static Answer close(String account) {
        return api().post("/accounts/" + account + "/close", "{\"reason\": \"moved away\"}");
    }

    @Test
    void an_account_is_not_opened_under_what_is_not_offered_to_it() {
        String customer = customer();
        String loan = ProductApiTest.made(ProductBodies.MICROLOAN).at("product_id");
        assertThat(open(customer, loan, "").at("errors/0/field")).isEqualTo("product_id");
        String wallet = ProductApiTest.made(ProductBodies.WALLET).at("product_id");
        assertThat(open(customer, wallet, ", \"product_type\": \"savings\"").at("type"))
                .endsWith("product-of-other-type");
        assertThat(open(customer, wallet, ", \"currency\": \"EUR\"").status()).isIn(400, 422);
        assertThat(open(customer, wallet, ", \"overdraft_limit\": {\"amount\": \"1.00\", \"currency\": \"USD\"}")
                        .at("type"))
                .endsWith("beyond-product");
        api().post("/products/" + wallet + "/suspend", "");
        assertThat(open(customer, wallet, "").at("type")).endsWith("product-not-active");
        assertThat(open(customer, "00000000-0000-0000-0000-000000000000", "").status())
                .isEqualTo(404);
    }
}
