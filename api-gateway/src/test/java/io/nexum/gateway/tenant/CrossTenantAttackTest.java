package io.nexum.gateway.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.tenant.Installation.Bank;
import io.nexum.kernel.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
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
    /** The victim's, by the name under which an operation takes them. */
    private final Map<String, String> ids = new LinkedHashMap<>();

    protected final Installation installation;
    protected final Bank victim;
    protected final Bank attacker;
    private long headBefore;

    CrossTenantAttackTest(Installation installation) {
        this.installation = installation;
        this.victim = installation.open();
        this.attacker = installation.open();
    }

    @BeforeAll
    void the_victim_has_data() {
        Api bank = victim.user();
        ids.put("customer_id", id(bank.post("/customers", """
                {"first_name": "Alice", "last_name": "Johnson", "email": "%s"}
                """.formatted(freshEmail())), "customer_id"));
        String account = openAccount(bank, ids.get("customer_id"));
        ids.put("account_id", account);
        ids.put("from_account_id", account);
        ids.put("to_account_id", openAccount(bank, ids.get("customer_id")));
        ids.put(
                "transaction_id",
                id(bank.post("/transactions/deposit", depositBody(account, "100.00")), "transaction_id"));
        ids.put("hold_id", id(bank.post("/accounts/" + account + "/holds", """
                {"amount": {"amount": "5.00", "currency": "USD"}, "reason": "hotel"}
                """), "hold_id"));
        ids.put(
                "beneficiary_id",
                id(bank.post("/customers/" + ids.get("customer_id") + "/beneficiaries", """
                {"name": "Bob", "account_number": "77"}
                """), "beneficiary_id"));
        ids.put("key_id", id(bank.post("/api-keys", """
                {"key_name": "Theirs", "permissions": ["view_account"]}
                """), "key_id"));
        Answer login = installation.login(victim.id(), "admin", Installation.PASSWORD);
        ids.put("session_id", id(login, "session_id"));
        ids.put("user_id", id(login, "user_id"));
        headBefore = head(victim);
    }

    private static String openAccount(Api bank, String customer) {
        return id(bank.post("/accounts", """
                {"customer_id": "%s", "product_type": "checking", "currency": "USD", "name": "Everyday"}
                """.formatted(customer)), "account_id");
    }

    private static String id(Answer answer, String name) {
        assertThat(answer.at(name)).as(answer.text()).isNotEmpty();
        return answer.at(name);
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
        assertThat(head(victim)).isEqualTo(headBefore);
    }

    @AfterAll
    void the_victim_is_untouched() {
        the_attacks_left_no_trace();
        installation.close();
    }

    private record Operation(String method, String path, JsonNode node) {
        List<String> parameters(String in) {
            return node.at("/parameters").values().stream()
                    .filter(parameter -> parameter.get("in").asString().equals(in))
                    .map(parameter -> parameter.get("name").asString())
                    .toList();
        }

        JsonNode example() {
            return node.at("/requestBody/content").values().stream()
                    .findFirst()
                    .map(content -> content.at("/example"))
                    .orElseGet(Json.MAPPER::createObjectNode);
        }

        /** For those who aren't logged in, too. */
        private boolean isOpen() {
            JsonNode security = node.path("security");
            return security.isArray() && security.isEmpty();
        }

        private boolean takesAnId() {
            return Stream.of("path", "query")
                            .flatMap(in -> parameters(in).stream())
                            .anyMatch(CrossTenantAttackTest::isId)
                    || idsIn(example());
        }

        private static boolean idsIn(JsonNode node) {
            return node.properties().stream().anyMatch(field -> isId(field.getKey()) || idsIn(field.getValue()))
                    || (node.isArray() && node.values().stream().anyMatch(Operation::idsIn));
        }
    }

    /** An id that the server gives, not a reference that a client chooses. */
    private static boolean isId(String name) {
        return (name.equals("id") || name.endsWith("_id")) && !name.equals("correlation_id") && !name.equals("role_id");
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        attacker.user()
                .get("/openapi.json")
                .json()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue()))));
        return operations;
    }

    @TestFactory
    Stream<DynamicTest> an_id_of_another_bank_is_as_good_as_none() {
        List<Operation> attacked =
                operations().stream().filter(Operation::takesAnId).toList();
        assertThat(attacked).hasSizeGreaterThan(30);
        return attacked.stream()
                .map(operation -> dynamicTest(operation.method() + " " + operation.path(), () -> attack(operation)));
    }

    private void attack(Operation operation) {
        Map<String, String> nowhere = new LinkedHashMap<>();
        Answer guessed = send(operation, this::stolen);
        Answer unknown = send(
                operation,
                name -> nowhere.computeIfAbsent(name, n -> UUID.randomUUID().toString()));

        assertThat(guessed.status()).as(guessed.text()).isEqualTo(unknown.status());
        if (guessed.status() >= 400) {
            assertThat(words(guessed, ids)).isEqualTo(words(unknown, nowhere));
        } else {
            assertThat(leaked(guessed)).as(guessed.text()).isEmpty();
        }
    }

    /** An id under a name that the victim has nothing under is tried with the id of something else. */
    private String stolen(String name) {
        return Objects.requireNonNull(ids.get(ids.containsKey(name) ? name : "account_id"));
    }

    private Answer send(Operation operation, UnaryOperator<String> idOf, String... headers) {
        String path = operation.path();
        for (String name : operation.parameters("path")) {
            path = path.replace("{" + name + "}", isId(name) ? idOf.apply(name) : "1010");
        }
        List<String> query = new ArrayList<>();
        operation.parameters("query").stream()
                .filter(CrossTenantAttackTest::isId)
                .forEach(name -> query.add(name + "=" + idOf.apply(name)));
        String question = query.isEmpty() ? "" : "?" + String.join("&", query);
        JsonNode example = operation.example().deepCopy();
        replaceIds(example, idOf);
        boolean hasBody = !operation.node().at("/requestBody").isMissingNode();
        return attacker.user().send(operation.method(), path + question, hasBody ? example.toString() : "", headers);
    }

    private static void replaceIds(JsonNode node, UnaryOperator<String> idOf) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(CrossTenantAttackTest::isId)
                    .toList()
                    .forEach(name -> object.put(name, idOf.apply(name)));
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

    private List<String> leaked(Answer answer) {
        return answer.json().findParents("id").stream()
                .map(thing -> thing.get("id").asString(""))
                .filter(ids::containsValue)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> a_header_that_names_another_bank_is_refused_whatever_is_asked() {
        return operations().stream()
                .filter(operation -> !operation.isOpen())
                .map(operation -> dynamicTest(
                        operation.method() + " " + operation.path(), () -> askInTheNameOfAnother(operation)));
    }

    private void askInTheNameOfAnother(Operation operation) {
        String header = installation.settings().tenants().header();
        Answer known = send(operation, this::stolen, header, victim.id());
        Answer unknown = send(operation, this::stolen, header, "no-such-bank");

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
            String customer = id(create(bank, "Holder", UUID.randomUUID().toString()), "customer_id");
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
        for (String id : ids.values()) {
            Answer events = attacker.user().get("/audit/events?entity_id=" + id);
            assertThat(events.text()).doesNotContain("\"payload\"");
        }
        String all = attacker.user().get("/audit/events?limit=200").text();
        ids.values().forEach(id -> assertThat(all).doesNotContain(id));
    }
}
