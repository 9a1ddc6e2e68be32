package io.nexum.gateway.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.database.Database;
import io.nexum.kernel.TenantId;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class PrivacyApiTest extends BankApiTest {
    /** Every table that a personal value could get into. */
    private static final List<String> TABLES = List.of(
            "nexum.event",
            "nexum.claim",
            "nexum.snapshot",
            "nexum.idempotency_record",
            "nexum_read.customer",
            "nexum_read.beneficiary",
            "nexum_read.account");

    private final String mark = "Mark" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void no_marked_value_is_stored_in_clear_anywhere() throws IOException {
        String id = markedCustomer();

        assertThat(tablesThatHold(mark)).isEmpty();
        assertThat(tablesThatHold("1985-08-15")).isEmpty();
        Answer answer = api().get("/customers/" + id);
        assertThat(answer.at("first_name")).isEqualTo(mark);
        assertThat(answer.at("address/city")).isEqualTo(mark);
        assertThat(answer.at("beneficiaries/0/account_number")).isEqualTo("34" + mark.substring(0, 20));
        assertThat(api().get("/customers?email=" + mark.toUpperCase(Locale.ROOT) + "@EXAMPLE.com")
                        .at("customers/0/id"))
                .isEqualTo(id);
    }

    @Test
    void the_auditor_s_answers_show_what_the_log_holds_sealed() {
        String id = markedCustomer();

        Answer events = api().get("/audit/events?entity_type=customer&type=customer.created&entity_id=" + id);

        assertThat(events.at("events/0/data/contact/first_name")).isEqualTo(mark);
        assertThat(api().get("/audit/integrity").json().get("valid").asBoolean())
                .isTrue();
    }

    @Test
    void an_erased_customer_is_told_without_the_person_everywhere_and_the_chain_still_holds() throws IOException {
        String id = markedCustomer();
        assertThat(api().post("/customers/" + id + "/erase", "").status()).isEqualTo(400);
        assertThat(api().post("/customers/" + id + "/close", "{\"reason\": \"moved " + mark + "\"}")
                        .status())
                .isEqualTo(200);

        Answer erased = api().post("/customers/" + id + "/erase", "");

        assertThat(erased.status()).as(erased.text()).isEqualTo(200);
        assertThat(erased.at("status")).isEqualTo("erased");
        assertThat(erased.at("first_name")).isEqualTo("[erased]");
        assertThat(api().get("/customers/" + id).text()).doesNotContain(mark);
        Answer events = api().get("/audit/events?entity_type=customer&entity_id=" + id);
        assertThat(events.text()).doesNotContain(mark).contains("[erased]").contains("customer.erased.v1");
        assertThat(api().get("/customers?email=" + mark + "@example.com").at("total"))
                .isEqualTo("0");
        assertThat(api().get("/audit/integrity").json().get("valid").asBoolean())
                .isTrue();
        assertThat(tablesThatHold(mark)).isEmpty();
        assertThat(api().put("/customers/" + id, "{\"first_name\": \"Anew\"}").status())
                .isEqualTo(400);
        assertThat(api().get("/admin/encryption/audit").text()).contains("customer-" + id);
    }

    @Test
    void a_retention_defers_the_erasure_and_names_its_day() {
        String id = markedCustomer();
        api().post("/customers/" + id + "/close", "{\"reason\": \"moved\"}");
        LocalDate until = LocalDate.of(2999, 1, 1);
        Answer retained = api().put("/customers/" + id + "/retention", """
                {"until": "%s", "reason": "tax records"}
                """.formatted(until));
        assertThat(retained.at("retained_until")).isEqualTo(until.toString());

        Answer deferred = api().post("/customers/" + id + "/erase", "");

        assertThat(deferred.status()).isEqualTo(409);
        assertThat(deferred.at("detail")).contains(until.toString());
        api().put("/customers/" + id + "/retention", "{\"until\": \"2020-01-01\", \"reason\": \"settled\"}");
        assertThat(api().post("/customers/" + id + "/erase", "").status()).isEqualTo(200);
    }

    @Test
    void the_tenant_s_key_is_changed_while_the_bank_serves() {
        String id = markedCustomer();
        int before = api().get("/admin/encryption/status")
                .json()
                .get("tenant_key_version")
                .asInt();

        Answer started = api().post("/admin/encryption/rotate-key", "{}");

        assertThat(started.status()).as(started.text()).isEqualTo(202);
        await().untilAsserted(() -> {
            Answer status = api().get("/admin/encryption/status");
            assertThat(status.json().get("tenant_key_version").asInt()).isEqualTo(before + 1);
            assertThat(status.json().get("data_keys_on_older_version").asInt()).isZero();
            assertThat(status.json().get("rotations_under_way")).isEmpty();
        });
        assertThat(api().get("/customers/" + id).at("first_name")).isEqualTo(mark);
        assertThat(api().get("/customers?email=" + mark + "@example.com").at("customers/0/id"))
                .isEqualTo(id);
        assertThat(api().get("/admin/encryption/audit").at("changes/0/by")).isEqualTo("admin");
    }

    @Test
    void a_customer_gets_all_that_is_held_on_them() {
        String id = markedCustomer();
        String account = account(id, "USD");
        deposit(account, "12.34");
        api().post("/accounts/" + account + "/holds", """
                {"amount": {"amount": "1.00", "currency": "USD"}, "reason": "hotel"}
                """);

        Answer all = api().get("/customers/" + id + "/personal-data");

        assertThat(all.status()).as(all.text()).isEqualTo(200);
        assertThat(all.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(all.at("customer/contact/first_name")).isEqualTo(mark);
        assertThat(all.at("customer/kyc/documents/0")).isEqualTo(mark);
        assertThat(all.at("accounts/0/account/id")).isEqualTo(account);
        assertThat(all.at("accounts/0/holds/0/reason")).isEqualTo("hotel");
        assertThat(all.at("accounts/0/transactions/0/amount/amount")).isEqualTo("12.34");
        assertThat(all.json().get("events").findValuesAsString("type")).contains("customer.created.v1");
        assertThat(api().get("/customers/" + UUID.randomUUID() + "/personal-data")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_borrower_gets_the_loans_with_their_terms_schedule_payments_and_what_was_said_of_them() {
        String id = customer();
        Answer applied = api().post("/loans", """
                {"customer_id": "%s", "currency": "USD", "originate": true, "purpose": "a cow",
                 "collateral_description": "the meadow by the river",
                 "terms": {"principal_amount": {"amount": "1200.00", "currency": "USD"}, "term_months": 12,
                           "annual_interest_rate": "0.12", "disbursement_date": "2026-01-01",
                           "first_payment_date": "2026-02-01"}}
                """.formatted(id));
        assertThat(applied.status()).as(applied.text()).isEqualTo(201);
        String loan = "/loans/" + applied.at("loan_id");
        api().post(loan + "/disburse", "{\"disbursement_date\": \"2026-01-01\"}");
        Answer paid = api().post(loan + "/payments", """
                {"amount": {"amount": "106.62", "currency": "USD"}, "payment_date": "2026-02-01", "reference": "receipt 7"}
                """);
        assertThat(paid.status()).as(paid.text()).isEqualTo(200);

        Answer all = api().get("/customers/" + id + "/personal-data");

        assertThat(all.at("loans/0/loan/id")).isEqualTo(applied.at("loan_id"));
        assertThat(all.at("loans/0/loan/purpose")).isEqualTo("a cow");
        assertThat(all.at("loans/0/loan/collateral")).isEqualTo("the meadow by the river");
        assertThat(all.at("loans/0/loan/agreement/terms/interest/annual_rate")).isEqualTo("0.12");
        assertThat(all.json().at("/loans/0/schedule")).hasSize(12);
        assertThat(all.at("loans/0/schedule/0/due")).isEqualTo("2026-02-01");
        assertThat(all.at("loans/0/payments/0/amount/amount")).isEqualTo("106.62");
        assertThat(all.at("loans/0/payments/0/reference")).isEqualTo("receipt 7");
        assertThat(all.json().at("/loans/0/events").findValuesAsString("type"))
                .contains("loan.applied.v2", "loan.disbursed.v1", "loan.payment_received.v1");
    }

    @Test
    void neither_log_lines_nor_errors_tell_what_is_marked() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        root.addAppender(lines);
        StringBuilder errors = new StringBuilder();
        try {
            String id = markedCustomer();
            errors.append(api().post("/customers", """
                    {"first_name": "%1$s", "last_name": "%1$s", "email": "%1$s", "phone": "%1$s"}
                    """.formatted(mark)).text());
            errors.append(api().put("/customers/" + id, "{\"email\": \"" + mark + "\"")
                    .text());
            errors.append(api().post("/auth/login", "{\"username\": \"admin\", \"password\": \"" + mark + "\"}")
                    .text());
            errors.append(api().post("/customers/" + id + "/erase", "").text());
        } finally {
            root.detachAppender(lines);
        }

        assertThat(errors.toString()).contains("phone").doesNotContain(mark);
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains(mark) || line.contains(NexumServer.PASSWORD));
    }

    private String markedCustomer() {
        Answer created = api().post(
                        "/customers",
                        """
                {"first_name": "%1$s", "last_name": "%1$s", "email": "%1$s@example.com", "phone": "+1-555-0101",
                 "date_of_birth": "1985-08-15",
                 "address": {"line1": "%1$s", "city": "%1$s", "state": "CA", "postal_code": "9", "country": "US"},
                 "metadata": {"passport": "%1$s"}}
                """.formatted(mark),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        String id = created.at("customer_id");
        api().post("/customers/" + id + "/beneficiaries", """
                {"name": "%s", "account_number": "34%s"}
                """.formatted(mark, mark.substring(0, 20)));
        api().put("/customers/" + id + "/kyc", """
                {"status": "verified", "documents": ["%s"]}
                """.formatted(mark));
        return id;
    }

    private static List<String> tablesThatHold(String value) throws IOException {
        List<String> holding = new ArrayList<>();
        try (Database database = NexumServer.running().database()) {
            JdbcClient owner = JdbcClient.create(
                    database.stores().storeOf(TenantId.DEFAULT).owner());
            for (String table : TABLES) {
                boolean holds = owner.sql("SELECT EXISTS (SELECT FROM " + table
                                + " t WHERE strpos(lower(t::text), lower(:value)) > 0)")
                        .param("value", value)
                        .query(Boolean.class)
                        .single();
                if (holds) {
                    holding.add(table);
                }
            }
        }
        return holding;
    }
}
