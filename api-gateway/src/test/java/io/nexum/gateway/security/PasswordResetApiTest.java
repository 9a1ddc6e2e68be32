package io.nexum.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.Nexum;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.user.People;
import io.nexum.gateway.user.People.Person;
import io.nexum.kernel.TenantId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who lost the password chooses another, with a token that is good once. */
class PasswordResetApiTest extends BankApiTest {
    private static final String CHOSEN = "a password chosen anew";

    private final Api nobody = new Api(NexumServer.running().base(), "");

    private Answer login(Person person, String password) {
        return nobody.post("/auth/login", """
                {"username": "%s", "password": "%s"}
                """.formatted(person.username(), password));
    }

    private static String issue(Person person) {
        Answer issued = api().post("/rbac/users/" + person.id() + "/reset-password", "");
        assertThat(issued.status()).as(issued.text()).isEqualTo(200);
        return issued.at("reset_token");
    }

    private Answer reset(String token, String password) {
        return nobody.post("/auth/reset-password", """
                {"token": "%s", "new_password": "%s"}
                """.formatted(token, password));
    }

    private static void worthless(Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("errors/0/field")).isEqualTo("token");
        assertThat(refused.at("detail"))
                .isEqualTo("token is not good: it is wrong, was used or replaced, or has expired");
    }

    @Test
    void a_token_is_told_with_its_end_and_sets_a_password_once() {
        Person person = People.with("read_only");
        Answer issued = api().post("/rbac/users/" + person.id() + "/reset-password", "");
        String token = issued.at("reset_token");
        assertThat(token).startsWith("nxr_default_");
        assertThat(Duration.between(Instant.now(), Instant.parse(issued.at("expires_at"))))
                .isBetween(Duration.ofMinutes(58), Duration.ofMinutes(60));
        assertThat(login(person, People.PASSWORD).status()).isEqualTo(200);

        assertThat(reset(token, CHOSEN).status()).isEqualTo(200);

        assertThat(person.api().get("/customers").status()).isEqualTo(401);
        assertThat(login(person, People.PASSWORD).status()).isEqualTo(401);
        assertThat(login(person, CHOSEN).status()).isEqualTo(200);
        worthless(reset(token, "yet another password"));
        assertThat(login(person, CHOSEN).status()).isEqualTo(200);
    }

    @Test
    void a_token_that_is_wrong_replaced_or_expired_is_refused_alike() throws IOException {
        Person person = People.with("read_only");
        String older = issue(person);
        String newer = issue(person);
        worthless(reset(older, CHOSEN));
        worthless(reset("nxr_default_" + "x".repeat(43), CHOSEN));
        worthless(reset("nxr_no-such-bank_" + "x".repeat(43), CHOSEN));
        worthless(reset(newer.replace("_default_", "_other-bank_"), CHOSEN));
        worthless(reset("nonsense", CHOSEN));

        expire(person);
        worthless(reset(newer, CHOSEN));
        assertThat(login(person, People.PASSWORD).status()).isEqualTo(200);
    }

    private static void expire(Person person) throws IOException {
        try (Database database = NexumServer.running().database()) {
            int changed = JdbcClient.create(database.stores().of(TenantId.DEFAULT))
                    .sql("UPDATE password_reset SET expires_at = now() WHERE tenant = 'default' AND user_id = :user")
                    .param("user", UUID.fromString(person.id()))
                    .update();
            assertThat(changed).isEqualTo(1);
        }
    }

    @Test
    void a_password_that_cannot_be_taken_leaves_the_token_good() {
        Person person = People.with("read_only");
        String token = issue(person);
        for (String bad : new String[] {"short", "Password123", person.username()}) {
            assertThat(reset(token, bad).at("errors/0/field")).as(bad).isEqualTo("new_password");
        }
        assertThat(reset(token, CHOSEN).status()).isEqualTo(200);
    }

    @Test
    void failed_logins_are_forgotten() {
        Person person = People.with("read_only");
        for (int i = 0; i < 5; i++) {
            login(person, "not the password");
        }
        assertThat(login(person, People.PASSWORD).status()).isEqualTo(429);

        assertThat(reset(issue(person), CHOSEN).status()).isEqualTo(200);

        assertThat(login(person, CHOSEN).status()).isEqualTo(200);
    }

    @Test
    void whoever_is_kept_out_stays_out() {
        Person person = People.with("read_only");
        api().post("/rbac/users/" + person.id() + "/lock", "");
        assertThat(reset(issue(person), CHOSEN).status()).isEqualTo(200);
        assertThat(login(person, CHOSEN).status()).isEqualTo(401);

        api().post("/rbac/users/" + person.id() + "/unlock", "");
        assertThat(login(person, CHOSEN).status()).isEqualTo(200);
    }

    @Test
    void who_may_do_more_gets_no_token_from_who_may_do_less() {
        String role = People.freshName();
        api().post("/rbac/roles", """
                {"name": "%s", "description": "people only", "permissions": ["manage_users"]}
                """.formatted(role));
        Person keeper = People.with(role);
        Person teller = People.with("teller");
        Answer refused = keeper.api().post("/rbac/users/" + teller.id() + "/reset-password", "");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("type")).endsWith("beyond-own-authority");
    }

    @Test
    void the_log_tells_who_had_it_made_and_that_it_was_used_but_no_token() {
        Person person = People.with("read_only");
        String token = issue(person);
        reset(token, CHOSEN);

        Answer issued = api().get("/audit/events?type=login.password_reset_issued&entity_id=" + person.id());
        assertThat(issued.at("events/0/user")).isEqualTo("admin");
        Answer used = api().get("/audit/events?type=login.password_reset&entity_id=" + person.id());
        assertThat(used.at("events/0/user")).isEqualTo(person.username());
        assertThat(issued.text() + used.text()).doesNotContain(token, CHOSEN);
    }

    @Test
    void guesses_count_against_the_address_they_come_from() throws IOException {
        try (Nexum node = NexumServer.running().another(Map.of("NEXUM_ADDRESS_RATE_LIMIT_PER_MINUTE", "2"))) {
            Api stranger = new Api(node.base(), "");
            String guess = """
                    {"token": "nxr_default_%s", "new_password": "%s"}
                    """.formatted("x".repeat(43), CHOSEN);
            assertThat(stranger.post("/auth/reset-password", guess).status()).isEqualTo(422);
            assertThat(stranger.post("/auth/reset-password", guess).status()).isEqualTo(422);
            assertThat(stranger.post("/auth/reset-password", guess).status()).isEqualTo(429);
        }
    }

    @Test
    void nobody_resets_their_own_password_by_the_right_to_manage_users() {
        Person manager = People.with("admin");
        Answer refused = manager.api().post("/rbac/users/" + manager.id() + "/reset-password", "");
        assertThat(refused.status()).as(refused.text()).isEqualTo(403);
        assertThat(refused.at("type")).endsWith("own-login");
        assertThat(manager.api()
                        .send("DELETE", "/rbac/users/" + manager.id() + "/totp", "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_token_does_not_outlive_a_promotion_or_a_change_of_the_password() {
        Person promoted = People.with("read_only");
        String before = issue(promoted);
        assertThat(api().post("/rbac/users/" + promoted.id() + "/roles/teller", "")
                        .status())
                .isEqualTo(200);
        worthless(reset(before, CHOSEN));

        Person changed = People.with("read_only");
        String outstanding = issue(changed);
        assertThat(changed.api()
                        .post("/rbac/auth/change-password?user_id=" + changed.id(), """
                        {"old_password": "%s", "new_password": "%s"}
                        """.formatted(
                                        People.PASSWORD, CHOSEN))
                        .status())
                .isEqualTo(200);
        worthless(reset(outstanding, "yet another password"));
    }
}
