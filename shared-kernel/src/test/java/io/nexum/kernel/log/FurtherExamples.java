package io.nexum.kernel.log;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The examples of {@link EventExamples} with other fields filled: those that came later, and those that exclude others. A
 * golden file is never changed, so that each has a file of its own.
 */
final class FurtherExamples {
    private static final String SCALE = """
            {"tiers":[{"up_to":{"amount":"100.00","currency":"USD"},"fixed":{"amount":"1.00","currency":"USD"},"rate":"0"},
             {"fixed":{"amount":"0.50","currency":"USD"},"rate":"0.01"}],
             "at_least":{"amount":"1.00","currency":"USD"},"at_most":{"amount":"20.00","currency":"USD"}}""";
    private static final String FEES = """
            [{"name":"Early","event":"closing","scale":%1$s,"condition":"closed_within_days","within_days":90,
              "frequency":"one_time"},
             {"name":"Small","event":"maintenance","scale":%1$s,"condition":"balance_below",
              "threshold":{"amount":"50.00","currency":"USD"},"frequency":"monthly"}]""".formatted(SCALE);
    private static final String LINES = """
            [{"account":"1010","side":"debit","amount":{"amount":"12.50","currency":"USD"}},
             {"account":"1101","sub_account":"0199f0a2-5b1e-7c43-9d58-3f6a2b8c1d0c","side":"credit","amount":{"amount":"12.50","currency":"USD"}}]""";
    private static final String ACCOUNTS = "{\"fee_income\":\"4021\"}";

    private final Map<String, DomainEvent> all = new TreeMap<>();

    private FurtherExamples() {}

    /** By the names of their files: the type, and after a dash what is told. */
    static Map<String, DomainEvent> byName() {
        FurtherExamples further = new FurtherExamples();
        further.addOutlooks();
        further.addLoans();
        further.addProducts();
        further.add("account.interest_accrued.v1-sub_account", Map.of("/lines/0/sub_account", "\"cost centre 7\""));
        further.add("account.product_assigned.v1-limits", Map.of("/limits", """
                {"minimum_balance":{"amount":"5.00","currency":"USD"},"overdraft_limit":{"amount":"100.00","currency":"USD"},
                 "daily":{"amount":"500.00","currency":"USD"},"monthly":{"amount":"5000.00","currency":"USD"},
                 "low_balance_alert":{"amount":"10.00","currency":"USD"}}"""));
        for (String tenant : new String[] {"tenant.created.v1", "tenant.updated.v1"}) {
            further.add(tenant + "-hourly_api_calls", Map.of("/profile/overrides/hourly_api_calls", "40000"));
        }
        return further.all;
    }

    private void addOutlooks() {
        String outlook = example("loan.interest_accrued.v1").get("outlook").toString();
        for (String type : EventExamples.byType().keySet()) {
            if (example(type).path("after").isObject()) {
                add(type + "-outlook", Map.of("/after/outlook", outlook));
            }
        }
    }

    private void addLoans() {
        add("loan.payment_received.v1-late", Map.of("/split/days_late", "3"));
        add("loan.goodwill_given.v1-late", Map.of("/split/days_late", "3", "/entry/excess", "\"shorter_term\""));
        add("loan.interest_paused.v1-lines", Map.of("/lines", LINES));
        add("loan.rate_changed.v1-lines", Map.of("/lines", LINES));
        add(
                "loan.applied.v2-custom",
                Map.of(
                        "/agreement/late/fee",
                        SCALE,
                        "/agreement/origination_fee",
                        SCALE,
                        "/agreement/terms/plan",
                        """
                        {"frequency":{"every":1,"unit":"months"},"payments":2,"month_end":"clamp",
                         "working_days":{"rule":"none","calendar":{"working_days":["monday"],"holidays":["2026-12-25"]},
                          "interest_dates":"unadjusted"},
                         "dates":["2026-06-30","2026-09-30"]}""",
                        "/agreement/terms/repayment",
                        """
                        {"amortization":"custom","principal_grace":0,"interest_grace":0,"down_payment_percent":0,
                         "principals":[{"amount":"400.00","currency":"USD"},{"amount":"600.00","currency":"USD"}]}"""));
    }

    private void addProducts() {
        JsonNode deposit = example("product.created.v1").get("conditions");
        ObjectNode loan = (ObjectNode) example("product.changed.v1").get("conditions");
        ObjectNode terms = (ObjectNode) loan.get("loan");
        terms.set("fees", Json.tree(FEES));
        terms.set("late_fee", Json.tree(SCALE));
        terms.set("origination_fee", Json.tree(SCALE));
        terms.set("gl_accounts", Json.tree(ACCOUNTS));
        String creditLine = """
                {"name":"Card","description":"","code":"CRD1","type":"credit_line","currency":"USD",
                 "kyc_tier_required":"tier_1","features":{"contactless":true},
                 "credit_line":{"annual_rate":"0.19","credit_limit":{"amount":"5000.00","currency":"USD"},
                  "day_count":"actual_365","grace_days":21,"late_fee":%1$s,"over_limit_fee":%1$s,
                  "minimum_payment_rate":"0.02","minimum_payment":{"amount":"25.00","currency":"USD"},
                  "fees":%2$s,"gl_accounts":%3$s}}""".formatted(SCALE, FEES, ACCOUNTS);
        add("product.changed.v1-deposit", Map.of("/conditions", deposit.toString()));
        for (String product : new String[] {"product.created.v1", "product.changed.v1"}) {
            add(product + "-loan", Map.of("/conditions", loan.toString()));
            add(product + "-credit_line", Map.of("/conditions", creditLine));
        }
    }

    /** @param fields what is other than in the type's example, as JSON by its pointer */
    private void add(String name, Map<String, String> fields) {
        String type = typeOf(name);
        ObjectNode event = example(type);
        new LinkedHashMap<>(fields).forEach((place, json) -> {
            JsonPointer pointer = JsonPointer.compile(place);
            JsonNode parent = event.at(pointer.head());
            if (parent instanceof ArrayNode array) {
                array.set(pointer.last().getMatchingIndex(), Json.tree(json));
            } else {
                ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), Json.tree(json));
            }
        });
        all.put(name, EventCodec.decode(type, Json.bytes(event)));
    }

    static String typeOf(String name) {
        return name.replaceFirst("-.*", "");
    }

    private static ObjectNode example(String type) {
        return (ObjectNode) Json.tree(
                EventCodec.encode(Objects.requireNonNull(EventExamples.byType().get(type))));
    }
}
