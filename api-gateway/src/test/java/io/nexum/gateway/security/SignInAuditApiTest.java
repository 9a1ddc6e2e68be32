package io.nexum.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.Nexum;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.user.People;
import io.nexum.gateway.user.People.Person;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who came in, who was not let in, and who was refused what is told by the audit trail. */
class SignInAuditApiTest extends BankApiTest {
    private static final String WRONG = "not the password";

    private static Answer login(URI node, String user, String password) {
        return new Api(node, "").post("/auth/login", """
                {"username": "%s", "password": "%s"}
                """.formatted(user, password));
    }

    private static Answer login(String user, String password) {
        return login(NexumServer.running().base(), user, password);
    }

    private static Api as(Answer login) {
        return new Api(NexumServer.running().base(), login.at("access_token"));
    }

    private static List<JsonNode> events(Api api, String filter) {
        Answer found = api.get("/audit/events?limit=200&" + filter);
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        return found.json().get("events").values().stream().toList().reversed();
    }

    private static List<String> types(Person person) {
        // What strangers do is written meanwhile and in order: once this login is on record, so is what came before.
        NexumServer.running().login();
        return events(api(), "entity_type=login&entity_id=" + person.id()).stream()
                .map(event -> event.get("type").asString())
                .toList();
    }

    @Test
    void how_somebody_comes_in_and_goes_out_is_on_record() {
        Person person = People.with("teller");
        login(person.username(), WRONG);
        Answer here = login(person.username(), People.PASSWORD);
        Answer refreshed = as(here).post("/auth/refresh", refresh(here));
        assertThat(as(here).post("/auth/refresh", refresh(here)).status()).isEqualTo(401);
        assertThat(refreshed.status()).isEqualTo(200);
        Answer again = login(person.username(), People.PASSWORD);
        as(again).post("/rbac/auth/change-password?user_id=" + person.username(), """
                {"old_password": "%s", "new_password": "a better password"}
                """.formatted(People.PASSWORD));
        as(again).post("/auth/logout", "");

        assertThat(types(person))
                .containsExactly(
                        "login.succeeded.v1",
                        "login.failed.v1",
                        "login.succeeded.v1",
                        "login.refresh_token_reused.v1",
                        "login.succeeded.v1",
                        "login.password_changed.v1",
                        "login.ended.v1");
    }

    private static String refresh(Answer login) {
        return "{\"refresh_token\": \"" + login.at("refresh_token") + "\"}";
    }

    @Test
    void a_record_says_who_by_which_request_and_neither_password_nor_address() {
        Person person = People.with("teller");
        Answer in = new Api(NexumServer.running().base(), "")
                .post(
                        "/auth/login",
                        """
                {"username": "%s", "password": "%s"}
                """.formatted(person.username(), People.PASSWORD),
                        "X-Correlation-ID",
                        "in-" + person.id());

        JsonNode event = events(api(), "correlation_id=in-" + person.id()).getFirst();
        assertThat(event.get("user").asString()).isEqualTo(person.username());
        assertThat(event.at("/data/session").asString()).isEqualTo(in.at("session_id"));
        assertThat(event.toString()).doesNotContain(People.PASSWORD, "127.0.0.1");
    }

    @Test
    void a_guess_at_the_password_by_a_stolen_token_is_on_record_too() {
        Person person = People.with("teller");
        person.api().post("/rbac/auth/change-password?user_id=" + person.username(), """
                {"old_password": "%s", "new_password": "a better password"}
                """.formatted(WRONG));

        assertThat(types(person)).containsExactly("login.succeeded.v1", "login.failed.v1");
    }

    @Test
    void whoever_is_kept_out_is_on_record_as_such() {
        Person person = People.with("teller");
        api().post("/rbac/users/" + person.id() + "/lock", "");
        login(person.username(), People.PASSWORD);

        types(person);
        JsonNode refused =
                events(api(), "type=login.failed&entity_id=" + person.id()).getFirst();
        assertThat(refused.at("/data/reason").asString()).isEqualTo("barred");
        assertThat(refused.get("user").asString()).isEqualTo("nexum");
    }

