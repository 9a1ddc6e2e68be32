package io.nexum.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditApiTest extends BankApiTest {
    @Test
    void an_account_s_life_is_found_by_entity_type_user_and_time() {
        String account = fundedAccount("10.00");
        String mine = "/audit/events?entity_type=account&entity_id=" + account;
        Answer events = api().get(mine);
        assertThat(events.status()).as(events.text()).isEqualTo(200);
        assertThat(events.at("total")).isEqualTo("2");
        assertThat(events.at("events/1/event_type")).startsWith("account.opened");
        assertThat(events.at("events/0/user")).isEqualTo("admin");
        assertThat(events.at("events/0/hash")).matches("[0-9a-f]{64}");
        assertThat(events.json().get("events").get(0).get("position").asLong())
                .isGreaterThan(
                        events.json().get("events").get(1).get("position").asLong());
        assertThat(api().get(mine + "&type=account.opened").at("total")).isEqualTo("1");
        assertThat(api().get(mine + "&event_type=account.opened").at("total")).isEqualTo("1");
        assertThat(api().get(mine + "&user=admin&since=2020-01-01").at("total")).isEqualTo("2");
        assertThat(api().get(mine + "&user=nobody").at("total")).isEqualTo("0");
        assertThat(api().get(mine + "&until=2020-01-01").at("total")).isEqualTo("0");
        assertThat(api().get(mine + "&limit=1&skip=1").json().get("events").size())
                .isEqualTo(1);
    }

    @Test
    void all_that_one_request_caused_is_found_by_its_correlation() {
        String from = fundedAccount("10.00");
        String to = account("USD");
        String correlation = "test-" + UUID.randomUUID();
        api().post("/transactions/transfer", """
                {"from_account_id": "%s", "to_account_id": "%s", "amount": {"amount": "1", "currency": "USD"},
                 "description": "x"}
                """.formatted(from, to), "X-Correlation-ID", correlation);
        Answer events = api().get("/audit/events?correlation_id=" + correlation);
        assertThat(events.json().get("events").findValuesAsString("entity_id")).containsExactlyInAnyOrder(from, to);
    }

    @Test
    void the_chain_is_whole() {
        fundedAccount("10.00");
        Answer report = api().get("/audit/integrity");
        assertThat(report.status()).as(report.text()).isEqualTo(200);
        assertThat(report.json().get("valid").asBoolean()).isTrue();
        assertThat(report.at("from")).isEqualTo("1");
        assertThat(report.json().get("to").asLong()).isEqualTo(head());
        assertThat(api().get("/audit/integrity?from=2&to=3").at("events_checked"))
                .isEqualTo("2");
    }

    @Test
    void an_account_and_the_books_are_told_as_they_were() {
        String account = fundedAccount("10.00");
        long position = head();
        deposit(account, "5.00");
        Answer then = api().get("/audit/replay/accounts/" + account + "?position=" + position);
        assertThat(then.status()).as(then.text()).isEqualTo(200);
        assertThat(then.at("account/balance/amount")).isEqualTo("10.00");
        Answer now = api().get("/audit/replay/accounts/" + account);
        assertThat(now.at("account/balance/amount")).isEqualTo("15.00");
        Answer books = api().get("/audit/replay/trial-balance?position=" + position);
        assertThat(books.json().get("trial_balance").get("balanced").asBoolean())
                .isTrue();
        assertThat(books.json().get("trial_balance").get("rows"))
                .isEqualTo(api().get("/ledger/trial-balance?position=" + position)
                        .json()
                        .get("rows"));
    }

    @ParameterizedTest
    @CsvSource({
        "/audit/events?since=soon, since",
        "/audit/events?limit=500, limit",
        "/audit/integrity?from=x, from",
        "/audit/replay/trial-balance?position=x, position",
        "/audit/replay/trial-balance?at=x, at"
    })
    void a_bad_parameter_is_named(String route, String field) {
        Answer refused = api().get(route);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("errors/0/field")).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"/audit/replay/accounts/x", "/audit/replay/accounts/5c1f36b2-6b62-4b8e-9f5e-2f3c7a2f0001"})
    void an_unknown_account_is_not_replayed(String route) {
        assertThat(api().get(route).status()).isEqualTo(404);
    }
}
