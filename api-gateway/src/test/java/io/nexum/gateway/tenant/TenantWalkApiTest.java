package io.nexum.gateway.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.tenant.Installation.Bank;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A new institution from nothing to its first deposit, in the calls that the cookbook makes. */
class TenantWalkApiTest extends BankApiTest {
    private static final String PASSWORD = "Fcbr-0wn-s0und-passphrase!";

    private final String code = Banks.freshCode();
    private final String username = "admin@" + code.toLowerCase(Locale.ROOT);

    @Test
    void an_institution_is_made_gets_its_administrator_and_works_for_itself_alone() {
        Answer made = createTenant();
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.at("code")).isEqualTo(code);
        assertThat(made.at("primary_color")).isEqualTo("#1e3a8a");
        String tenant = made.at("tenant_id");

        Answer admin = createAdministrator(tenant);
        assertThat(admin.status()).as(admin.text()).isEqualTo(201);
        assertThat(admin.header("X-Tenant-ID")).contains(tenant);

        Answer login = login("X-Tenant-ID", tenant);
        assertThat(login.status()).as(login.text()).isEqualTo(200);
        Api bank = new Api(NexumServer.running().base(), login.at("access_token"));
        String account = firstDeposit(bank, tenant);

        Bank other = Banks.open("");
        assertThat(other.user().get("/accounts/" + account).status()).isEqualTo(404);
        assertThat(other.user().get("/accounts", "X-Tenant-ID", tenant).status())
                .isEqualTo(403);
        assertThat(login("X-Tenant-ID", other.id()).status()).isEqualTo(401);
        assertThat(bank.get("/accounts", "X-Tenant-ID", other.id()).status()).isEqualTo(403);
        assertThat(bank.get("/tenants/" + tenant).status()).isEqualTo(403);
        assertThat(bank.get("/audit/events?type=access.administrator_entered").at("total"))
                .isEqualTo("1");
        assertThat(bank.get("/audit/events?type=user.created").text()).contains("admin@default");
    }

    private Answer createTenant() {
        return api().post("/admin/tenants", """
                {"name": "First Community Bank of Riverside", "code": "%1$s", "display_name": "FC Bank",
                 "description": "Community bank serving Riverside County since 1952",
                 "contact_email": "admin@firstcommunitybank.com", "contact_phone": "+1-555-0123",
                 "subscription_tier": "professional",
                 "max_users": 100, "max_accounts": 10000, "max_daily_transactions": 10000,
                 "settings": {
                    "default_currency": "USD", "timezone": "America/Los_Angeles", "business_hours": "09:00-17:00",
                    "allow_overdrafts": true, "max_daily_transaction_limit": "25000.00", "kyc_tier_required": "tier_2",
                    "logo_url": "https://fcbank.com/logo.png", "primary_color": "#1e3a8a",
                    "institution_website": "https://www.firstcommunitybank.com",
                    "email_from_address": "noreply@%2$s.banktech.com", "sms_enabled": true, "email_enabled": true}}
                """.formatted(
                        code, code.toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    /** By the installation's administrator, who names the tenant in the header. */
    private Answer createAdministrator(String tenant) {
        return api().post("/auth/users", """
                        {"username": "%s", "email": "admin@firstcommunitybank.com", "full_name": "Sarah Johnson",
                         "password": "%s", "roles": ["admin"], "tenant_id": "%s", "is_active": true,
                         "metadata": {"is_tenant_admin": true, "created_by_system": true}}
                        """.formatted(username, PASSWORD, tenant), "X-Tenant-ID", tenant);
    }

    private Answer login(String... headers) {
        return new Api(NexumServer.running().base(), "")
                .post("/auth/login", """
                {"username": "%s", "password": "%s"}
                """.formatted(username, PASSWORD), headers);
    }

    /** The account, with money on it. */
    private static String firstDeposit(Api bank, String tenant) {
        String customer = bank.post("/customers", """
                {"first_name": "Alice", "last_name": "Johnson", "email": "%s"}
                """.formatted(freshEmail())).at("customer_id");
        bank.put("/customers/" + customer + "/kyc", "{\"status\": \"verified\", \"tier\": \"tier_2\"}");
        Answer account = bank.post("/accounts", """
                {"customer_id": "%s", "product_type": "checking", "name": "Everyday"}
                """.formatted(customer), "X-Tenant-ID", tenant);
        assertThat(account.status()).as(account.text()).isEqualTo(201);
        assertThat(account.at("currency")).isEqualTo("USD");
        assertThat(account.at("time_zone")).isEqualTo("America/Los_Angeles");
        assertThat(account.at("daily_transaction_limit/amount")).isEqualTo("25000.00");
        assertThat(account.header("X-Tenant-ID")).contains(tenant);
        assertThat(account.header("X-Tenant-Name")).contains("FC%20Bank");
        Answer deposit = bank.post("/transactions/deposit", depositBody(account.at("account_id"), "100.00"));
        assertThat(deposit.status()).as(deposit.text()).isEqualTo(200);
        assertThat(bank.get("/accounts").at("total")).isEqualTo("1");
        return account.at("account_id");
    }
}
