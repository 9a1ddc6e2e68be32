package io.nexum.gateway.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.user.People;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What two who may see the same things read of a person: one with the permission to see personal data, one without. */
class MaskingApiTest extends BankApiTest {
    private static final String NAME = "Qx" + UUID.randomUUID().toString().replace("-", "");
    private static final String EMAIL = NAME.toLowerCase(Locale.ROOT) + "@example.com";

    private static Api knowing;
    private static Api masked;
    private static String customer;
    private static String loan;

    @BeforeAll
    static void somebody_banks_and_borrows() {
        knowing = People.with("compliance_officer").api();
        masked = People.with("auditor").api();
        customer = api().post("/customers", """
                {"first_name": "%1$s", "last_name": "%1$s", "email": "%2$s", "phone": "+1-555-0173",
                 "date_of_birth": "1985-08-15", "metadata": {"note": "%1$s"},
                 "address": {"line1": "%1$s", "city": "%1$s", "state": "CA", "postal_code": "9", "country": "US"}}
                """.formatted(NAME, EMAIL)).at("customer_id");
        loan = "/loans/" + api().post("/loans", """
                {"customer_id": "%s", "currency": "USD", "originate": true,
                 "terms": {"principal_amount": {"amount": "1200.00", "currency": "USD"}, "term_months": 12,
                           "annual_interest_rate": "0.12"}}
                """.formatted(customer)).at("loan_id");
        Answer paidOut = api().post(loan + "/disburse", """
                {"external_account": {"account_number": "%1$s", "bank_name": "%2$s", "account_holder": "%2$s"}}
                """.formatted(NAME.substring(0, 20), NAME));
        assertThat(paidOut.status()).as(paidOut.text()).isEqualTo(200);
    }

    /** Both are answered; only one of them reads the name, or any longer part of it. */
    private static Answer maskedAnswerOf(String path) {
        Answer clear = knowing.get(path);
        assertThat(clear.status()).as(clear.text()).isEqualTo(200);
        assertThat(clear.text()).contains(NAME);
        return secretive(path);
    }

    private static Answer secretive(String path) {
        Answer answer = masked.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text().toLowerCase(Locale.ROOT))
                .doesNotContain(NAME.substring(0, 10).toLowerCase(Locale.ROOT), "555-0173", "1985-08-15");
        return answer;
    }

    @Test
    void a_customer_is_masked() {
        Answer answer = maskedAnswerOf("/customers/" + customer);

        assertThat(answer.at("first_name")).isEqualTo("Q***");
        assertThat(answer.at("email")).isEqualTo("q***@example.com");
        assertThat(answer.json().has("date_of_birth")).isFalse();
        assertThat(answer.json().has("address")).isFalse();
        assertThat(answer.json().path("metadata")).isEmpty();
        assertThat(answer.at("beneficiaries/0/name")).isEqualTo("Q***");
    }

    @Test
    void a_list_of_customers_and_of_payees_is_masked() {
        Answer customers = maskedAnswerOf("/customers?email=" + EMAIL);
        assertThat(customers.at("customers/0/first_name")).isEqualTo("Q***");

        Answer payees = maskedAnswerOf("/customers/" + customer + "/beneficiaries");
        assertThat(payees.at("beneficiaries/0/account_number")).isEqualTo("Q***");
    }

    @Test
    void the_audit_log_is_masked() {
        Answer events = maskedAnswerOf("/audit/events?entity_type=customer&entity_id=" + customer);

        assertThat(events.text()).contains("\"first_name\":\"Q***\"", "customer.beneficiary_added.v1");
    }

    @Test
    void what_is_told_of_a_loan_names_nobody() {
        String id = loan.substring("/loans/".length());
        for (String path : new String[] {
            loan,
            "/loans?customer_id=" + customer,
            loan + "/schedule",
            loan + "/payments",
            loan + "/payoff",
            "/audit/events?entity_type=loan&entity_id=" + id
        }) {
            assertThat(secretive(path).text()).as(path).contains("{");
        }
    }

    @Test
    void a_user_s_remarks_are_masked_with_the_rest() {
        api().post("/rbac/roles", """
                {"name": "Masked registrar", "description": "sees users", "permissions": ["manage_users"]}
                """);
        Api registrar = People.with("masked_registrar").api();
        String user = api().post("/rbac/users", """
                {"username": "%s", "email": "%s", "full_name": "%s", "roles": [], "metadata": {"note": "%s"}}
                """.formatted(People.freshName(), EMAIL, NAME, NAME))
                .at("user_id");

        for (String path : new String[] {"/rbac/users/" + user, "/rbac/users?limit=200"}) {
            assertThat(api().get(path).text()).contains(NAME);
            Answer answer = registrar.get(path);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.text()).contains(user).doesNotContain(NAME, EMAIL);
        }
    }
}
