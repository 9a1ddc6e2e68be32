package io.nexum.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.user.People;
import io.nexum.gateway.user.People.Person;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody sees where they are logged in, and ends what they don't know. */
class SessionApiTest extends BankApiTest {
    private static Answer login(Person person) {
        Answer login = new Api(NexumServer.running().base(), "")
                .post("/auth/login", """
                {"username": "%s", "password": "%s"}
                """.formatted(person.username(), People.PASSWORD));
        assertThat(login.status()).as(login.text()).isEqualTo(200);
        return login;
    }

    private static Api as(Answer login) {
        return new Api(NexumServer.running().base(), login.at("access_token"));
    }

    private static List<String> ids(Answer list) {
        assertThat(list.status()).as(list.text()).isEqualTo(200);
        return list.json().get("sessions").findValuesAsString("session_id");
    }

    private static String sessionsOf(Person person) {
        return "/rbac/users/" + person.id() + "/sessions";
    }

    @Test
    void somebody_sees_their_own_sessions_and_which_one_asks() {
        Person person = People.with("read_only");
        Answer phone = login(person);
        Answer desk = login(person);

        Answer list = as(desk).get("/auth/sessions");

        assertThat(ids(list)).hasSize(3).startsWith(desk.at("session_id"), phone.at("session_id"));
        assertThat(list.at("total")).isEqualTo("3");
        JsonNode newest = list.json().at("/sessions/0");
        assertThat(newest.get("current").asBoolean()).isTrue();
        assertThat(newest.get("last_used_at")).isEqualTo(newest.get("created_at"));
        assertThat(list.json().at("/sessions/1/current").asBoolean()).isFalse();
        assertThat(ids(as(desk).get("/auth/sessions?skip=1&limit=1"))).containsExactly(phone.at("session_id"));
    }

    @Test
    void a_refresh_is_a_use() {
        Person person = People.with("read_only");
        Answer here = login(person);
        Answer refreshed = as(here).post("/auth/refresh", "{\"refresh_token\": \"" + here.at("refresh_token") + "\"}");
        assertThat(refreshed.status()).isEqualTo(200);

        JsonNode session = as(here).get("/auth/sessions").json().at("/sessions/0");
        assertThat(session.get("last_used_at").asString())
                .isGreaterThan(session.get("created_at").asString());
    }

    @Test
    void a_session_is_ended_at_once_and_only_by_its_own_user() {
        Person person = People.with("read_only");
        Person other = People.with("read_only");
        Answer phone = login(person);
        String path = "/auth/sessions/" + phone.at("session_id");
        assertThat(other.api().send("DELETE", path, "").status()).isEqualTo(404);
        assertThat(as(phone).get("/customers").status()).isEqualTo(200);

        assertThat(person.api().send("DELETE", path, "").status()).isEqualTo(200);

        assertThat(as(phone).get("/customers").status()).isEqualTo(401);
        assertThat(ids(person.api().get("/auth/sessions"))).doesNotContain(phone.at("session_id"));
        assertThat(person.api().send("DELETE", path, "").status()).isEqualTo(404);
        assertThat(person.api().send("DELETE", "/auth/sessions/mine", "").status())
                .isEqualTo(404);
    }

    @Test
    void all_others_are_ended_and_the_log_knows() {
        Person person = People.with("read_only");
        Answer phone = login(person);
        Answer desk = login(person);

        assertThat(as(desk).post("/auth/sessions/end-others", "").at("ended")).isEqualTo("2");
        assertThat(as(desk).post("/auth/sessions/end-others", "").at("ended")).isEqualTo("0");

        assertThat(as(phone).get("/customers").status()).isEqualTo(401);
        assertThat(person.api().get("/customers").status()).isEqualTo(401);
        assertThat(ids(as(desk).get("/auth/sessions"))).containsExactly(desk.at("session_id"));
        Answer ended = api().get("/audit/events?type=login.sessions_ended&entity_id=" + person.id());
        assertThat(ended.at("total")).isEqualTo("1");
        assertThat(ended.at("events/0/data/sessions")).isEqualTo("2");
    }

    @Test
    void who_manages_users_sees_and_ends_the_sessions_of_one() {
        Person person = People.with("read_only");
        login(person);
        assertThat(ids(api().get(sessionsOf(person)))).hasSize(2);

        assertThat(api().send("DELETE", sessionsOf(person), "").at("ended")).isEqualTo("2");

        assertThat(person.api().get("/customers").status()).isEqualTo(401);
        assertThat(ids(api().get(sessionsOf(person)))).isEmpty();
        assertThat(login(person).status()).isEqualTo(200);
        Answer ended = api().get("/audit/events?type=login.sessions_ended&entity_id=" + person.id());
        assertThat(ended.at("events/0/user")).isEqualTo("admin");
    }

    @Test
    void who_may_do_more_is_out_of_reach() {
        String role = People.freshName();
        api().post("/rbac/roles", """
                {"name": "%s", "description": "people only", "permissions": ["manage_users"]}
                """.formatted(role));
        Person keeper = People.with(role);
        Person teller = People.with("teller");

        assertThat(keeper.api().get(sessionsOf(teller)).status()).isEqualTo(403);
        Answer refused = keeper.api().send("DELETE", sessionsOf(teller), "");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("type")).endsWith("beyond-own-authority");
        assertThat(teller.api().get("/customers").status()).isEqualTo(200);
        assertThat(teller.api().get(sessionsOf(keeper)).status()).isEqualTo(403);
    }

    /** Who reads the log knows the ids of sessions. */
    @Test
    void a_made_up_refresh_token_ends_no_session() {
        JsonNode login = NexumServer.running().login();
        Api user =
                new Api(NexumServer.running().base(), login.path("access_token").stringValue());
        String session = login.path("session_id").stringValue();
        String[] good = login.path("refresh_token").stringValue().split("\\.", -1);

        for (String token : List.of(
                "default." + session + ".x",
                "default." + session + ".x.x",
                "default." + session + ".." + good[3],
                "default." + session + "." + good[2].toUpperCase(Locale.ROOT) + ".x")) {
            assertThat(new Api(NexumServer.running().base(), "")
                            .post("/auth/refresh", "{\"refresh_token\": \"" + token + "\"}")
                            .status())
                    .isEqualTo(401);
        }

        assertThat(user.get("/customers").status()).isEqualTo(200);
    }
}
