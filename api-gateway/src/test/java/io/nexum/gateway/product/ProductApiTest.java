package io.nexum.gateway.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductApiTest extends BankApiTest {
    static String code() {
        return "T" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    static Answer made(String body) {
        Answer made = api().post("/products", body.formatted(code()));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made;
    }

    @Test
    void the_cookbooks_microloan_is_active_as_soon_as_it_is_made() {
        Answer made = made(ProductBodies.MICROLOAN);

        assertThat(made.at("status")).isEqualTo("active");
        assertThat(made.at("product_type")).isEqualTo("loan");
        assertThat(made.at("interest_rate")).isEqualTo("0.24");
        assertThat(made.at("payment_frequency")).isEqualTo("weekly");
        assertThat(made.at("late_payment_fee/amount")).isEqualTo("25.00");
        assertThat(made.at("max_loan_term_months")).isEqualTo("24");
        assertThat(made.at("requires_kyc_tier")).isEqualTo("tier_1");
        assertThat(made.at("created_at")).isNotEmpty();
        assertThat(api().get("/products/" + made.at("product_id")).json()).isEqualTo(made.json());
    }

    @Test
    void what_a_client_says_beyond_the_known_fields_is_kept_as_a_feature() {
        Answer wallet = made(ProductBodies.WALLET);
        assertThat(wallet.at("features/instant_transfers")).isEqualTo("true");
        assertThat(wallet.at("allow_negative_balance")).isEqualTo("false");

        Answer student = made(ProductBodies.STUDENT);
        assertThat(student.at("features/partner_atm_networks/2")).isEqualTo("SUM");
        assertThat(student.at("overdraft_limit/amount")).isEqualTo("200.00");
        assertThat(student.at("overdraft_fee/amount")).isEqualTo("25.00");
        assertThat(student.at("daily_withdrawal_limit/amount")).isEqualTo("800.00");
        assertThat(student.at("auto_pay_fees_from_balance")).isEqualTo("false");
    }

    @Test
    void fees_that_are_mere_words_as_the_original_has_them_are_kept_as_a_feature() {
        Answer made = api().post("/products", """
                {"name": "Plain", "product_type": "checking", "currency": "USD", "description": "",
                 "fees": ["monthly", "overdraft"]}
                """);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.at("features/fees/1")).isEqualTo("overdraft");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ProductBodies.MICROLOAN,
                ProductBodies.WALLET,
                ProductBodies.STUDENT,
                ProductBodies.SAVINGS,
                ProductBodies.CREDIT_LINE
            })
    void a_product_sent_back_as_it_was_read_is_no_new_version(String body) {
        Answer made = made(body);

        Answer again = api().put("/products/" + made.at("product_id"), made.text());

        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(made.json());
    }

    @Test
    void a_change_is_a_new_version_and_the_old_one_stays_to_be_read() {
        String id = made(ProductBodies.SAVINGS).at("product_id");

        Answer changed = api().send(
                        "PATCH", "/products/" + id, "{\"interest_rate\": \"0.05\", \"monthly_maintenance_fee\": null}");

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("version")).isEqualTo("2");
        assertThat(changed.at("interest_rate")).isEqualTo("0.05");
        assertThat(changed.json().has("monthly_maintenance_fee")).isFalse();
        assertThat(changed.at("fees/1/fee/tiers/1/rate")).isEqualTo("0.001");
        Answer versions = api().get("/products/" + id + "/versions");
        assertThat(versions.at("total")).isEqualTo("2");
        assertThat(versions.at("versions/0/interest_rate")).isEqualTo("0.05");
        assertThat(versions.at("versions/1/interest_rate")).isEqualTo("0.045");
    }

    @Test
    void a_put_that_sends_all_the_fields_of_the_original_changes_only_those_that_say_something() {
        Answer made = made(ProductBodies.MICROLOAN);

        Answer changed = api().put("/products/" + made.at("product_id"), """
                {"name": "Renamed", "description": null, "interest_rate": null, "fees": null}
                """);

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("name")).isEqualTo("Renamed");
        assertThat(changed.at("description")).isEqualTo(made.at("description"));
        assertThat(changed.at("interest_rate")).isEqualTo(made.at("interest_rate"));
        assertThat(changed.at("late_payment_fee/amount")).isEqualTo(made.at("late_payment_fee/amount"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"savings", "loan", "credit_line"})
    void the_method_of_calculation_says_how_days_count_when_a_product_is_made_and_when_it_is_changed(String type) {
        Answer made = api().post("/products", """
                {"name": "Of the original", "description": "", "product_type": "%s", "currency": "USD",
                 "interest_rate": "0.05", "interest_calculation_method": "actual_360"}
                """.formatted(type));
        assertThat(made.at("day_count")).as(made.text()).isEqualTo("actual_360");

        Answer changed = api().put("/products/" + made.at("product_id"), """
                {"interest_calculation_method": "thirty_360"}
                """);

        assertThat(changed.at("day_count")).as(changed.text()).isEqualTo("thirty_360");
    }

    @ParameterizedTest
    @ValueSource(strings = {"loan", "credit_line"})
    void a_product_of_lending_needs_no_rate(String type) {
        Answer made = api().post("/products", """
                {"name": "As agreed", "description": "", "product_type": "%s", "currency": "USD"}
                """.formatted(type));

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().has("interest_rate")).isFalse();
    }

    @Test
    void a_product_goes_from_draft_to_active_to_suspended_and_back_and_is_retired_for_good() {
        Answer draft = api().post("/products", """
                {"name": "Draft", "product_type": "savings", "currency": "USD", "description": "", "activate": false}
                """);
        assertThat(draft.at("status")).isEqualTo("draft");
        String path = "/products/" + draft.at("product_id");
        assertThat(api().post(path + "/suspend", "").at("type")).endsWith("status-not-reachable");

        assertThat(api().post(path + "/activate", "").at("status")).isEqualTo("active");
        assertThat(api().post(path + "/activate", "").at("status")).isEqualTo("active");
        assertThat(api().post(path + "/suspend", "").at("status")).isEqualTo("suspended");
        assertThat(api().post(path + "/activate", "").at("status")).isEqualTo("active");
        assertThat(api().post(path + "/retire", "").at("status")).isEqualTo("retired");

        assertThat(api().post(path + "/activate", "").status()).isEqualTo(400);
        assertThat(api().put(path, "{\"name\": \"Other\"}").at("type")).endsWith("product-is-retired");
    }

    @Test
    void products_are_listed_by_type_status_and_code() {
        String code = code();
        api().post("/products", ProductBodies.CREDIT_LINE.formatted(code));

        Answer found = api().get("/products?product_type=credit_line&status=active&product_code=" + code);

        assertThat(found.at("total")).isEqualTo("1");
        assertThat(found.at("products/0/product_code")).isEqualTo(code);
        assertThat(found.at("products/0/minimum_payment_percentage")).isEqualTo("0.02");
        Answer taken = api().post("/products", ProductBodies.CREDIT_LINE.formatted(code));
        assertThat(taken.status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "interest_rate | \"11\" | interest_rate",
                "interest_rate | \"-0.1\" | interest_rate",
                "minimum_balance | {\"amount\": \"1\", \"currency\": \"EUR\"} | minimum_balance.currency",
                "minimum_balance | {\"amount\": \"1.001\", \"currency\": \"USD\"} | minimum_balance.amount",
                "overdraft_limit | \"-1\" | overdraft_limit",
                "interest_posting_frequency | \"hourly\" | interest_posting_frequency",
                "day_count | \"30_365\" | day_count",
                "fees | [{\"name\": \"x\", \"event\": \"party\"}] | fees[0].event",
                "gl_accounts | {\"fee_income\": \"9999\"} | gl_accounts.fee_income",
                "gl_accounts | {\"fee_income\": \"1010\"} | gl_accounts.fee_income",
                "gl_accounts | {\"customer_balances\": \"2100\"} | gl_accounts.customer_balances",
                "gl_accounts | {\"nonsense\": \"2100\"} | gl_accounts.nonsense",
                "currency | \"EUR\" | currency",
                "product_type | \"wallet\" | product_type"
            })
    void a_change_that_can_t_be_right_is_refused_by_its_field(String field, String value, String blamed) {
        String id = made(ProductBodies.SAVINGS).at("product_id");
        long before = head();

        Answer refused = api().put("/products/" + id, "{\"" + field + "\": " + value + "}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.json().at("/errors").findValuesAsString("field"))
                .as(refused.text())
                .contains(blamed);
        assertThat(head()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"interest\", \"tips\"]", "[\"fee\", \"fee\"]", "[\"past_due_interest\"]"})
    void an_order_of_payment_is_refused_unless_it_is_one(String order) {
        String id = made(ProductBodies.MICROLOAN).at("product_id");
        String body = "{\"payment_allocation\": " + order + "}";
        long before = head();

        Answer changed = api().put("/products/" + id, body);
        Answer created = api().post(
                        "/products",
                        body.replace(
                                "{",
                                "{\"name\": \"x\", \"product_type\": \"loan\", \"currency\":"
                                        + " \"USD\", \"interest_rate\": \"0.1\", "));

        assertThat(changed.status()).as(changed.text()).isEqualTo(422);
        assertThat(changed.at("errors/0/field")).isEqualTo("payment_allocation");
        assertThat(created.status()).as(created.text()).isEqualTo(422);
        assertThat(created.at("errors/0/field")).isEqualTo("payment_allocation");
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void an_overdraft_that_may_not_be_is_refused() {
        Answer overdraft = api().post("/products", """
                {"name": "x", "product_type": "checking", "currency": "USD", "overdraft_limit": "10.00",
                 "allow_negative_balance": false}
                """);
        assertThat(overdraft.at("errors/0/field")).isEqualTo("overdraft_limit");
    }
}
