package io.nexum.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.user.People;
import io.nexum.gateway.user.People.Person;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A login that asks for a code beside the password. */
class TotpApiTest extends BankApiTest {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Api nobody = new Api(NexumServer.running().base(), "");
    private final Person person = People.with("read_only");

    /** @param more further fields, each with a comma before it */
    private Answer login(String password, String more) {
        return nobody.post("/auth/login", """
                {"username": "%s", "password": "%s"%s}
                """.formatted(person.username(), password, more));
    }

    private static void wantsACode(Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(401);
        assertThat(refused.at("type")).isEqualTo("urn:nexum:problem:totp-code-required");
    }

    private static byte[] bytes(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / 8];
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            int value = BASE32.indexOf(base32.charAt(bit / 5));
            if (((value >> (4 - bit % 5)) & 1) == 1) {
                bytes[bit / 8] |= (byte) (1 << (7 - bit % 8));
            }
        }
        return bytes;
    }

    private Answer enrol(String password) {
        return person.api().post("/auth/totp", "{\"password\": \"" + password + "\"}");
    }

    private Answer confirm(String code) {
        return person.api().post("/auth/totp/confirm", "{\"code\": \"" + code + "\"}");
    }

    private static String code(byte[] secret, long stepsAhead) {
        return Totp.code(secret, Totp.step(Instant.now()) + stepsAhead);
    }

    private static String field(String code) {
        return ", \"totp_code\": \"" + code + "\"";
    }

    private static String recovery(String code) {
        return ", \"recovery_code\": \"" + code + "\"";
    }

    /** The secret, of which the code of now is used up. */
    private byte[] secret = {};

    private List<String> turnOn() {
        Answer enrolled = enrol(People.PASSWORD);
        assertThat(enrolled.status()).as(enrolled.text()).isEqualTo(200);
        assertThat(enrolled.at("uri"))
                .startsWith("otpauth://totp/Nexum%20default:")
                .contains(enrolled.at("secret"));
        secret = bytes(enrolled.at("secret"));
        Answer confirmed = confirm(code(secret, 0));
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        return confirmed.json().get("recovery_codes").values().stream()
                .map(node -> node.asString())
                .toList();
    }

    @Test
    void a_login_asks_for_a_code_after_the_right_password_only() {
        turnOn();
        assertThat(login("not the password", "").at("type")).endsWith(":unauthorized");
        wantsACode(login(People.PASSWORD, ""));
        wantsACode(login(People.PASSWORD, field(code(secret, 500))));

        String next = code(secret, 1);
        assertThat(login(People.PASSWORD, field(next)).status()).isEqualTo(200);
        wantsACode(login(People.PASSWORD, field(next)));
        assertThat(login(People.PASSWORD, field("12345")).at("errors/0/field")).isEqualTo("totp_code");
    }

    @Test
    void a_recovery_code_stands_in_once() {
        List<String> codes = turnOn();
        assertThat(login(People.PASSWORD, recovery(codes.getFirst())).status()).isEqualTo(200);
        wantsACode(login(People.PASSWORD, recovery(codes.getFirst())));
        assertThat(login(People.PASSWORD, recovery(codes.getLast())).status()).isEqualTo(200);

        Answer used = api().get("/audit/events?type=login.recovery_code_used&entity_id=" + person.id());
        assertThat(used.at("total")).isEqualTo("2");
        assertThat(used.at("events/0/data/left")).isEqualTo("8");
        assertThat(used.text()).doesNotContain(codes.getFirst());
    }

    @Test
    void wrong_codes_count_as_failed_logins_and_missing_ones_do_not() {
        List<String> codes = turnOn();
        for (int i = 0; i < 7; i++) {
            wantsACode(login(People.PASSWORD, ""));
        }
        for (int i = 0; i < 5; i++) {
            wantsACode(login(People.PASSWORD, field(code(secret, 500 + i))));
        }
        Answer right = login(People.PASSWORD, recovery(codes.getFirst()));
        assertThat(right.status()).isEqualTo(429);
        assertThat(right.at("type")).endsWith("too-many-failed-logins");

        NexumServer.running().login();
        Answer failed = api().get("/audit/events?type=login.failed&entity_id=" + person.id());
        assertThat(failed.at("total")).isEqualTo("5");
        assertThat(failed.at("events/0/data/reason")).isEqualTo("wrong_code");
    }

    @Test
    void a_stolen_token_is_not_enough_to_turn_it_on_or_off() {
        assertThat(enrol("not the password").at("errors/0/field")).isEqualTo("password");
        List<String> codes = turnOn();
        assertThat(enrol(People.PASSWORD).status()).isEqualTo(409);
        assertThat(remove("not the password", recovery(codes.getFirst())).at("errors/0/field"))
                .isEqualTo("password");
        assertThat(remove(People.PASSWORD, "").at("errors/0/field")).isEqualTo("code");
        assertThat(remove(People.PASSWORD, recovery("AAAA-AAAA-AAAA-AAAA")).at("errors/0/field"))
                .isEqualTo("code");
        wantsACode(login(People.PASSWORD, ""));

        assertThat(remove(People.PASSWORD, recovery(codes.getFirst())).status()).isEqualTo(200);

        assertThat(login(People.PASSWORD, "").status()).isEqualTo(200);
        assertThat(remove(People.PASSWORD, recovery(codes.getLast())).status()).isEqualTo(400);
    }

    private Answer remove(String password, String more) {
        return person.api().send("DELETE", "/auth/totp", "{\"password\": \"" + password + "\"" + more + "}");
    }

    @Test
    void a_wrong_first_code_turns_nothing_on() {
        assertThat(confirm("123456").status()).isEqualTo(400);
        secret = bytes(enrol(People.PASSWORD).at("secret"));
        assertThat(confirm(code(secret, 500)).at("errors/0/field")).isEqualTo("code");
        assertThat(login(People.PASSWORD, "").status()).isEqualTo(200);
        assertThat(confirm(code(secret, 0)).status()).isEqualTo(200);
        wantsACode(login(People.PASSWORD, ""));
    }

    @Test
    void an_administrator_takes_it_off_for_who_lost_the_device() {
        turnOn();
        String path = "/rbac/users/" + person.id() + "/totp";
        assertThat(api().send("DELETE", path, "").status()).isEqualTo(200);
        assertThat(login(People.PASSWORD, "").status()).isEqualTo(200);
        assertThat(api().send("DELETE", path, "").status()).isEqualTo(404);

        Answer events = api().get("/audit/events?entity_type=login&entity_id=" + person.id());
        assertThat(events.text()).contains("login.totp_enabled.v1", "login.totp_disabled.v1");
        Answer off = api().get("/audit/events?type=login.totp_disabled&entity_id=" + person.id());
        assertThat(off.at("events/0/user")).isEqualTo("admin");
    }
}
