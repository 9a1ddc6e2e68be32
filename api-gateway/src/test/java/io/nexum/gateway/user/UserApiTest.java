package io.nexum.gateway.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.user.People.Person;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserApiTest extends BankApiTest {
    private static String adminId() {
        return NexumServer.running().login().path("user_id").stringValue();
    }

    private static String path(Person person, String rest) {
        return "/rbac/users/" + person.id() + rest;
    }

    @Test
    void the_administrator_of_the_first_start_is_a_user_like_any_other() {
        Answer admin = api().get("/rbac/users/" + adminId());
        assertThat(admin.status()).isEqualTo(200);
        assertThat(admin.at("username")).isEqualTo("admin");
        assertThat(admin.at("roles/0")).isEqualTo("admin");
    }

    @Test
    void a_user_comes_in_and_may_do_what_the_roles_permit() {
        Person teller = People.with("TELLER");
        assertThat(teller.api().get("/customers").status()).isEqualTo(200);
        Answer denied = teller.api().get("/ledger/trial-balance");
        assertThat(denied.status()).isEqualTo(403);
        assertThat(teller.api().get("/rbac/users").status()).isEqualTo(403);
    }

    @Test
    void a_change_of_roles_counts_at_once() {
        Person person = People.with();
        assertThat(person.api().get("/customers").status()).isEqualTo(403);

        Answer assigned = api().post(path(person, "/roles/Read_Only"), "");
        assertThat(assigned.status()).as(assigned.text()).isEqualTo(200);
        assertThat(assigned.at("roles/0")).isEqualTo("read_only");
        assertThat(person.api().get("/customers").status()).isEqualTo(200);

        assertThat(api().send("DELETE", path(person, "/roles/read_only"), "").status())
                .isEqualTo(200);
        assertThat(person.api().get("/customers").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"deactivate, activate", "lock, unlock"})
    void whoever_is_kept_out_is_out_at_once(String out, String in) {
        Person person = People.with("read_only");
        assertThat(person.api().get("/customers").status()).isEqualTo(200);

        Answer kept = api().post(path(person, "/" + out), "");
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        assertThat(person.api().get("/customers").status()).isEqualTo(401);
        assertThat(People.tryLogin(person.username(), People.PASSWORD).status()).isEqualTo(401);

        assertThat(api().post(path(person, "/" + in), "").status()).isEqualTo(200);
        assertThat(People.login(person.username()).get("/customers").status()).isEqualTo(200);
    }

    @Test
    void the_last_active_administrator_stays() {
        String admin = "/rbac/users/" + adminId();
        for (String change : new String[] {"/deactivate", "/lock"}) {
            Answer refused = api().post(admin + change, "");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.at("type")).endsWith("last-administrator");
        }
        assertThat(api().send("DELETE", admin + "/roles/admin", "").status()).isEqualTo(400);
        assertThat(api().get("/customers").status()).isEqualTo(200);
    }

    @Test
    void a_user_without_a_password_gets_one_that_is_told_once() {
        String username = People.freshName();
        Answer created = api().post("/auth/users", """
                {"username": "%s", "email": "eve@bank.example", "full_name": "Eve", "roles": ["auditor"],
                 "is_active": true, "metadata": {"created_by_system": true}, "tenant_id": "default"}
                """.formatted(username));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        String password = created.at("one_time_password");
        assertThat(password).isNotEmpty();
        assertThat(api().get("/rbac/users/" + created.at("id")).json().has("one_time_password"))
                .isFalse();

        Answer login = People.tryLogin(username, password);
        assertThat(login.status()).isEqualTo(200);
        Api eve = new Api(NexumServer.running().base(), login.at("access_token"));
        assertThat(eve.get("/customers").status()).isEqualTo(403);
        Answer changed =
                eve.post("/rbac/auth/change-password?user_id=" + username, """
                {"old_password": "%s", "new_password": "%s"}
                """.formatted(password, People.PASSWORD));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(People.login(username).get("/customers").status()).isEqualTo(200);
    }

    @Test
    void a_user_made_inactive_does_not_come_in() {
        String username = People.freshName();
        Answer created = api().post("/rbac/users", """
                {"username": "%s", "email": "x@bank.example", "full_name": "X", "roles": [], "is_active": false,
                 "password": "%s"}
                """.formatted(username, People.PASSWORD));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.json().path("is_active").booleanValue()).isFalse();
        assertThat(People.tryLogin(username, People.PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void nobody_rises_by_their_own_hand_or_through_a_friend() {
        String role = People.freshName();
        assertThat(api().post("/rbac/roles", """
                        {"name": "%s", "description": "people only", "permissions": ["manage_users", "manage_roles"]}
                        """.formatted(role)).status()).isEqualTo(201);
        Person keeper = People.with(role);
        Person friend = People.with();

        for (String grant : new String[] {
            path(keeper, "/roles/admin"), path(friend, "/roles/teller"), "/rbac/users/" + adminId() + "/lock"
        }) {
            Answer refused = keeper.api().post(grant, "");
            assertThat(refused.status()).as(grant).isEqualTo(403);
            assertThat(refused.at("type")).endsWith("beyond-own-authority");
        }
        assertThat(keeper.api()
                        .put("/rbac/users/" + adminId(), "{\"email\": \"keeper@evil.example\"}")
                        .status())
                .isEqualTo(403);
        assertThat(People.create(keeper.api(), People.freshName(), "admin").status())
                .isEqualTo(403);
        assertThat(keeper.api()
                        .put("/rbac/roles/" + role, "{\"permissions\": [\"manage_users\", \"view_account\"]}")
                        .status())
                .isEqualTo(403);
        assertThat(keeper.api().post(path(friend, "/lock"), "").status()).isEqualTo(200);
    }

    @Test
    void a_name_is_taken_once_and_a_bad_user_is_refused_by_each_field() {
        String username = People.freshName();
        assertThat(People.create(api(), username).status()).isEqualTo(201);
        assertThat(People.create(api(), username.toUpperCase(Locale.ROOT)).status())
                .isEqualTo(409);

        Answer refused = api().post("/rbac/users", """
                {"username": "a b", "email": "nobody", "full_name": "", "roles": ["no role!"]}
                """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("username", "email", "full_name", "roles");
        assertThat(People.create(api(), People.freshName(), "ghost").at("errors/0/field"))
                .isEqualTo("roles");
        long before = head();
        Answer weak = api().post("/rbac/users", """
                {"username": "%s", "email": "x@bank.example", "full_name": "X", "roles": [], "password": "short"}
                """.formatted(People.freshName()));
        assertThat(weak.status()).isEqualTo(422);
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void users_are_changed_and_found() {
        Person person = People.with("collector");
        Answer changed = api().put(path(person, ""), """
                {"email": "new@bank.example", "full_name": "New Name", "branch_id": "north"}
                """);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("full_name")).isEqualTo("New Name");
        assertThat(changed.at("branch_id")).isEqualTo("north");
        Answer found = api().get("/rbac/users?role=COLLECTOR&is_active=true&limit=200");
        assertThat(found.json().get("users").findValuesAsString("id")).contains(person.id());
        assertThat(api().get("/rbac/users?is_active=perhaps").status()).isEqualTo(422);
        assertThat(api().get("/rbac/users/nobody").status()).isEqualTo(404);
    }

    @Test
    void everyone_sees_their_own_permissions_and_only_who_manages_users_another_s() {
        Person auditor = People.with("auditor", "collector");
        Answer own = auditor.api().get(path(auditor, "/permissions"));
        assertThat(own.status()).as(own.text()).isEqualTo(200);
        assertThat(own.json().get("permissions").toString())
                .contains("\"view_audit_log\"", "\"manage_collections\"")
                .doesNotContain("\"create_transaction\"");
        assertThat(auditor.api()
                        .get("/rbac/users/" + adminId() + "/permissions")
                        .status())
                .isEqualTo(403);
        assertThat(api().get(path(auditor, "/permissions")).status()).isEqualTo(200);
    }

    @Test
    void what_happened_to_a_user_is_in_the_audit_log() {
        Person person = People.with("teller");
        api().post(path(person, "/lock"), "");
        Answer events =
                People.with("auditor").api().get("/audit/events?entity_type=user&limit=200&entity_id=" + person.id());
        assertThat(events.status()).as(events.text()).isEqualTo(200);
        assertThat(events.text()).contains("user.created.v1", "user.locked.v1").doesNotContain(People.PASSWORD);
    }
}
