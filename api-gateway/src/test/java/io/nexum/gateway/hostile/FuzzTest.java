package io.nexum.gateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.OwnBank;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.hostile.Targets.Sound;
import io.nexum.gateway.openapi.ApiOperation;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JacksonException;

/**
 * Every operation of the API's document is sent what no client should send. Whatever is refused is a problem document
 * and has written nothing; nothing breaks. New operations are attacked by themselves.
 *
 * <p>{@code -Dnexum.fuzz.seed=7} makes other requests, which are the same for the same number.
 */
class FuzzTest {
    private static final int ACCEPTED = 202;
    private static final long SEED = Long.getLong("nexum.fuzz.seed", 20_260_302);
    private static final Pattern INSIDE = Pattern.compile(
            "Exception|\\bat [a-z]+\\.[\\w.]+\\(|io\\.nexum|org\\.(springframework|axonframework|apache|postgresql)"
                    + "|java\\.(lang|util|time)|jakarta\\.|tools\\.jackson|SQLSTATE|PSQL|\\bSELECT\\b|INSERT INTO"
                    + "|\\bnexum_(app|read)\\b");
    /** None, one of HTTP/0.9, which is a body alone, or a status that blames the client if it blames anybody. */
    private static final Pattern RAW_ANSWER = Pattern.compile("|\\{.*|HTTP/1\\.1 [1234].*", Pattern.DOTALL);

    private static final Map<String, String> SETTINGS = Map.of(
            "NEXUM_HOLD_SWEEP_SECONDS", "3600", // what ends a hold by itself is no answer to a request
            "NEXUM_LOGIN_DELAY_AFTER", "100",
            "NEXUM_LOGIN_LOCK_AFTER", "100");
    private static final List<String> NO_GOOD_LOGINS = List.of(
            "",
            "Bearer ",
            "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiIsInRlbmFudCI6ImRlZmF1bHQifQ.",
            "Bearer ' OR '1'='1",
            "Basic YWRtaW46YWRtaW4=",
            "Bearer " + "a".repeat(5_000));

    private final List<ApiOperation> grantedWhenSound = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> whatever_is_sent_is_granted_or_refused_without_a_trace() throws IOException, SQLException {
        OwnBank bank = OwnBank.start(SETTINGS);
        Database database = bank.database();
        Run run = new Run(bank, new Books(database));
        List<ApiOperation> operations = ApiOperation.all(run.admin());
        assertThat(operations).hasSizeGreaterThan(60);
        Stream<DynamicTest> attacks =
                operations.stream().map(operation -> dynamicTest(operation.name(), () -> run.attack(operation)));
        DynamicTest end = dynamicTest("the books still balance and the chain holds", () -> {
            try (bank;
                    database) {
                run.booksAreSound();
                assertThat(grantedWhenSound).hasSizeGreaterThan(operations.size() / 2);
            }
        });
        return Stream.concat(attacks, Stream.of(end));
    }

    /** One bank under attack. */
    private final class Run {
        private final OwnBank bank;
        private final Books books;
        private final Client client;
        private final Targets targets;
        private final List<String> findings = new ArrayList<>();
        private String token;

        Run(OwnBank bank, Books books) {
            this.bank = bank;
            this.books = books;
            this.client = new Client(bank.base());
            this.token = bank.token();
            this.targets = new Targets(admin());
        }

        Api admin() {
            return new Api(bank.base(), token);
        }

        void attack(ApiOperation operation) {
            findings.clear();
            logInAgainIfLoggedOut();
            // Of its name, so that an operation that is new changes nothing for the others.
            Random random = new Random(SEED * 31 + operation.name().hashCode());
            Sound sound = targets.soundFor(operation, admin());
            List<Attack> attacks = Attacks.on(operation, sound, random);
            Map<String, String> before = books.look();
            for (int i = 0; i < attacks.size(); i++) {
                Attack attack = attacks.get(i);
                before = checked(attack, client.send(attack, "Bearer " + token), before);
                if (i % 5 == 0) {
                    String login = NO_GOOD_LOGINS.get(i / 5 % NO_GOOD_LOGINS.size());
                    Answer answer = client.send(attack, login);
                    before = checked(attack, answer, before);
                    note(() -> assertThat(operation.open() || answer.status() >= 400)
                            .as("nobody is let in by %s: %s", attack, answer.text())
                            .isTrue());
                }
            }
            rawAttacks(operation, sound, random, before);
            assertThat(findings).as("findings, most of them by one cause").isEmpty();
            logInAgainIfLoggedOut();
            Answer fine = client.send(Attacks.none(operation, sound), "Bearer " + token);
            if (fine.status() < 300) {
                grantedWhenSound.add(operation);
            }
        }