    @Test
    void a_name_that_nobody_has_leaves_no_trace() {
        NexumServer.running().login();
        long before = api().get("/audit/events?entity_type=login&type=login.failed")
                .json()
                .get("total")
                .asLong();
        for (int i = 0; i < 3; i++) {
            assertThat(login("hunter2-" + People.freshName(), WRONG).status()).isEqualTo(401);
        }
        NexumServer.running().login();
        assertThat(api().get("/audit/events?entity_type=login&type=login.failed")
                        .json()
                        .get("total")
                        .asLong())
                .isEqualTo(before);
    }

    @Test
    void a_lock_out_is_on_record_once() throws IOException {
        Person person = People.with("teller");
        try (Nexum strict =
                NexumServer.running().another(Map.of("NEXUM_LOGIN_DELAY_AFTER", "2", "NEXUM_LOGIN_LOCK_AFTER", "2"))) {
            // From an address that this user came in from there is a row of failures of its own; this is the first.
            for (int i = 0; i < 5; i++) {
                login(strict.base(), person.username(), WRONG);
            }
        }

        assertThat(types(person))
                .containsExactly("login.succeeded.v1", "login.failed.v1", "login.failed.v1", "login.locked_out.v1");
        JsonNode out =
                events(api(), "type=login.locked_out&entity_id=" + person.id()).getFirst();
        assertThat(out.at("/data/failures").asInt()).isEqualTo(2);
    }

    @Test
    void a_refused_permission_is_on_record_once_however_often_it_is_asked_for() {
        Person person = People.with("read_only");
        for (int i = 0; i < 5; i++) {
            assertThat(person.api().get("/rbac/users/" + person.id()).status()).isEqualTo(403);
            assertThat(person.api().get("/rbac/users").status()).isEqualTo(403);
        }
        assertThat(person.api().get("/metrics").status()).isEqualTo(403);

        List<JsonNode> refused = events(api(), "type=access.permission_refused&user=" + person.username());
        assertThat(refused)
                .extracting(event -> event.at("/data/permission").asString())
                .containsExactly("manage_users", "system_config");
        assertThat(refused.getFirst().at("/data/operation").asString()).isEqualTo("GET /rbac/users/{user_id}");
        assertThat(refused.getFirst().toString()).doesNotContain(person.id());
    }

    @Test
    void another_users_permissions_are_refused_on_record_too() {
        Person person = People.with();
        Person other = People.with();
        assertThat(person.api()
                        .get("/rbac/users/" + other.id() + "/permissions")
                        .status())
                .isEqualTo(403);

        assertThat(events(api(), "type=access.permission_refused&user=" + person.username()))
                .hasSize(1);
    }

    @Test
    void who_acts_for_another_bank_is_refused_on_that_banks_record() {
        String role = People.freshName();
        api().post("/rbac/roles", """
                {"name": "%s", "description": "lets banks in", "permissions": ["manage_tenants"]}
                """.formatted(role));
        Person person = People.with(role);
        String bank = api().post("/tenants", """
                {"name": "Acme", "code": "%s", "display_name": "Acme"}
                """.formatted(People.freshName())).at("tenant_id");
        assertThat(person.api().get("/rbac/users", "X-Tenant-ID", bank).status())
                .isEqualTo(403);

        Answer there = api().get("/audit/events?type=access.permission_refused", "X-Tenant-ID", bank);
        assertThat(there.json().get("total").asLong()).isEqualTo(1);
        assertThat(there.at("events/0/user")).isEqualTo(person.username() + "@default");
        assertThat(events(api(), "type=access.permission_refused&user=" + person.username()))
                .isEmpty();
    }
}
