package io.nexum.gateway.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.openapi.ApiOperation;
import io.nexum.gateway.openapi.Bodies;
import io.nexum.gateway.tenant.Installation.Bank;
import io.nexum.kernel.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The attacks that each way of keeping tenants apart must withstand.
 *
 * <p>A user of one bank tries the ids of another, wherever an operation of the API takes an id. The answer must be the one
 * for an id that is nowhere: the same status, the same words. The operations come from the API's own document, so a new
 * one is attacked by itself.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class CrossTenantAttackTest extends BankApiTest {
    protected final Installation installation;
    protected final Bank victim;
    protected final Bank attacker;
    private VictimData data;
    private long headBefore;

    CrossTenantAttackTest(Installation installation) {
        this.installation = installation;
        this.victim = installation.open();
        this.attacker = installation.open();
    }

    @BeforeAll
    void the_victim_has_data() {
        data = new VictimData(installation, victim);
        headBefore = head(victim);
    }

    private static long head(Bank bank) {
        return bank.user()
                .get("/audit/integrity?from=1&to=1")
                .json()
                .get("head")
                .asLong();
    }

    /** Nothing of the whole attack has left a trace in the victim's books. */
    private void the_attacks_left_no_trace() {
        assertThat(head(victim))
                .as(() -> victim.user().get("/audit/events?limit=3").text())
                .isEqualTo(headBefore);
    }

    @AfterAll
    void the_victim_is_untouched() {
        the_attacks_left_no_trace();
        installation.close();
    }

    private List<ApiOperation> operations() {
        return ApiOperation.all(attacker.user());
    }

    private static boolean takesAnId(ApiOperation operation) {
        return Stream.of("path", "query")
                        .flatMap(in -> operation.parameters(in).stream())
                        .anyMatch(VictimData::isId)
                || operation.places().stream().anyMatch(place -> VictimData.isId(place.getLast()));
    }

    @TestFactory
    Stream<DynamicTest> an_id_of_another_bank_is_as_good_as_none() {
        List<ApiOperation> attacked =
                operations().stream().filter(CrossTenantAttackTest::takesAnId).toList();
        assertThat(attacked).hasSizeGreaterThan(60);
        return attacked.stream().map(operation -> dynamicTest(operation.name(), () -> attack(operation)));
    }

    private void attack(ApiOperation operation) {
        JsonNode example = operation.example().orElseGet(Json.MAPPER::createObjectNode);
        attack(operation, example);
        for (List<String> place : operation.places()) {
            // A login may name any tenant, and what fails there is on that one's record.
            boolean ofLogin = operation.open() && place.getLast().equals("tenant_id");
            if (VictimData.isId(place.getLast()) && !ofLogin && !place.contains("0") && isMissing(example, place)) {
                attack(
                        operation,
                        Bodies.with(example, place, Json.MAPPER.getNodeFactory().stringNode("")));
            }
        }
    }

    private static boolean isMissing(JsonNode body, List<String> place) {
        return body.at("/" + String.join("/", place)).isMissingNode();
    }

    private void attack(ApiOperation operation, JsonNode body) {
        Map<String, String> nowhere = new LinkedHashMap<>();
        Answer guessed = send(operation, body, data::stolen);
        Answer unknown = send(operation, body, name -> nowhere.computeIfAbsent(name, CrossTenantAttackTest::unknown));

        assertThat(guessed.status()).as(guessed.text()).isEqualTo(unknown.status());
        if (guessed.status() >= 400) {
            assertThat(words(guessed, data.ids())).isEqualTo(words(unknown, nowhere));
        } else {
            assertThat(leaked(guessed)).as(guessed.text()).isEmpty();
            assertThat(mentions(guessed, data.ids())).as(guessed.text()).isEqualTo(mentions(unknown, nowhere));
        }
    }

    /** An id of the right form that is nowhere. A role's is its name. */
    private static String unknown(String name) {
        String id = UUID.randomUUID().toString();
        return name.equals("role_id") ? "role_" + id.replace("-", "") : id;
    }

    private Answer send(ApiOperation operation, JsonNode body, UnaryOperator<String> idOf, String... headers) {
        String path = operation.path();
        for (String name : operation.parameters("path")) {
            path = path.replace("{" + name + "}", VictimData.isId(name) ? idOf.apply(name) : "1010");
        }
        List<String> query = new ArrayList<>();
        operation.parameters("query").stream()
                .filter(VictimData::isId)
                .forEach(name -> query.add(name + "=" + idOf.apply(name)));
        String question = query.isEmpty() ? "" : "?" + String.join("&", query);
        JsonNode sent = body.deepCopy();
        replaceIds(sent, idOf);
        return attacker.user()
                .send(operation.method(), path + question, operation.takesBody() ? sent.toString() : "", headers);
    }

    private static void replaceIds(JsonNode node, UnaryOperator<String> idOf) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(VictimData::isId)
                    .toList()
                    .forEach(name -> object.put(name, idOf.apply(name)));
            if (object.has("product_code")) {
                object.put("product_code", "P" + System.nanoTime()); // no two products have the same
            }
        }
        node.values().forEach(child -> replaceIds(child, idOf));
    }

    /** What a problem says, but for the ids that were sent and the request's own name. */
    private String words(Answer answer, Map<String, String> sent) {
        String said = answer.at("type") + " " + answer.at("detail") + " "
                + answer.json().path("errors");
        for (String id : sent.values()) {
            said = said.replace(id, "ID");
        }
        return said;
    }

    /** How often an answer names what was asked for. */
    private static long mentions(Answer answer, Map<String, String> sent) {
        return sent.values().stream()
                .distinct()
                .mapToLong(id -> answer.text().split(Pattern.quote(id), -1).length - 1L)
                .sum();
    }

    private List<String> leaked(Answer answer) {
        return answer.json().findParents("id").stream()
                .map(thing -> thing.get("id").asString(""))
                .filter(data.ids()::containsValue)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> a_header_that_names_another_bank_is_refused_whatever_is_asked() {
        return operations().stream()
                .filter(operation -> !operation.open())
                .map(operation -> dynamicTest(operation.name(), () -> askInTheNameOfAnother(operation)));
    }

    private void askInTheNameOfAnother(ApiOperation operation) {
        JsonNode example = operation.example().orElseGet(Json.MAPPER::createObjectNode);
        String header = installation.settings().tenants().header();
        Answer known = send(operation, example, data::stolen, header, victim.id());
        Answer unknown = send(operation, example, data::stolen, header, "no-such-bank");

        assertThat(known.status()).as(known.text()).isEqualTo(403);
        assertThat(unknown.status()).isEqualTo(403);
        assertThat(words(known, Map.of())).isEqualTo(words(unknown, Map.of()));
    }

    @Test
    void the_same_idempotency_key_is_each_banks_own() {
        the_attacks_left_no_trace();
        String key = UUID.randomUUID().toString();
        Answer first = create(victim, "One", key);
        Answer second = create(attacker, "Two", key);
        assertThat(second.status()).as(second.text()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replayed")).isEmpty();
        assertThat(second.at("customer_id")).isNotEqualTo(first.at("customer_id"));
        headBefore = head(victim);
    }

    private static Answer create(Bank bank, String name, String key) {
        return bank.user().post("/customers", """
                {"first_name": "%s", "last_name": "Johnson", "email": "%s"}
                """.formatted(name, freshEmail()), "Idempotency-Key", key);
    }

    @Test
    void the_same_account_number_is_each_banks_own() {
        the_attacks_left_no_trace();
        String number = "N" + System.nanoTime();
        for (Bank bank : List.of(victim, attacker)) {
            String customer =
                    VictimData.id(create(bank, "Holder", UUID.randomUUID().toString()), "customer_id");
            Answer opened = bank.user().post("/accounts", """
                    {"customer_id": "%s", "product_type": "checking", "currency": "USD", "name": "Everyday",
                     "account_number": "%s"}
                    """.formatted(customer, number));
            assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        }
        headBefore = head(victim);
    }

    @Test
    void the_log_of_another_bank_is_not_read() {
        for (String id : data.ids().values()) {
            Answer events = attacker.user().get("/audit/events?entity_id=" + id);
            assertThat(events.text()).doesNotContain("\"payload\"");
        }
        String all = attacker.user().get("/audit/events?limit=200").text();
        data.ids().values().forEach(id -> assertThat(all).doesNotContain(id));
    }
}
