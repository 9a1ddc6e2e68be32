package io.nexum.gateway.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.hostile.VictimLoan;
import io.nexum.gateway.tenant.Installation.Bank;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Something of each kind that a bank has, for others to be after. */
final class VictimData {
    /** What clients choose, to find their own by. */
    private static final Set<String> CHOSEN_BY_CLIENTS = Set.of("correlation_id", "branch_id", "national_id");

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Api bank;

    VictimData(Installation installation, Bank victim) {
        bank = victim.user();
        ids.put("tenant_id", victim.id());
        ids.put("customer_id", made("/customers", """
                {"first_name": "Alice", "last_name": "Johnson", "email": "alice@example.com"}
                """, "customer_id"));
        String account = openAccount();
        ids.put("account_id", account);
        ids.put("from_account_id", account);
        ids.put("to_account_id", openAccount());
        ids.put("transaction_id", made("/transactions/deposit", """
                {"account_id": "%s", "amount": {"amount": "100.00", "currency": "USD"}, "description": "Payroll"}
                """.formatted(account), "transaction_id"));
        ids.put("hold_id", made("/accounts/" + account + "/holds", """
                {"amount": {"amount": "5.00", "currency": "USD"}, "reason": "hotel"}
                """, "hold_id"));
        ids.put(
                "beneficiary_id",
                made("/customers/" + ids.get("customer_id") + "/beneficiaries", """
                {"name": "Bob", "account_number": "77"}
                """, "beneficiary_id"));
        ids.put("key_id", made("/api-keys", """
                {"key_name": "Theirs", "permissions": ["view_account"]}
                """, "key_id"));
        ids.put("role_id", made("/rbac/roles", """
                {"name": "Victims", "description": "of attacks", "permissions": ["view_account"]}
                """, "role_id"));
        ids.put("product_id", made("/products", """
                {"name": "Everyday", "product_type": "checking", "currency": "USD"}
                """, "product_id"));
        VictimLoan.add("", bank, ids);
        ids.put("entity_id", Objects.requireNonNull(ids.get("loan_id")));
        Answer login = installation.login(victim.id(), "admin", Installation.PASSWORD);
        ids.put("session_id", id(login, "session_id"));
        ids.put("user_id", id(login, "user_id"));
    }

    private String openAccount() {
        return made("/accounts", """
                {"customer_id": "%s", "product_type": "checking", "currency": "USD", "name": "Everyday"}
                """.formatted(ids.get("customer_id")), "account_id");
    }

    private String made(String path, String body, String name) {
        return id(bank.post(path, body), name);
    }

    static String id(Answer answer, String name) {
        assertThat(answer.at(name)).as(answer.text()).isNotEmpty();
        return answer.at(name);
    }

    /** By the names under which operations take them. */
    Map<String, String> ids() {
        return ids;
    }

    /** Whether the name is that of an id that the server gives, not of a reference that a client chooses. */
    static boolean isId(String name) {
        return (name.equals("id") || name.endsWith("_id")) && !CHOSEN_BY_CLIENTS.contains(name);
    }

    /** The victim's, which must have something of every kind that an operation takes. */
    String stolen(String name) {
        String kind = !ids.containsKey(name) && name.endsWith("_account_id") ? "account_id" : name;
        return Objects.requireNonNull(ids.get(kind), () -> "the victim has nothing that is named by a " + name);
    }
}
