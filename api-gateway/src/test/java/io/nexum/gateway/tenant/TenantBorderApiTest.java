package io.nexum.gateway.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.tenant.Installation.Bank;
import org.junit.jupiter.api.Test;

/** A request is for its token's tenant, and nobody crosses from one to another unseen. */
class TenantBorderApiTest extends BankApiTest {
    private static final String HEADER = "X-Tenant-ID";

    private static String customer(Api api, String... headers) {
        Answer created = api.post("/customers", """
                {"first_name": "Alice", "last_name": "Johnson", "email": "%s"}
                """.formatted(freshEmail()), headers);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.at("customer_id");
    }

    private static long events(Api api, String type, String... headers) {
        return api.get("/audit/events?type=" + type, headers)
                .json()
                .get("total")
                .asLong();
    }

    @Test
    void each_bank_has_books_of_its_own() {
        Bank one = Banks.open("");
        Bank other = Banks.open("");
        String customer = customer(one.user());
        assertThat(one.user().get("/customers/" + customer).status()).isEqualTo(200);
        assertThat(other.user().get("/customers/" + customer).status()).isEqualTo(404);
        assertThat(other.user().get("/customers").at("total")).isEqualTo("0");
        assertThat(api().get("/customers/" + customer).status()).isEqualTo(404);
        assertThat(other.user().get("/ledger/accounts").status()).isEqualTo(200);
    }

    @Test
    void answers_say_for_which_bank_they_are() {
        Bank bank = Banks.open("");
        Answer answer = bank.user().get("/customers");
        assertThat(answer.header(HEADER)).contains(bank.id());
        assertThat(answer.header("X-Tenant-Name")).contains("B%C3%A4nk");
        assertThat(api().get("/customers").header(HEADER)).contains("default");
    }

    @Test
    void the_header_may_name_ones_own_bank() {
        Bank bank = Banks.open("");
        String code = bank.id().replace('-', '_').toUpperCase(java.util.Locale.ROOT);
        assertThat(bank.user().get("/customers", HEADER, bank.id()).status()).isEqualTo(200);
        assertThat(bank.user().get("/customers", HEADER, code).status()).isEqualTo(200);
    }

    @Test
    void another_bank_is_refused_whether_or_not_there_is_one_and_the_log_knows_once() {
        Bank bank = Banks.open("");
        Bank other = Banks.open("");
        Answer known = bank.user().get("/customers", HEADER, other.id());
        Answer unknown = bank.user().get("/customers", HEADER, "no-such-bank");
        Answer impossible = bank.user().get("/customers", HEADER, "not/a bank");
        Answer platform = bank.user().get("/customers", HEADER, "default");
        for (Answer refused : new Answer[] {known, unknown, impossible, platform}) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.at("type")).endsWith("foreign-tenant");
            assertThat(refused.at("detail")).isEqualTo(known.at("detail"));
            assertThat(refused.header(HEADER)).isEmpty();
        }
        bank.user().get("/customers", HEADER, other.id());
        assertThat(events(bank.user(), "access.foreign_tenant_refused.v1")).isEqualTo(4);
        assertThat(events(other.user(), "access.foreign_tenant_refused.v1")).isZero();
    }

    @Test
    void nobody_fills_the_log_with_banks_that_they_may_not_see() {
        Bank bank = Banks.open("");
        for (int i = 0; i < 15; i++) {
            assertThat(bank.user().get("/customers", HEADER, "guess-" + i).status())
                    .isEqualTo(403);
        }
        assertThat(events(bank.user(), "access.foreign_tenant_refused.v1")).isEqualTo(10);
    }

    @Test
    void who_runs_the_installation_acts_for_a_bank_and_its_log_says_so_once() {
        Bank bank = Banks.open("");
        String customer = customer(api(), HEADER, bank.id());
        customer(api(), HEADER, bank.id());
        assertThat(bank.user().get("/customers/" + customer).status()).isEqualTo(200);
        assertThat(api().get("/customers/" + customer).status()).isEqualTo(404);
        assertThat(events(bank.user(), "access.administrator_entered.v1")).isEqualTo(1);
        String created = bank.user().get("/audit/events?limit=200").text();
        assertThat(created).contains("\"admin@default\"");
    }

    @Test
    void who_runs_the_installation_is_told_that_there_is_no_such_bank() {
        assertThat(api().get("/customers", HEADER, "no-such-bank").status()).isEqualTo(404);
    }

    @Test
    void banks_are_managed_by_the_default_one_alone() {
        Bank bank = Banks.open("");
        for (String route :
                new String[] {"/tenants", "/admin/tenants", "/tenants/" + bank.id(), "/tenants/usage-report"}) {
            assertThat(bank.user().get(route).status()).as(route).isEqualTo(403);
        }
        assertThat(bank.user().post("/tenants/default/deactivate", "").status()).isEqualTo(403);
    }

    @Test
    void a_deactivated_bank_is_shut_to_everybody() {
        Bank bank = Banks.open("");
        String refresh = Banks.login(bank.id(), "admin", Banks.PASSWORD).at("refresh_token");
        assertThat(api().post("/tenants/" + bank.id() + "/deactivate", "").status())
                .isEqualTo(200);

        Answer refused = bank.user().get("/customers");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("type")).endsWith("tenant-not-active");
        assertThat(Banks.login(bank.id(), "admin", Banks.PASSWORD).status()).isEqualTo(403);
        assertThat(new Api(NexumServer.running().base(), "")
                        .post("/auth/refresh", "{\"refresh_token\": \"" + refresh + "\"}")
                        .status())
                .isEqualTo(403);
        assertThat(api().get("/customers", HEADER, bank.id()).status()).isEqualTo(403);

        api().post("/tenants/" + bank.id() + "/activate", "");
        assertThat(bank.user().get("/customers").status()).isEqualTo(200);
    }

    @Test
    void a_login_is_to_one_bank() {
        Bank bank = Banks.open("");
        assertThat(Banks.login(bank.id(), "admin", Banks.PASSWORD, HEADER, bank.id())
                        .status())
                .isEqualTo(200);
        assertThat(Banks.login(bank.id(), "admin", Banks.PASSWORD, HEADER, "default")
                        .status())
                .isEqualTo(403);
        assertThat(Banks.login("default", "admin", Banks.PASSWORD).status()).isEqualTo(401);
        Answer unknown = Banks.login("no-such-bank", "admin", Banks.PASSWORD);
        Answer wrong = Banks.login(bank.id(), "nobody", Banks.PASSWORD);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.at("detail")).isEqualTo(wrong.at("detail"));
    }
}
