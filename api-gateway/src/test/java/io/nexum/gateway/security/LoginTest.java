package io.nexum.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.database.Database;
import io.nexum.kernel.TenantId;
import java.io.IOException;
import java.time.Instant;
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
        assertThat(as(here).get("/customers").status()).isEqualTo(200);
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

    private String addUser(String password) throws IOException {
        String name = "teller-" + UUID.randomUUID();
        try (Database database = server.database()) {
            new Users(database.program()).add(TenantId.DEFAULT, name, new Passwords().hash(password), Instant.now());
        }
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
