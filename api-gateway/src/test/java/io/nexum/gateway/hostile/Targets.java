package io.nexum.gateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.openapi.ApiOperation;
import io.nexum.kernel.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Things that are really there, so that a request with one bad part fails for that part. */
final class Targets {
    private static final String USER = "victim";
    private static final String PASSWORD = "a password of the victim";

    private final Map<String, String> lasting = new HashMap<>();

    /** A request that the operation can grant. */
    record Sound(Map<String, String> path, JsonNode body) {
        String target(ApiOperation operation) {
            String target = operation.path();
            for (Map.Entry<String, String> part : path.entrySet()) {
                target = target.replace("{" + part.getKey() + "}", part.getValue());
            }
            return target;
        }
    }

    Targets(Api admin) {
        lasting.put("code", "1010");
        lasting.put("base", "EUR");
        lasting.put("quote", "USD");
        lasting.put("period", "2026-01");
        lasting.put("step", "close_loans");
        lasting.put("entity_id", "nothing-is-set-aside");
        lasting.put("tenant_id", made(admin, "/tenants", """
                {"name": "Bank", "code": "VICTIM", "display_name": "Bank"}
                """, "tenant_id"));
        lasting.put("user_id", made(admin, "/rbac/users", """
                {"username": "%s", "email": "victim@bank.example", "full_name": "Some Body", "roles": [],
                 "password": "%s"}
                """.formatted(USER, PASSWORD), "user_id"));
        lasting.put("role_id", made(admin, "/rbac/roles", """
                {"name": "Victims", "description": "of attacks", "permissions": ["view_account"]}
                """, "role_id"));
        lasting.put("session_id", made(admin, "/auth/login", """
                {"username": "%s", "password": "%s"}
                """.formatted(USER, PASSWORD), "session_id"));
        made(
                admin,
                "/rates",
                "{\"base\": \"EUR\", \"quote\": \"USD\", \"rate\": \"1.1\", \"source\": \"ECB\"}",
                "base");
    }

    static String made(Api admin, String path, String body, String id) {
        Answer made = admin.post(path, body);
        assertThat(made.status()).as("%s: %s", path, made.text()).isBetween(200, 201);
        return made.at(id);
    }

    /** With a customer and accounts of its own: what is closed by one operation is open for the next. */
    Sound soundFor(ApiOperation operation, Api admin) {
        Map<String, String> ids = new HashMap<>(lasting);
        if (mentions(operation, "_id")) {
            addCustomer(admin, ids);
        }
        if (mentions(operation, "product_id")) {
            ids.put("product_id", made(admin, "/products", """
                    {"name": "Everyday", "product_type": "checking", "currency": "USD"}
                    """, "product_id"));
        }
        if (mentions(operation, "loan_id")) {
            VictimLoan.add(operation.path(), admin, ids);
        }
        if (mentions(operation, "key_id")) {
            ids.put("key_id", made(admin, "/api-keys", """
                    {"key_name": "Victims", "permissions": ["view_account"]}
                    """, "key_id"));
        }
        Map<String, String> path = new HashMap<>();
        operation.parameters("path").forEach(name -> path.put(name, Objects.requireNonNull(ids.get(name), name)));
        JsonNode body = operation.example().orElseGet(Json.MAPPER::createObjectNode);
        personalize(body, ids);
        return new Sound(path, body);
    }

    private static boolean mentions(ApiOperation operation, String name) {
        return operation.path().contains(name)
                || operation.example().map(JsonNode::toString).orElse("").contains(name);
    }

    private static void addCustomer(Api admin, Map<String, String> ids) {
        String customer = made(admin, "/customers", """
                {"first_name": "Alice", "last_name": "Johnson", "email": "%s@example.com"}
                """.formatted(UUID.randomUUID()), "customer_id");
        String account = account(admin, customer);
        String other = account(admin, customer);
        ids.put("customer_id", customer);
        ids.put("account_id", account);
        ids.put("from_account_id", account);
        ids.put("to_account_id", other);
        ids.put("transaction_id", made(admin, "/transactions/deposit", """
                        {"account_id": "%s", "amount": {"amount": "100000.00", "currency": "USD"}, "description": "x"}
                        """.formatted(account), "transaction_id"));
        ids.put("hold_id", made(admin, "/accounts/" + account + "/holds", """
                {"amount": {"amount": "100.00", "currency": "USD"}, "reason": "hotel"}
                """, "hold_id"));
        ids.put("beneficiary_id", made(admin, "/customers/" + customer + "/beneficiaries", """
                {"name": "Bob", "account_number": "77"}
                """, "beneficiary_id"));
    }

    private static String account(Api admin, String customer) {
        return made(admin, "/accounts", """
                {"customer_id": "%s", "product_type": "checking", "currency": "USD", "name": "Everyday"}
                """.formatted(customer), "account_id");
    }

    /** Ids become those of real things, and what must be unique is made so. */
    private static void personalize(JsonNode node, Map<String, String> ids) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : Map.copyOf(fields(object)).entrySet()) {
                String name = field.getKey();
                if (ids.containsKey(name) && name.endsWith("_id")) {
                    object.put(name, ids.get(name));
                } else if (name.equals("username")) {
                    object.put(name, USER); // so that nobody is locked out but the victim
                } else if (name.equals("email") || name.equals("idempotency_key") || name.equals("product_code")) {
                    object.put(name, UUID.randomUUID() + "@example.com");
                }
            }
        }
        node.values().forEach(child -> personalize(child, ids));
    }

    private static Map<String, JsonNode> fields(ObjectNode object) {
        Map<String, JsonNode> fields = new HashMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