        private void rawAttacks(ApiOperation operation, Sound sound, Random random, Map<String, String> before) {
            String fine =
                    "Host: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer " + token + "\r\n";
            List<String> raw = RawAttacks.on(operation.method(), sound.target(operation), fine);
            for (int i = 0; i < 5; i++) {
                String request = raw.get(random.nextInt(raw.size()));
                String answer = RawAttacks.send(bank.base(), request);
                String what = "seed %d, %s%n%s".formatted(SEED, start(request), answer);
                note(() -> {
                    assertThat(answer).as(what).matches(RAW_ANSWER);
                    assertThat(INSIDE.matcher(answer).find()).as(what).isFalse();
                });
                Map<String, String> after = books.look();
                if (!answer.startsWith("HTTP/1.1 2")) {
                    note(() -> assertThat(after).as(what).isEqualTo(before));
                }
                before.putAll(after);
            }
        }

        private Map<String, String> checked(Attack attack, Answer answer, Map<String, String> before) {
            String what =
                    "seed %d, %s%nwas answered %d %s".formatted(SEED, attack, answer.status(), start(answer.text()));
            Map<String, String> after = books.look();
            note(() -> check(attack, answer, what, before, after));
            if (answer.status() == ACCEPTED) {
                awaitRotation();
                return books.look();
            }
            return after;
        }

        private void check(
                Attack attack, Answer answer, String what, Map<String, String> before, Map<String, String> after) {
            if (answer.status() == 503) {
                assertThat(answer.header("Retry-After")).as(what).isPresent();
            } else {
                assertThat(answer.status()).as(what).isBetween(200, 499);
            }
            if (answer.status() >= 400) {
                isProblem(attack, answer, what);
                if (List.of(401, 403, 429).contains(answer.status())) {
                    Books.LOG.forEach(table -> before.put(table, after.getOrDefault(table, "")));
                }
                assertThat(after).as(what).isEqualTo(before);
            }
            assertThat(answer.header("X-Injected")).as(what).isEmpty();
        }

        /** What was accepted goes on by itself, and would be taken for another request's work. */
        private void awaitRotation() {
            await().until(() -> admin().get("/admin/encryption/status")
                    .json()
                    .path("rotations_under_way")
                    .isEmpty());
        }

        /** A finding doesn't keep the others from being made. */
        private void note(Runnable check) {
            try {
                check.run();
            } catch (AssertionError e) {
                findings.add(String.valueOf(e.getMessage()));
            }
        }

        private void isProblem(Attack attack, Answer answer, String what) {
            assertThat(answer.header("Content-Type"))
                    .as(what)
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(INSIDE.matcher(answer.text()).find()).as(what).isFalse();
            assertThat(answer.response().body().length).as(what).isLessThan(100_000);
            if (!attack.method().equals("HEAD")) {
                try {
                    assertThat(answer.at("status")).as(what).isEqualTo(Integer.toString(answer.status()));
                    assertThat(answer.at("type")).as(what).matches("urn:nexum:problem:[a-z0-9-]+");
                    assertThat(answer.at("detail")).as(what).isNotEmpty();
                } catch (JacksonException e) {
                    throw new AssertionError(what, e);
                }
            }
        }

        private void logInAgainIfLoggedOut() {
            if (admin().get("/customers?limit=1").status() == 401) {
                token = bank.token();
            }
        }

        void booksAreSound() {
            logInAgainIfLoggedOut();
            Answer integrity = admin().get("/audit/integrity");
            assertThat(integrity.json().get("valid").asBoolean())
                    .as(integrity.text())
                    .isTrue();
            Answer trial = admin().get("/ledger/trial-balance");
            assertThat(trial.status()).as(trial.text()).isEqualTo(200);
            assertThat(trial.json().get("balanced").asBoolean())
                    .as(trial.text())
                    .isTrue();
        }

        private static String start(String text) {
            return text.length() > 600 ? text.substring(0, 600) + "..." : text;
        }
    }
}
