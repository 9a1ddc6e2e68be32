package io.nexum.gateway.loan;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Asks for schedules, and reads them line by line. */
final class Previews extends BankApiTest {
    private static final String ROUTE = "/loans/schedule/preview";

    private Previews() {}

    static String loan(String principal, String date, int payments) {
        return """
                "principal_amount": {"amount": "%s", "currency": "USD"}, "disbursement_date": "%s",
                "number_of_payments": %d
                """.formatted(principal, date, payments);
    }

    static String rate(String rate) {
        return ", \"annual_interest_rate\": \"" + rate + "\"";
    }

    static Answer preview(String fields) {
        return preview(api(), fields);
    }

    static Answer preview(Api api, String fields) {
        return api.post(ROUTE, "{" + fields + "}");
    }

    /** As in {@code 1,2024-02-01,16.25,1.00,17.25,83.75}. */
    static List<String> lines(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<String> lines = new ArrayList<>();
        for (JsonNode line : answer.json().get("schedule").values()) {
            lines.add(String.join(
                    ",",
                    line.get("payment_number").asString(),
                    line.get("payment_date").asString(),
                    line.at("/principal_amount/amount").asString(),
                    line.at("/interest_amount/amount").asString(),
                    line.at("/payment_amount/amount").asString(),
                    line.at("/remaining_balance/amount").asString()));
        }
        return lines;
    }
}
