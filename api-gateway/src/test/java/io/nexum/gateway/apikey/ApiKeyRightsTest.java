package io.nexum.gateway.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.apikey.Keys.ApiKey;
import io.nexum.gateway.user.People;
import io.nexum.gateway.user.People.Person;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a key may do, and what it may hand on. */
class ApiKeyRightsTest extends BankApiTest {
    private static int customers(ApiKey key) {
        return key.api().get("/customers").status();
    }

    @Test
    void a_key_may_do_what_it_was_made_for_and_no_more() {
        ApiKey key = Keys.create(api(), "\"create_transaction\"", """
                , "max_transaction_amount": {"amount": "100.00", "currency": "USD"}""");
        String account = account("USD");

        assertThat(key.api()
                        .post("/transactions/deposit", depositBody(account, "100.00"))
                        .status())
                .isEqualTo(200);
        Answer above = key.api().post("/transactions/deposit", depositBody(account, "100.01"));
        assertThat(above.status()).isEqualTo(403);
        assertThat(above.at("type")).endsWith(":above-limit");
        assertThat(customers(key)).isEqualTo(403);
        assertThat(key.api().get("/api-keys").status()).isEqualTo(403);
        assertThat(balance(account)).isEqualTo("100.00");
    }

    @Test
    void a_key_is_nobodys_login() {
        ApiKey key = Keys.create("\"manage_users\", \"view_account\"");

        assertThat(key.api().post("/auth/logout", "").status()).isEqualTo(403);
        assertThat(key.api().post("/rbac/auth/change-password", """
                {"old_password": "x", "new_password": "something quite new"}
                """).status()).isEqualTo(403);
        assertThat(key.api().get("/rbac/auth/session/" + new UUID(0, 0)).status())
                .isEqualTo(403);
        assertThat(key.api()
                        .post("/auth/login", "{\"username\": \"admin\", \"password\": \"wrong\"}")
                        .status())
                .isEqualTo(401);
        assertThat(key.api().get("/rbac/users").status()).isEqualTo(200);
    }

    @Test
    void nobody_makes_or_learns_a_key_that_permits_more_than_they_may_do() {
        String role = People.freshName();
        api().post("/rbac/roles", """
                {"name": "%s", "description": "x", "permissions": ["manage_api_keys", "view_customer"]}
                """.formatted(role));
        Person keeper = People.with(role);
        ApiKey strong = Keys.create("\"create_transaction\"");
        long before = head();

        for (Answer refused : new Answer[] {
            Keys.tryCreate(keeper.api(), "\"view_customer\", \"create_transaction\"", ""),
            Keys.tryCreate(keeper.api(), "\"manage_tenants\"", ""),
            keeper.api().post("/api-keys/" + strong.id() + "/rotate", "{}")
        }) {
            assertThat(refused.status()).as(refused.text()).isEqualTo(403);
            assertThat(refused.at("type")).endsWith(":beyond-own-authority");
        }
        assertThat(head()).isEqualTo(before);
        assertThat(strong.api().get("/api-keys").status()).isEqualTo(403); // it still counts
        assertThat(customers(Keys.create(keeper.api(), "\"view_customer\"", "")))
                .isEqualTo(200);
    }

    @Test
    void a_key_that_makes_keys_makes_none_that_is_bound_less_than_itself() {
        String bounds = """
                , "rate_limit": 600, "allowed_addresses": ["127.0.0.0/8"], "expires_at": "%s\"""";
        ApiKey maker =
                Keys.create(api(), "\"manage_api_keys\", \"view_customer\"", bounds.formatted("2100-01-01T00:00:00Z"));

        assertThat(Keys.tryCreate(maker.api(), "\"view_customer\"", "").status())
                .isEqualTo(403);
        assertThat(Keys.tryCreate(maker.api(), "\"view_customer\"", bounds.formatted("2100-01-01T00:00:01Z"))
                        .status())
                .isEqualTo(403);
        assertThat(Keys.tryCreate(maker.api(), "\"view_account\"", bounds.formatted("2099-01-01T00:00:00Z"))
                        .status())
                .isEqualTo(403);
        ApiKey made = Keys.create(maker.api(), "\"view_customer\"", bounds.formatted("2099-01-01T00:00:00Z"));
        assertThat(api().get("/api-keys/" + made.id()).at("created_by")).isEqualTo("key:" + maker.id());

        ApiKey renewed = Keys.of(maker.api().post("/api-keys/" + maker.id() + "/rotate", "{}"));
        assertThat(customers(maker)).isEqualTo(401);
        assertThat(customers(renewed)).isEqualTo(200);
    }
}
