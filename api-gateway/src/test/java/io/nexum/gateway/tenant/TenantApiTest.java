package io.nexum.gateway.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.OwnBank;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantApiTest extends BankApiTest {
    private static String slug(String code) {
        return code.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** As the cookbook creates one. */
    private static Answer create(String code, String more) {
        return api().post("/admin/tenants", """
                {"name": "First Community Bank of Riverside", "code": "%s", "display_name": "FC Bank",
                 "description": "since 1952", "contact_email": "admin@fcb.example", "contact_phone": "+1-555-0123",
                 "settings": {"default_currency": "USD", "timezone": "America/Los_Angeles",
                              "business_hours": "09:00-17:00", "allow_overdrafts": true, "logo_url": null,
                              "max_daily_transaction_limit": "25000.00", "kyc_tier_required": "tier_2",
                              "primary_color": "#1e3a8a", "email_from_address": "noreply@fcb.example"}%s}
                """.formatted(code, more));
    }

    @Test
    void a_new_installation_lets_its_administrator_in_from_the_first_moment() throws IOException, SQLException {
        try (OwnBank bank = OwnBank.start(Map.of())) {
            assertThat(bank.token()).isNotEmpty();
        }
    }

    @Test
    void a_tenant_is_created_as_the_cookbook_does() {
        String code = Banks.freshCode();
        Answer created = create(code, ", \"subscription_tier\": \"professional\", \"max_users\": 120");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("tenant_id")).isEqualTo(slug(code)).isEqualTo(created.at("id"));
        assertThat(created.at("code")).isEqualTo(code);
        assertThat(created.at("is_active")).isEqualTo("true");
        assertThat(created.at("max_users")).isEqualTo("120");
        assertThat(created.at("max_accounts")).isEqualTo("10000");
        assertThat(created.at("primary_color")).isEqualTo("#1e3a8a");
        assertThat(created.at("email_from_address")).isEqualTo("noreply@fcb.example");
        assertThat(created.at("settings/business_hours")).isEqualTo("09:00-17:00");
        assertThat(created.json().at("/settings").has("logo_url")).isFalse();
        assertThat(api().get("/tenants/" + slug(code)).text())
                .isEqualTo(created.text().replaceFirst(",\"admin_user\":\\{.*?\\}", ""));
    }

    @Test
    void without_a_tier_a_tenant_has_the_one_of_the_setting() {
        assertThat(create(Banks.freshCode(), "").at("subscription_tier")).isEqualTo("free");
    }

    @Test
    void a_code_is_taken_once_however_it_is_written() {
        String code = Banks.freshCode();
        assertThat(create(code, "").status()).isEqualTo(201);
        Answer again = create(slug(code), "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("type")).endsWith("already-taken");
    }

    @Test
    void a_tenant_has_its_chart_and_its_chain_from_the_beginning() {
        String id = create(Banks.freshCode(), "").at("tenant_id");
        Answer stats = api().get("/tenants/" + id + "/stats");
        assertThat(stats.status()).as(stats.text()).isEqualTo(200);
        assertThat(stats.at("user_count")).isEqualTo("1");
        assertThat(stats.at("account_count")).isEqualTo("0");
        assertThat(stats.at("total_balance")).isEqualTo("0.00");
        assertThat(stats.at("last_activity")).isNotEmpty();
        assertThat(stats.json().at("/stored_bytes").asLong()).isPositive();
    }

    @Test
    void an_update_changes_what_it_names() {
        String id = create(Banks.freshCode(), "").at("tenant_id");
        Answer updated = api().put("/tenants/" + id, """
                {"display_name": "FCB", "subscription_tier": "basic", "max_accounts": 3,
                 "settings": {"kyc_tier_required": "tier_1", "business_hours": null}}
                """);
        assertThat(updated.status()).as(updated.text()).isEqualTo(200);
        assertThat(updated.at("display_name")).isEqualTo("FCB");
        assertThat(updated.at("name")).isEqualTo("First Community Bank of Riverside");
        assertThat(updated.at("max_accounts")).isEqualTo("3");
        assertThat(updated.at("max_users")).isEqualTo("25");
        assertThat(updated.at("settings/kyc_tier_required")).isEqualTo("tier_1");
        assertThat(updated.at("settings/timezone")).isEqualTo("America/Los_Angeles");
        assertThat(updated.json().at("/settings").has("business_hours")).isFalse();
    }

    @Test
    void a_tenant_is_deactivated_and_activated_again() {
        String id = create(Banks.freshCode(), "").at("tenant_id");
        assertThat(api().post("/tenants/" + id + "/deactivate", "").at("is_active"))
                .isEqualTo("false");
        assertThat(api().get("/tenants?is_active=false&limit=200").text()).contains("\"" + id + "\"");
        assertThat(api().get("/tenants?is_active=true&limit=200").text()).doesNotContain("\"" + id + "\"");
        assertThat(api().get("/tenants/usage-report?limit=200").text()).doesNotContain("\"" + id + "\"");
        assertThat(api().post("/tenants/" + id + "/activate", "").at("is_active"))
                .isEqualTo("true");
        Answer report = api().get("/tenants/usage-report?limit=200");
        assertThat(report.text()).contains("\"" + id + "\"");
        assertThat(report.header("X-Total-Count")).isPresent();
    }

    @Test
    void the_tenant_that_runs_the_installation_is_one_of_them_and_stays_active() {
        assertThat(api().get("/tenants/default").at("code")).isEqualTo("DEFAULT");
        Answer refused = api().post("/tenants/default/deactivate", "");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("type")).endsWith("platform-stays-active");
    }

    @ParameterizedTest
    @CsvSource({
        "code, \"1ST\"",
        "code, \"ADMIN\"",
        "code, \"USAGE_REPORT\"",
        "subscription_tier, \"gold\"",
        "primary_color, \"blue\"",
        "logo_url, \"javascript:alert(1)\"",
        "max_users, -1",
        "contact_email, \"nobody\""
    })
    void a_value_that_can_t_be_right_is_refused_by_its_field(String field, String value) {
        Answer refused = api().post("/tenants", """
                {"name": "N", "display_name": "D", %s"%s": %s}
                """.formatted(
                        field.equals("code") ? "" : "\"code\": \"" + Banks.freshCode() + "\", ", field, value));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("errors/0/field")).isEqualTo(field);
    }

    @Test
    void settings_that_can_t_be_right_are_refused_by_their_names() {
        Answer refused = api().post("/tenants", """
                {"name": "N", "display_name": "D", "code": "%s",
                 "settings": {"timezone": "Mars", "overdraft_limit": "5"}}
                """.formatted(Banks.freshCode()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().findValuesAsString("field"))
                .containsExactly("settings.timezone", "settings.overdraft_limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tenants/nobody", "/tenants/No%20Tenant", "/tenants/nobody/stats"})
    void a_tenant_that_is_not_there_is_not_found(String route) {
        assertThat(api().get(route).status()).isEqualTo(404);
    }
}
