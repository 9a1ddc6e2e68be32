package io.nexum.gateway.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /transactions} as the cookbook sends it. */
class OrderApiTest extends BankApiTest {
    @Test
    void the_cookbook_s_qr_payment_is_made() {
        String payer = fundedAccount("100.00");
        String merchant = account("USD");
        Answer answer = api().post("/transactions", """
                {"transaction_type": "payment", "from_account_id": "%s", "to_account_id": "%s",
                 "amount": {"amount": "4.50", "currency": "USD"},
                 "description": "QR Payment: Coffee Corner - Latte", "channel": "mobile",
                 "reference": "QR_550e8400-e29b-41d4-a716-446655440000",
                 "metadata": {"payment_method": "qr_code", "qr_id": "550e8400-e29b-41d4-a716-446655440000",
                              "merchant_id": "merch_coffee_corner_001"}}
                """.formatted(payer, merchant));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("transaction_id")).isNotEmpty();
        assertThat(answer.at("transaction_type")).isEqualTo("payment");
        assertThat(answer.at("metadata/payment_method")).isEqualTo("qr_code");
        assertThat(balance(merchant)).isEqualTo("4.50");
    }

    @Test
    void the_cookbook_s_textbook_purchase_earns_its_cashback() {
        String student = fundedAccount("300.00");
        Answer purchase = api().post("/transactions", """
                {"transaction_type": "debit", "from_account_id": "%s",
                 "amount": {"amount": "250.00", "currency": "USD"},
                 "description": "University Bookstore - Textbooks", "channel": "debit_card",
                 "metadata": {"merchant_category": "bookstores", "merchant_name": "University Bookstore",
                              "card_present": true}}
                """.formatted(student));
        assertThat(purchase.status()).as(purchase.text()).isEqualTo(200);
        assertThat(purchase.at("status")).isEqualTo("completed");
        assertThat(purchase.at("transaction_type")).isEqualTo("debit");
        assertThat(purchase.at("type")).isEqualTo("withdrawal");
        assertThat(purchase.at("account_id")).isEqualTo(student);
        assertThat(purchase.at("channel")).isEqualTo("debit_card");

        Answer cashback = api().post("/transactions", """
                {"transaction_type": "credit", "to_account_id": "%s",
                 "amount": {"amount": "12.50", "currency": "USD"},
                 "description": "Cashback reward - bookstores", "reference": "CASHBACK_%s", "channel": "system",
                 "metadata": {"cashback_reward": true, "source_transaction_id": "%s", "category": "bookstores",
                              "cashback_rate": "0.05"}}
                """.formatted(
                        student, purchase.at("transaction_id"), purchase.at("transaction_id")));
        assertThat(cashback.status()).as(cashback.text()).isEqualTo(200);
        assertThat(balance(student)).isEqualTo("62.50");

        String today = cashback.at("booking_date");
        Answer earned = api().get("/transactions?account_id=" + student
                + "&transaction_type=credit&description_contains=Cashback%20reward%20-%20bookstores&since=" + today);
        assertThat(earned.at("total")).as(earned.text()).isEqualTo("1");
        assertThat(earned.at("transactions/0/amount/amount")).isEqualTo("12.50");
    }

    @Test
    void the_cookbook_s_fraud_monitor_finds_what_it_asks_for() {
        String sender = fundedAccount("100.00");
        String recipient = account("USD");
        String velocity = "/transactions?account_id=" + sender + "&since=2020-02-19T15:32:00.123456&status=completed";
        String known = "/transactions?from_account_id=" + sender + "&to_account_id=" + recipient + "&limit=1";
        assertThat(api().get(velocity).json().get("transactions").size()).isEqualTo(1);
        assertThat(api().get(known).json().get("transactions").size()).isZero();
        api().post("/transactions/transfer", """
                {"from_account_id": "%s", "to_account_id": "%s", "amount": {"amount": "1.00", "currency": "USD"},
                 "description": "Lunch", "reference": "L-1"}
                """.formatted(sender, recipient));
        assertThat(api().get(known).json().get("transactions").size()).isEqualTo(1);
        assertThat(api().get(velocity).at("total")).isEqualTo("2");
        assertThat(api().get(velocity + "&until=2020-02-20").at("total")).isEqualTo("0");
        String mine = "/transactions?account_id=" + sender;
        assertThat(api().get(mine + "&transaction_type=debit").at("total")).isEqualTo("1");
        assertThat(api().get(mine + "&transaction_type=transfer").at("total")).isEqualTo("1");
        assertThat(api().get(mine + "&transaction_type=deposit").at("total")).isEqualTo("1");
        assertThat(api().get(mine + "&reference=L-1").at("total")).isEqualTo("1");
        assertThat(api().get(mine + "&description_contains=LUNCH").at("total")).isEqualTo("1");
        assertThat(api().get(mine + "&status=pending").at("total")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "deposit, to_account_id, 110.00",
        "deposit, account_id, 110.00",
        "withdrawal, account_id, 90.00",
        "withdrawal, from_account_id, 90.00",
        "fee, from_account_id, 90.00",
        "credit, account_id, 110.00"
    })
    void an_order_of_one_account_names_it_by_either_field(String type, String field, String balance) {
        String account = fundedAccount("100.00");
        Answer answer = api().post("/transactions", """
                {"transaction_type": "%s", "%s": "%s", "amount": {"amount": 10, "currency": "USD"}, "description": "x"}
                """.formatted(type, field, account));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(balance(account)).isEqualTo(balance);
    }

    @Test
    void every_bad_field_of_an_order_is_named_at_once() {
        Answer refused = api().post("/transactions", """
                {"transaction_type": "payment", "from_account_id": "acc_alice_wallet_001", "account_id": "x",
                 "amount": {"amount": "1.001", "currency": "USD"}, "channel": "pigeon", "value_date": "soon"}
                """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "from_account_id", "to_account_id", "amount.amount", "description", "channel", "value_date");
        assertThat(api().post("/transactions", "{\"transaction_type\": \"gift\"}")
                        .at("errors/0/field"))
                .isEqualTo("transaction_type");
    }

    @ParameterizedTest
    @CsvSource({
        "account_id=x, account_id",
        "transaction_type=gift, transaction_type",
        "status=lost, status",
        "since=soon, since",
        "until=2026-13-01, until",
        "from_account_id=1, from_account_id"
    })
    void a_bad_filter_is_named(String parameter, String field) {
        Answer refused = api().get("/transactions?" + parameter);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("errors/0/field")).isEqualTo(field);
    }
}
