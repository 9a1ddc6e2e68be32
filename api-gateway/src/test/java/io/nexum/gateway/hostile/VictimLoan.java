package io.nexum.gateway.hostile;

import io.nexum.gateway.Api;
import java.util.Map;

/** A loan of a victim's own, as far in its life as an operation asks for. */
public final class VictimLoan {
    private VictimLoan() {}

    /**
     * @param operation what is to be done to it, as the end of its path; empty for a loan with a payment
     * @param ids of its customer and an account; the loan's own are added
     */
    public static void add(String operation, Api admin, Map<String, String> ids) {
        boolean asked = operation.endsWith("/approve") || operation.endsWith("/originate");
        String loan = Targets.made(admin, "/loans", """
                {
                  "customer_id": "%s",
                  "terms": {
                    "principal_amount": {"amount": "1200.00", "currency": "USD"},
                    "annual_interest_rate": "0.12",
                    "term_months": 12,
                    "disbursement_date": "2026-01-01",
                    "first_payment_date": "2026-02-01"
                  },
                  "currency": "USD",
                  "originate": %s
                }
                """.formatted(ids.get("customer_id"), !asked), "loan_id");
        String path = "/loans/" + loan;
        ids.put("loan_id", loan);
        ids.put("source_account_id", String.valueOf(ids.get("account_id")));
        if (operation.endsWith("/originate")) {
            Targets.made(admin, path + "/approve", "{\"reason\": \"known\"}", "loan_id");
        }
        if (asked || operation.endsWith("/disburse") || operation.endsWith("/cancel")) {
            return;
        }
        Targets.made(admin, path + "/disburse", "{\"disbursement_date\": \"2026-01-01\"}", "loan_id");
        ids.put("payment_id", Targets.made(admin, path + "/payments", """
                {"amount": {"amount": "106.62", "currency": "USD"}, "payment_date": "2026-02-01"}
                """, "payment_id"));
    }
}
