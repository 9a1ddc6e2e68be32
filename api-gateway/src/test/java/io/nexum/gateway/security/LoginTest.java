package io.nexum.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.NexumServer;
import io.nexum.kernel.TenantId;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LoginTest {
    private final NexumServer server = NexumServer.running();

    @Test
    void a_login_answers_tokens_and_the_session() {
        JsonNode login = server.login();

        assertThat(login.path("token_type").stringValue()).isEqualTo("bearer");
        assertThat(login.path("expires_in").longValue()).isEqualTo(1800);
        assertThat(login.path("username").stringValue()).isEqualTo("admin");
        assertThat(login.path("user_id").stringValue()).isNotEmpty();
        Answer session = as(login).get("/rbac/auth/session/" + text(login, "session_id"));
        assertThat(session.json().path("valid").booleanValue()).isTrue();
    }

    @Test
    void a_wrong_password_and_an_unknown_user_are_refused_alike() {
        Answer wrong = post("/auth/login", "{\"username\": \"admin\", \"password\": \"not the password\"}");
        Answer unknown = post("/rbac/auth/login", "{\"username\": \"nobody\", \"password\": \"not the password\"}");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.at("detail")).isEqualTo(unknown.at("detail"));
        assertThat(wrong.header("WWW-Authenticate")).isPresent();
    }

    @Test
    void a_login_without_a_password_names_the_field() {
        Answer answer = post("/auth/login", "{\"username\": \"admin\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("errors/0/field")).isEqualTo("password");
    }

    @Test
    void a_refresh_gives_new_tokens_for_the_same_session() {
        JsonNode login = server.login();

        Answer refreshed = refresh(text(login, "refresh_token"));

        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(refreshed.at("session_id")).isEqualTo(text(login, "session_id"));
        assertThat(refreshed.at("refresh_token")).isNotEqualTo(text(login, "refresh_token"));
        assertThat(as(refreshed.json()).get("/customers").status()).isEqualTo(200);
    }

    @Test
    void a_refresh_token_that_comes_twice_ends_the_session() {
        JsonNode login = server.login();
        Answer refreshed = refresh(text(login, "refresh_token"));

        assertThat(refresh(text(login, "refresh_token")).status()).isEqualTo(401);

        assertThat(refresh(refreshed.at("refresh_token")).status()).isEqualTo(401);
        assertThat(as(refreshed.json()).get("/customers").status()).isEqualTo(401);
    }

    @Test
    void a_refresh_token_that_nobody_was_given_is_refused() {
        assertThat(refresh("nonsense").status()).isEqualTo(401);
        assertThat(refresh("00000000-0000-0000-0000-000000000000.nonsense").status())
                .isEqualTo(401);
    }

    @Test
    void after_a_logout_neither_token_counts() {
        JsonNode login = server.login();
        assertThat(as(login).get("/customers").status()).isEqualTo(200);

        assertThat(as(login).post("/auth/logout", "").status()).isEqualTo(200);

        assertThat(as(login).get("/customers").status()).isEqualTo(401);
        assertThat(refresh(text(login, "refresh_token")).status()).isEqualTo(401);
    }

    @Test
    void a_session_can_be_ended_from_another_one_of_the_same_user() {
        JsonNode lost = server.login();
        JsonNode here = server.login();

        Answer ended = as(here).post("/rbac/auth/logout?session_id=" + text(lost, "session_id"), "");

        assertThat(ended.status()).isEqualTo(200);
        assertThat(as(lost).get("/customers").status()).isEqualTo(401);
        assertThat(as(here).get("/customers").status()).isEqualTo(200);
    }

    @Test
    void a_session_that_is_not_there_is_not_found() {
        Answer answer = server.api().get("/rbac/auth/session/00000000-0000-0000-0000-000000000000");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(server.api().get("/rbac/auth/session/x").status()).isEqualTo(422);
    }

    @Test
    void a_token_whose_signature_or_algorithm_was_changed_does_not_count() {
        String token = text(server.login(), "access_token");
        String[] parts = token.split("\\.", -1);
        String none = "eyJhbGciOiJub25lIn0." + parts[1] + ".";
        String forged = parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse();

        for (String bad : new String[] {none, forged, parts[0] + "." + parts[1], "x"}) {
            assertThat(new Api(server.base(), bad).get("/customers").status()).isEqualTo(401);
        }
    }

    @Test
    void a_password_is_changed_only_by_who_knows_it_and_ends_the_other_sessions() throws IOException {
        String teller = addUser("the first password");
        JsonNode other = login(teller, "the first password").json();
        JsonNode here = login(teller, "the first password").json();
        String route = "/rbac/auth/change-password?user_id=" + text(here, "user_id");

        Answer wrong = as(here).post(route, change("not the password", "another password"));
        Answer weak = as(here).post(route, change("the first password", "short"));
        Answer somebodyElse =
                as(here).post("/rbac/auth/change-password?user_id=admin", change("x", "another password"));
        Answer changed = as(here).post(route, change("the first password", "another password"));

        assertThat(wrong.at("errors/0/field")).isEqualTo("old_password");
        assertThat(weak.at("errors/0/field")).isEqualTo("new_password");
        assertThat(somebodyElse.status()).isEqualTo(404);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(as(here).get("/rbac/auth/session/" + text(here, "session_id"))
                        .status())
                .isEqualTo(200);
        assertThat(as(other).get("/customers").status()).isEqualTo(401);
        assertThat(login(teller, "the first password").status()).isEqualTo(401);
        assertThat(login(teller, "another password").status()).isEqualTo(200);
    }

    @Test
    void a_session_of_another_user_is_as_good_as_none() throws IOException {
        String session = text(server.login(), "session_id");
        String teller = addUser("the first password");
        Api api = as(login(teller, "the first password").json());

        assertThat(api.get("/rbac/auth/session/" + session).status()).isEqualTo(404);
        assertThat(api.post("/rbac/auth/logout?session_id=" + session, "").status())
                .isEqualTo(404);
    }

    @Test
    void after_five_failures_even_the_right_password_has_to_wait_and_so_has_a_name_that_nobody_has()
            throws IOException {
        String teller = addUser("the first password");
        String nobody = Credentials.freshName();
        for (int i = 0; i < 5; i++) {
            assertThat(login(teller, "not the password").status()).isEqualTo(401);
            assertThat(login(nobody, "not the password").status()).isEqualTo(401);
        }

        Answer right = login(teller, "the first password");
        Answer unknown = login(nobody, "the first password");

        assertThat(right.status()).isEqualTo(429);
        assertThat(right.header("Retry-After")).contains("1");
        assertThat(right.at("type")).isEqualTo("urn:nexum:problem:too-many-failed-logins");
        assertThat(unknown.status()).isEqualTo(429);
        assertThat(unknown.at("detail")).isEqualTo(right.at("detail"));
    }

    @Test
    void a_one_time_password_is_good_for_choosing_another_and_for_leaving() throws IOException {
        String teller = Credentials.freshName();
        String once = Credentials.createWithOneTimePassword(teller);
        JsonNode login = login(teller, once).json();
        assertThat(login.path("password_change_required").booleanValue()).isTrue();

        Answer before = as(login).get("/customers");
        Answer ownSession = as(login).get("/rbac/auth/session/" + text(login, "session_id"));
        Answer changed =
                as(login).post("/rbac/auth/change-password?user_id=" + teller, change(once, "a password of one's own"));

        assertThat(before.status()).isEqualTo(403);
        assertThat(before.at("type")).isEqualTo("urn:nexum:problem:password-change-required");
        assertThat(ownSession.status()).isEqualTo(403);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(as(login)
                        .get("/rbac/auth/session/" + text(login, "session_id"))
                        .status())
                .isEqualTo(200);
        JsonNode again = login(teller, "a password of one's own").json();
        assertThat(again.path("password_change_required").booleanValue()).isFalse();
    }

    @Test
    void a_one_time_password_is_not_kept_by_choosing_it_again() throws IOException {
        String teller = Credentials.freshName();
        String once = Credentials.createWithOneTimePassword(teller);

        Answer same =
                as(login(teller, once).json()).post("/rbac/auth/change-password?user_id=" + teller, change(once, once));

        assertThat(same.at("errors/0/field")).isEqualTo("new_password");
    }

    @Test
    void a_password_that_everybody_tries_first_or_that_is_the_name_is_refused() throws IOException {
        String teller = addUser("the first password");
        Api api = as(login(teller, "the first password").json());
        String route = "/rbac/auth/change-password?user_id=" + teller;

        assertThat(api.post(route, change("the first password", "Password123")).at("errors/0/message"))
                .contains("commonest");
        assertThat(api.post(route, change("the first password", teller)).at("errors/0/field"))
                .isEqualTo("new_password");
    }

    @Test
    void a_barred_user_is_out_at_the_next_login_and_in_again_when_admitted() throws IOException {
        String teller = addUser("the first password");
        UUID id =
                Credentials.with(users -> users.idOf(TenantId.DEFAULT, teller)).orElseThrow();
        String refreshToken = text(login(teller, "the first password").json(), "refresh_token");

        Credentials.with(users -> {
            users.bar(TenantId.DEFAULT, id);
            return true;
        });
        Answer barred = login(teller, "the first password");
        Answer refreshed = refresh(refreshToken);
        Credentials.with(users -> {
            users.admit(TenantId.DEFAULT, id);
            return true;
        });

        assertThat(barred.status()).isEqualTo(401);
        assertThat(refreshed.status()).isEqualTo(401);
        assertThat(login(teller, "the first password").status()).isEqualTo(200);
    }

    @Test
    void a_user_of_another_bank_is_found_under_that_bank_only() throws IOException {
        String teller = Credentials.freshName();
        Answer bank = NexumServer.running().api().post("/tenants", """
                {"name": "Acme", "code": "login-%s", "display_name": "Acme"}
                """.formatted(UUID.randomUUID()));
        String tenant = bank.at("tenant_id");
        Credentials.with(users -> {
            users.create(new TenantId(tenant), UUID.randomUUID(), teller, "the first password");
            return true;
        });

        Answer elsewhere = login(teller, "the first password");
        Answer there = post("/auth/login", """
                {"username": "%s", "password": "the first password", "tenant_id": "%s"}
                """.formatted(teller, tenant));

        assertThat(elsewhere.status()).isEqualTo(401);
        assertThat(there.status()).isEqualTo(200);
    }

    private static String addUser(String password) throws IOException {
        String name = Credentials.freshName();
        Credentials.create(name, password);
        return name;
    }

    private Answer login(String user, String password) {
        return post("/auth/login", "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(user, password));
    }

    private static String change(String from, String to) {
        return "{\"old_password\": \"%s\", \"new_password\": \"%s\"}".formatted(from, to);
    }

    private Answer refresh(String token) {
        return post("/auth/refresh", "{\"refresh_token\": \"" + token + "\"}");
    }

    /** With a token that doesn't count, which must not matter where none is asked for. */
    private Answer post(String path, String body) {
        return new Api(server.base(), "expired").post(path, body);
    }

    private Api as(JsonNode login) {
        return new Api(server.base(), text(login, "access_token"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).stringValue();
    }
}
