package io.nexum.gateway.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.apikey.Keys.ApiKey;
import io.nexum.gateway.tenant.Banks;
import io.nexum.gateway.tenant.Installation.Bank;
import org.junit.jupiter.api.Test;

/** A key is good for its own bank alone. */
class ApiKeyBorderTest extends BankApiTest {
    private static final String HEADER = "X-Tenant-ID";

    @Test
    void a_key_names_no_other_bank_and_the_log_knows_who_tried() {
        Bank bank = Banks.open("");
        Bank other = Banks.open("");
        ApiKey key = Keys.create(bank.user(), "\"view_customer\"", "");

        Answer own = key.api().get("/customers", HEADER, bank.id());
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.header(HEADER)).contains(bank.id());
        Answer foreign = key.api().get("/customers", HEADER, other.id());
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.at("type")).endsWith(":foreign-tenant");
        Answer noted = bank.user().get("/audit/events?type=access.foreign_tenant_refused.v1");
        assertThat(noted.at("total")).isEqualTo("1");
        assertThat(noted.text()).contains("key:" + key.id());
    }

    @Test
    void a_key_is_no_key_to_the_bank_that_stands_in_its_text() {
        Bank bank = Banks.open("");
        Bank other = Banks.open("");
        ApiKey key = Keys.create(bank.user(), "\"view_customer\"", "");

        String moved = key.text().replace("nxk_" + bank.id(), "nxk_" + other.id());

        assertThat(new Api(NexumServer.running().base(), moved)
                        .get("/customers")
                        .status())
                .isEqualTo(401);
        assertThat(other.user().get("/api-keys/" + key.id()).status()).isEqualTo(404);
        assertThat(other.user().get("/api-keys").at("total")).isEqualTo("0");
    }

    @Test
    void a_key_of_the_bank_that_runs_the_installation_acts_for_no_other() {
        Bank bank = Banks.open("");
        ApiKey key = Keys.create("\"manage_tenants\", \"view_customer\"");

        assertThat(key.api().get("/tenants").status()).isEqualTo(200);
        assertThat(key.api().get("/customers", HEADER, bank.id()).status()).isEqualTo(403);
    }

    @Test
    void no_key_of_another_bank_manages_banks_whoever_makes_it() {
        Bank bank = Banks.open("");
        String body = "{\"key_name\": \"x\", \"permissions\": [\"manage_tenants\"]}";

        assertThat(bank.user().post("/api-keys", body).status()).isEqualTo(403);
        assertThat(api().post("/api-keys", body, HEADER, bank.id()).status()).isEqualTo(403);
        ApiKey made =
                Keys.of(api().post("/api-keys", body.replace("manage_tenants", "view_customer"), HEADER, bank.id()));
        assertThat(made.text()).startsWith("nxk_" + bank.id() + "_");
        assertThat(bank.user().get("/api-keys/" + made.id()).at("created_by")).isEqualTo("admin@default");
    }

    @Test
    void the_keys_of_a_deactivated_bank_let_nobody_in() {
        Bank bank = Banks.open("");
        ApiKey key = Keys.create(bank.user(), "\"view_customer\"", "");
        api().post("/tenants/" + bank.id() + "/deactivate", "");

        Answer refused = key.api().get("/customers");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("type")).endsWith(":tenant-not-active");
        api().post("/tenants/" + bank.id() + "/activate", "");
        assertThat(key.api().get("/customers").status()).isEqualTo(200);
    }
}
