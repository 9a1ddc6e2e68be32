package io.nexum.gateway.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.NexumServer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole catalogue as YAML, and what its products come to. */
class CatalogueApiTest extends BankApiTest {
    private static final String[] YAML = {"Content-Type", "application/yaml"};

    private static Answer take(String yaml, String query) {
        return api().post("/products/catalogue" + query, yaml, YAML);
    }

    @Test
    void an_exported_catalogue_changes_nothing_when_it_is_taken_over_again() {
        for (String body : new String[] {
            ProductBodies.MICROLOAN,
            ProductBodies.WALLET,
            ProductBodies.STUDENT,
            ProductBodies.SAVINGS,
            ProductBodies.CREDIT_LINE
        }) {
            ProductApiTest.made(body);
        }
        Answer exported = api().get("/products/catalogue");
        assertThat(exported.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("yaml"));
        long before = head();

        Answer again = take(exported.text(), "");

        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.at("created")).isEqualTo("0");
        assertThat(again.at("changed")).as(again.text()).isEqualTo("0");
        assertThat(Integer.parseInt(again.at("unchanged"))).isGreaterThanOrEqualTo(5);
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void a_dry_run_tells_the_difference_and_writes_nothing() {
        String code = ProductApiTest.code();
        String id =
                api().post("/products", ProductBodies.MICROLOAN.formatted(code)).at("product_id");
        String yaml = """
                products:
                  - product_code: %s
                    name: Small Business Microloan
                    product_type: loan
                    currency: USD
                    description: Short-term business loans for entrepreneurs
                    interest_rate: 0.22          # a number, taken digit by digit
                    default_loan_term_months: 12
                    max_loan_term_months: 24
                    min_loan_amount: {amount: 500.00, currency: USD}
                    max_loan_amount: {amount: "10000.00", currency: USD}
                    payment_frequency: weekly
                    late_payment_fee: 25.00
                    grace_period_days: 7
                    requires_kyc_tier: tier_1
                    status: suspended
                  - name: Another
                    product_type: savings
                    currency: EUR
                """.formatted(code);
        long before = head();

        Answer dry = take(yaml, "?dry_run=true");

        assertThat(dry.status()).as(dry.text()).isEqualTo(200);
        assertThat(head()).isEqualTo(before);
        assertThat(dry.at("dry_run")).isEqualTo("true");
        assertThat(dry.at("changes/0/product_id")).isEqualTo(id);
        assertThat(dry.json().at("/changes/0/fields").size()).as(dry.text()).isEqualTo(2);
        assertThat(dry.at("changes/0/fields/0/field")).isEqualTo("interest_rate");
        assertThat(dry.at("changes/0/fields/0/before")).isEqualTo("0.24");
        assertThat(dry.at("changes/0/fields/0/after")).isEqualTo("0.22");
        assertThat(dry.at("changes/0/fields/1/after")).isEqualTo("suspended");
        assertThat(dry.at("changes/1/action")).isEqualTo("create");

        assertThat(take(yaml, "").at("created")).isEqualTo("1");
        Answer now = api().get("/products/" + id);
        assertThat(now.at("version")).isEqualTo("2");
        assertThat(now.at("status")).isEqualTo("suspended");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "products: [",
                "products: !!javax.script.ScriptEngineManager [x]",
                "a: &a [x]\nproducts: [*a, *a, *a]",
                "products: 1\nproducts: 2",
                "- 1\n--- \n- 2"
            })
    void yaml_that_is_no_plain_catalogue_is_refused(String yaml) {
        long before = head();
        Answer refused = take(yaml, "");
        assertThat(refused.status()).as(refused.text()).isIn(400, 422);
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void a_product_that_is_there_twice_and_a_bad_field_are_named() {
        Answer bad = take("products: [{name: x, product_type: savings, currency: USD, interest_rate: -1}]", "");
        assertThat(bad.at("errors/0/field")).isEqualTo("products[0].interest_rate");
        Answer order = take(
                "products: [{name: x, product_type: loan, currency: USD, interest_rate: 0.1,"
                        + " payment_allocation: [interest, tips]}]",
                "");
        assertThat(order.at("errors/0/field")).isEqualTo("products[0].payment_allocation");
        String id = ProductApiTest.made(ProductBodies.SAVINGS).at("product_id");
        String one = "{product_id: " + id + ", name: x, product_type: savings, currency: USD}";
        assertThat(take("products: [" + one + ", " + one + "]", "").at("errors/0/field"))
                .isEqualTo("products[1]");
    }

    @Test
    void fees_are_shown_with_their_calculation() {
        String id = ProductApiTest.made(ProductBodies.SAVINGS).at("product_id");

        Answer transfer = api().get("/products/" + id + "/fees?event_type=transfer&amount=2500.00&currency=USD");

        assertThat(transfer.status()).as(transfer.text()).isEqualTo(200);
        assertThat(transfer.at("total_fee/amount")).isEqualTo("3.50");
        assertThat(transfer.at("fees/0/fee_type")).isEqualTo("tiered");
        assertThat(transfer.at("fees/0/calculation")).isEqualTo("above: 1.00 USD + 0.001 x 2500.00 USD = 3.50 USD");
        Answer small = api().get("/products/" + id + "/fees?event_type=transaction&amount=1000");
        assertThat(small.at("total_fee/amount")).isEqualTo("0.00");
        Answer monthly = api().get("/products/" + id + "/fees?event_type=maintenance&amount=20000");
        assertThat(monthly.at("total_fee/amount")).isEqualTo("9.00");
        String loan = ProductApiTest.made(ProductBodies.MICROLOAN).at("product_id");
        Answer late = api().get("/products/" + loan + "/fees?event_type=late_payment&amount=115.38");
        assertThat(late.at("total_fee/amount")).isEqualTo("25.00");
        assertThat(late.at("fees/0/condition")).isEqualTo("payment_late");
        assertThat(api().get("/products/" + id + "/fees?event_type=party&amount=1")
                        .at("total_fee/amount"))
                .isEqualTo("0.00");
        assertThat(api().get("/products/" + id + "/fees?event_type=!&amount=1").status())
                .isEqualTo(422);
        assertThat(api().get("/products/" + id + "/fees?event_type=transfer&amount=1&currency=EUR")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void interest_is_shown_with_its_calculation() {
        String id = api().post("/products", """
                {"name": "Five percent", "product_type": "savings", "currency": "USD", "interest_rate": "0.05"}
                """).at("product_id");

        Answer answer =
                api().get("/products/" + id + "/interest-rate?amount=10000&days=30&from=2026-03-01&risk_score=700");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("interest_rate")).isEqualTo("0.05");
        assertThat(answer.at("interest/amount")).isEqualTo("41.10");
        assertThat(answer.at("risk_score")).isEqualTo("700");
        assertThat(answer.at("calculation")).contains("0.05 a year by actual_365", "= 41.10 USD");
        assertThat(api().get("/products/" + id + "/interest-rate").at("interest_rate"))
                .isEqualTo("0.05");
    }

    @Test
    void products_are_recommended_by_use_and_deposit_to_those_who_are_known_well_enough() {
        String name = "R" + UUID.randomUUID();
        String generous = savings(name + " generous", "5.50", "2500.00", "tier_0");
        String modest = savings(name + " modest", "5.40", "100.00", "tier_0");
        String hidden = savings(name + " hidden", "9", "0.00", "tier_3");

        Answer answer = recommended(customer(), "savings", "500.00");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("recommendations").size()).isLessThanOrEqualTo(3);
        assertThat(answer.text()).doesNotContain(hidden);
        assertThat(answer.at("recommendations/0/product/product_id")).isEqualTo(modest);
        assertThat(answer.at("recommendations/0/reasons/0")).isEqualTo("Meets minimum balance requirement");
        assertThat(answer.at("recommendations/1/product/product_id")).isEqualTo(generous);
        assertThat(answer.text()).contains("Requires $2500.00 minimum balance", "No monthly maintenance fee");
        assertThat(recommended(UUID.randomUUID().toString(), "savings", "1").status())
                .isEqualTo(404);
        for (String id : new String[] {generous, modest, hidden}) {
            api().post("/products/" + id + "/retire", "");
        }
    }

    private static Answer recommended(String customer, String use, String deposit) {
        return api().get("/products/recommendations?customer_id=" + customer + "&intended_use=" + use
                + "&initial_deposit=" + deposit);
    }

    private static String savings(String name, String rate, String minimum, String tier) {
        Answer made = api().post("/products", """
                {"name": "%s", "product_type": "savings", "currency": "USD", "interest_rate": "%s",
                 "minimum_balance": "%s", "requires_kyc_tier": "%s"}
                """.formatted(name, rate, minimum, tier));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.at("product_id");
    }

    @Test
    void a_catalogue_is_exported_to_those_who_see_accounts_only() {
        assertThat(new Api(NexumServer.running().base(), "")
                        .get("/products/catalogue")
                        .status())
                .isEqualTo(401);
    }
}
