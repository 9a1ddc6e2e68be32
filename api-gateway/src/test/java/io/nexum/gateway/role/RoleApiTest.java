package io.nexum.gateway.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.user.People;
import io.nexum.gateway.user.People.Person;
import org.junit.jupiter.api.Test;

class RoleApiTest extends BankApiTest {
    /** A role that moves up to an amount of US dollars at once. */
    private static String cashier(String most) {
        String name = People.freshName();
        Answer created = api().post("/rbac/roles", """
                {"name": "%s", "description": "Takes cash", "permissions": ["create_transaction", "VIEW_TRANSACTION"],
                 "max_transaction_amount": {"amount": "%s", "currency": "USD"}}
                """.formatted(name, most));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.at("role_id");
    }

    private static Answer deposit(Person by, String account, String amount, String currency) {
        return by.api().post("/transactions/deposit", """
                {"account_id": "%s", "amount": {"amount": "%s", "currency": "%s"}, "description": "cash"}
                """.formatted(account, amount, currency));
    }

    @Test
    void every_bank_has_the_eight_built_in_roles() {
        Answer roles = api().get("/rbac/roles?limit=8");
        assertThat(roles.json().get("roles").findValuesAsString("name"))
                .containsExactly(
                        "ADMIN",
                        "BRANCH_MANAGER",
                        "LOAN_OFFICER",
                        "TELLER",
                        "AUDITOR",
                        "COMPLIANCE_OFFICER",
                        "COLLECTOR",
                        "READ_ONLY");
        assertThat(roles.json().get("roles").values())
                .allSatisfy(role ->
                        assertThat(role.get("is_system_role").booleanValue()).isTrue());
        assertThat(api().get("/rbac/roles/Branch%20Manager").at("role_id")).isEqualTo("branch_manager");
        assertThat(api().send("DELETE", "/rbac/roles/teller", "").status()).isEqualTo(400);
        assertThat(api().put("/rbac/roles/teller", "{\"permissions\": [\"view_account\"]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_role_is_made_changed_and_deleted() {
        String role = cashier("100.00");
        Answer changed = api().put("/rbac/roles/" + role, "{\"description\": \"Takes more cash\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("description")).isEqualTo("Takes more cash");
        assertThat(changed.at("max_transaction_amount/amount")).isEqualTo("100.00");

        Person holder = People.with(role);
        assertThat(api().send("DELETE", "/rbac/roles/" + role, "").status()).isEqualTo(400);
        assertThat(api().send("DELETE", "/rbac/users/" + holder.id() + "/roles/" + role, "")
                        .status())
                .isEqualTo(200);
        assertThat(api().send("DELETE", "/rbac/roles/" + role, "").status()).isEqualTo(200);
        assertThat(api().get("/rbac/roles/" + role).status()).isEqualTo(404);
    }

    @Test
    void a_role_that_can_t_be_right_is_refused_by_each_field() {
        Answer refused = api().post("/rbac/roles", """
                {"name": "über", "description": "", "permissions": ["fly"],
                 "max_transaction_amount": {"amount": "-1", "currency": "USD"}}
                """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("name", "description", "permissions", "max_transaction_amount.amount");
        assertThat(api().post("/rbac/roles", """
                {"name": "Teller", "description": "again", "permissions": []}
                """).status()).isEqualTo(409);
    }

    @Test
    void nobody_moves_more_at_once_than_the_most_generous_of_their_roles_allows() {
        String account = account("USD");
        Person cashier = People.with(cashier("100.00"), "read_only");

        Answer refused = deposit(cashier, account, "100.01", "USD");
        assertThat(refused.status()).as(refused.text()).isEqualTo(403);
        assertThat(refused.at("type")).endsWith(":above-limit");
        assertThat(deposit(cashier, account, "100.00", "USD").status()).isEqualTo(200);
        assertThat(deposit(cashier, account("EUR"), "1.00", "EUR").at("type")).endsWith(":above-limit");

        api().post("/rbac/users/" + cashier.id() + "/roles/" + cashier("500.00"), "");
        assertThat(deposit(cashier, account, "500.00", "USD").status()).isEqualTo(200);
        assertThat(deposit(cashier, account, "500.01", "USD").status()).isEqualTo(403);
        assertThat(balance(account)).isEqualTo("600.00");
    }

    @Test
    void a_limit_holds_for_every_way_of_moving_money() {
        String from = fundedAccount("1000.00");
        String to = account("USD");
        Person cashier = People.with(cashier("100.00"));
        long before = head();
        String withdrawal = """
                {"account_id": "%s", "amount": {"amount": "101.00", "currency": "USD"}, "description": "x"}
                """.formatted(from);
        assertThat(cashier.api().post("/transactions/withdraw", withdrawal).status())
                .isEqualTo(403);
        String transfer = """
                {"from_account_id": "%s", "to_account_id": "%s", "amount": {"amount": "101.00", "currency": "USD"},
                 "description": "x"}
                """.formatted(from, to);
        assertThat(cashier.api().post("/transactions/transfer", transfer).status())
                .isEqualTo(403);
        assertThat(cashier.api()
                        .post("/transactions/transfer?dry_run=true", transfer)
                        .status())
                .isEqualTo(403);
        assertThat(head()).isEqualTo(before);
        assertThat(cashier.api()
                        .post("/transactions/transfer", transfer.replace("101.00", "99.00"))
                        .status())
                .isEqualTo(200);
    }
}
