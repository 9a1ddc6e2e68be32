package io.nexum.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoldApiTest extends BankApiTest {
    private static Answer place(String account, String amount, String... headers) {
        return api().post("/accounts/" + account + "/holds", """
                {"amount": {"amount": "%s", "currency": "USD"}, "reason": "Hotel deposit"}
                """.formatted(amount), headers);
    }

    private static Answer capture(String account, String hold, String body) {
        return api().post("/accounts/" + account + "/holds/" + hold + "/capture", body);
    }

    @Test
    void a_hold_lessens_what_can_be_spent_and_not_what_is_there() {
        String account = fundedAccount("100.00");
        Answer hold = place(account, "80.00");
        assertThat(hold.status()).isEqualTo(201);
        assertThat(hold.at("status")).isEqualTo("active");
        assertThat(hold.at("available_balance/amount")).isEqualTo("20.00");
        Answer balance = api().get("/accounts/" + account + "/balance");
        assertThat(balance.at("ledger_balance/amount")).isEqualTo("100.00");
        assertThat(balance.at("available_balance/amount")).isEqualTo("20.00");
        assertThat(balance.at("held/amount")).isEqualTo("80.00");
        assertThat(api().post("/transactions/withdraw", depositBody(account, "20.01"))
                        .at("type"))
                .isEqualTo("urn:nexum:problem:insufficient-funds");
    }

    @Test
    void a_hold_is_captured_in_part_and_the_rest_is_free_again() {
        String account = fundedAccount("100.00");
        String hold = place(account, "80.00").at("hold_id");
        Answer captured = capture(account, hold, """
                {"amount": {"amount": "55.00", "currency": "USD"}, "description": "Hotel, two nights"}
                """);
        assertThat(captured.status()).as(captured.text()).isEqualTo(200);
        assertThat(captured.at("amount/amount")).isEqualTo("55.00");
        assertThat(captured.at("hold_id")).isEqualTo(hold);
        assertThat(captured.at("description")).isEqualTo("Hotel, two nights");
        assertThat(api().get("/accounts/" + account + "/balance").at("available_balance/amount"))
                .isEqualTo("45.00");
    }

    @Test
    void a_capture_may_leave_the_rest_held() {
        String account = fundedAccount("100.00");
        String hold = place(account, "80.00").at("hold_id");
        capture(account, hold, """
                {"amount": {"amount": "30.00", "currency": "USD"}, "release_remainder": false}
                """);
        Answer holds = api().get("/accounts/" + account + "/holds?status=active");
        assertThat(holds.at("holds/0/remaining/amount")).isEqualTo("50.00");
        assertThat(holds.at("holds/0/captured/amount")).isEqualTo("30.00");
        Answer rest = capture(account, hold, "{}");
        assertThat(rest.at("amount/amount")).isEqualTo("50.00");
        assertThat(balance(account)).isEqualTo("20.00");
    }

    @Test
    void a_hold_is_never_captured_above_its_amount() {
        String account = fundedAccount("100.00");
        String hold = place(account, "80.00").at("hold_id");
        Answer refused = capture(account, hold, "{\"amount\": {\"amount\": \"80.01\", \"currency\": \"USD\"}}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("type")).isEqualTo("urn:nexum:problem:capture-above-hold");
        assertThat(balance(account)).isEqualTo("100.00");
    }

    @Test
    void a_released_hold_is_over() {
        String account = fundedAccount("100.00");
        String hold = place(account, "80.00").at("hold_id");
        Answer released =
                api().post("/accounts/" + account + "/holds/" + hold + "/release", "{\"reason\": \"paid in cash\"}");
        assertThat(released.status()).isEqualTo(200);
        assertThat(released.at("status")).isEqualTo("released");
        assertThat(released.at("available_balance/amount")).isEqualTo("100.00");
        assertThat(capture(account, hold, "{}").status()).isEqualTo(409);
    }

    @Test
    void a_hold_can_be_tried_without_being_placed() {
        String account = fundedAccount("100.00");
        long before = head();
        Answer tried = api().post("/accounts/" + account + "/holds?dry_run=true", """
                {"amount": {"amount": "80.00", "currency": "USD"}, "reason": "Hotel deposit"}
                """);
        assertThat(tried.status()).isEqualTo(201);
        assertThat(tried.at("available_balance/amount")).isEqualTo("20.00");
        assertThat(tried.header("X-Dry-Run")).contains("true");
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void a_hold_sent_twice_with_its_key_is_placed_once() {
        String account = fundedAccount("100.00");
        String key = UUID.randomUUID().toString();
        Answer first = place(account, "80.00", "Idempotency-Key", key);
        Answer again = place(account, "80.00", "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.at("hold_id")).isEqualTo(first.at("hold_id"));
        assertThat(api().get("/accounts/" + account + "/holds").at("total")).isEqualTo("1");
    }

    @Test
    void an_expiry_in_the_past_and_a_status_that_is_none_are_refused() {
        String account = fundedAccount("100.00");
        Answer refused = api().post("/accounts/" + account + "/holds", """
                {"amount": {"amount": "80.00", "currency": "USD"}, "reason": "x", "expires_at": "2020-01-01T00:00:00Z"}
                """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("errors/0/field")).isEqualTo("expires_at");
        assertThat(api().get("/accounts/" + account + "/holds?status=lost").at("errors/0/field"))
                .isEqualTo("status");
    }
}
