package io.nexum.gateway.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerApiTest extends BankApiTest {
    @Test
    void the_cookbook_s_borrower_is_created_and_verified() {
        Answer created = api().post("/customers", """
                {"first_name": "Maria", "last_name": "Santos", "email": "%s", "phone": "+1-555-0123",
                 "date_of_birth": "1985-08-15",
                 "address": {"line1": "123 Market Street", "city": "Riverside", "state": "CA",
                             "postal_code": "92501", "country": "US"}}
                """.formatted(freshEmail()));
        assertThat(created.status()).isEqualTo(201);
        String id = created.at("customer_id");
        assertThat(created.at("address/city")).isEqualTo("Riverside");

        Answer verified = api().put("/customers/" + id + "/kyc", """
                {"status": "verified", "tier": "tier_1", "documents": ["national_id", "proof_of_business"],
                 "expiry_days": 365}
                """);
        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.at("kyc_status")).isEqualTo("verified");
        assertThat(verified.at("kyc_tier")).isEqualTo("tier_1");
        assertThat(api().get("/customers/" + id).at("first_name")).isEqualTo("Maria");
    }

    @Test
    void the_cookbook_s_wallet_holder_and_student_are_created_with_their_remarks() {
        Answer wallet = api().post("/customers", """
                {"first_name": "Alice", "last_name": "Johnson", "phone": "+1-555-0101", "email": "%s",
                 "kyc_status": "none",
                 "metadata": {"signup_channel": "mobile_app", "signup_timestamp": "2024-02-19T15:32:00.000000",
                              "device_id": "550e8400-e29b-41d4-a716-446655440000"}}
                """.formatted(freshEmail()));
        assertThat(wallet.status()).isEqualTo(201);
        assertThat(wallet.at("kyc_status")).isEqualTo("none");
        assertThat(wallet.at("metadata/signup_channel")).isEqualTo("mobile_app");

        Answer student = api().post("/customers", """
                {"first_name": "Emma", "last_name": "Thompson", "email": "%s", "phone": "+1-555-0199",
                 "date_of_birth": "2002-09-15",
                 "address": {"line1": "123 College Avenue", "line2": "Dorm 4, Room 201", "city": "University City",
                             "state": "CA", "postal_code": "90210", "country": "US"},
                 "metadata": {"customer_type": "student", "enrollment_status": "full_time",
                              "school_name": "State University", "expected_graduation": null}}
                """.formatted(freshEmail()));
        assertThat(student.status()).isEqualTo(201);
        assertThat(student.json().get("metadata").get("expected_graduation").isNull())
                .isTrue();
    }

    @Test
    void the_cookbook_s_kyc_workflow_names_the_day_of_expiry_without_a_zone() {
        String id = customer();
        Answer verified = api().put("/customers/" + id + "/kyc", """
                {"status": "verified", "tier": "tier_2", "verified_at": "2026-01-05T10:00:00.123456",
                 "expires_at": "2036-01-05T10:00:00.123456"}
                """);
        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.at("kyc_expires_at")).isEqualTo("2036-01-05T10:00:00.123456Z");
        Answer lapsed = api().put("/customers/" + id + "/kyc", """
                {"status": "verified", "expires_at": "2020-01-05"}
                """);
        assertThat(lapsed.status()).isEqualTo(422);
        assertThat(lapsed.at("errors/0/field")).isEqualTo("expires_at");
    }

    @Test
    void every_bad_field_is_named_at_once() {
        Answer refused = api().post("/customers", """
                {"first_name": "", "last_name": "Fine", "email": "nobody", "phone": "call me",
                 "date_of_birth": "2001-02-29", "address": {"line1": "1 Road", "state": "CA", "postal_code": 5,
                 "country": "US"}, "kyc_status": "sure"}
                """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        assertThat(refused.json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "first_name",
                        "email",
                        "phone",
                        "date_of_birth",
                        "address.city",
                        "address.postal_code",
                        "kyc_status");
    }

    @Test
    void a_change_leaves_what_it_does_not_name() {
        String id = customer();
        Answer changed = api().put("/customers/" + id, "{\"phone\": \"+49 30 1234567\", \"unknown_field\": 1}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("phone")).isEqualTo("+49 30 1234567");
        assertThat(changed.at("first_name")).isEqualTo("Alice");
        assertThat(api().put("/customers/" + id, "{\"first_name\": \" \"}").at("errors/0/field"))
                .isEqualTo("first_name");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, '', '{}'",
        "GET, '', ''",
        "GET, /accounts, ''",
        "GET, /beneficiaries, ''",
        "PUT, /kyc, '{\"status\": \"pending\"}'",
        "POST, /close, '{\"reason\": \"x\"}'",
        "POST, /beneficiaries, '{\"name\": \"x\", \"account_number\": \"1\"}'",
        "DELETE, /beneficiaries/550e8400-e29b-41d4-a716-446655440000, ''"
    })
    void an_unknown_customer_is_not_found(String method, String route, String body) {
        for (String id : new String[] {UUID.randomUUID().toString(), "cust_maria_santos_001"}) {
            Answer answer = api().send(method, "/customers/" + id + route, body);
            assertThat(answer.status())
                    .as("%s %s: %s", method, route, answer.text())
                    .isEqualTo(404);
            assertThat(answer.at("type")).isEqualTo("urn:nexum:problem:not-found");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"skip=-1", "limit=0", "limit=201", "limit=x", "skip=9999999999", "status=gone", "email=nobody"})
    void a_bad_parameter_of_a_list_is_named(String parameter) {
        Answer refused = api().get("/customers?" + parameter);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("errors/0/field")).isEqualTo(parameter.substring(0, parameter.indexOf('=')));
    }

    @Test
    void customers_are_found_by_address_in_any_letter_case_and_listed_in_parts() {
        String email = freshEmail();
        String id = customer(email);
        Answer found = api().get("/customers?email=" + email.toUpperCase(java.util.Locale.ROOT));
        assertThat(found.at("total")).isEqualTo("1");
        assertThat(found.at("customers/0/customer_id")).isEqualTo(id);
        customer();
        Answer part = api().get("/customers?limit=1&skip=1");
        assertThat(part.json().get("customers").size()).isEqualTo(1);
        assertThat(part.json().get("total").asLong()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_payee_is_kept_listed_and_forgotten() {
        String id = customer();
        Answer kept = api().post("/customers/" + id + "/beneficiaries", """
                {"name": "Riverside Grocers", "account_number": "12345678", "routing_number": "021000021"}
                """);
        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.at("bank_code")).isEqualTo("021000021");
        String list = "/customers/" + id + "/beneficiaries";
        assertThat(api().get(list).at("beneficiaries/0/beneficiary_id")).isEqualTo(kept.at("beneficiary_id"));
        assertThat(api().send("DELETE", list + "/" + kept.at("beneficiary_id"), "")
                        .status())
                .isEqualTo(204);
        assertThat(api().get(list).at("total")).isEqualTo("0");
    }

    @Test
    void a_customer_is_closed_once_all_accounts_are() {
        String id = customer();
        String account = account(id, "USD");
        assertThat(api().post("/customers/" + id + "/close", "{\"reason\": \"moved\"}")
                        .at("type"))
                .isEqualTo("urn:nexum:problem:customer-has-open-accounts");
        api().post("/accounts/" + account + "/close", "{\"reason\": \"moved\"}");
        assertThat(api().post("/customers/" + id + "/close", "{\"reason\": \"moved\"}")
                        .at("status"))
                .isEqualTo("closed");
    }

    @Test
    void a_dry_run_of_what_moves_no_money_is_refused_rather_than_done() {
        long before = head();
        Answer refused = api().post("/customers?dry_run=true", """
                {"first_name": "A", "last_name": "B", "email": "%s"}
                """.formatted(freshEmail()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void a_creation_sent_twice_with_its_key_makes_one_customer() {
        String body = "{\"first_name\": \"A\", \"last_name\": \"B\", \"email\": \"%s\"}".formatted(freshEmail());
        String key = UUID.randomUUID().toString();
        Answer first = api().post("/customers", body, "Idempotency-Key", key);
        Answer again = api().post("/customers", body, "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.at("customer_id")).isEqualTo(first.at("customer_id"));
        assertThat(again.header("Idempotent-Replayed")).contains("true");
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
    }
}
