package io.nexum.gateway.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What parameters mean that have the same name, and mean the same, on many routes. A route's own words come first. */
final class ParameterWords {
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("account", "the code of a ledger account"),
            Map.entry("accrual_date", "the day whose interest is accrued; without it, the bank's day"),
            Map.entry("amount", "a decimal number of plain digits"),
            Map.entry("as_of", "as it was at the end of this day; without it, as it is now"),
            Map.entry("at", "as it was at this moment"),
            Map.entry("base", "the currency that one unit of is priced, a code of ISO 4217"),
            Map.entry("basis", "the date by which entries are counted"),
            Map.entry("code", "the ledger account's code in the chart of accounts"),
            Map.entry("currency", "a code of ISO 4217"),
            Map.entry("date", "the day of the payoff; without it, the bank's day"),
            Map.entry("days", "for how many days"),
            Map.entry("disbursement_account_id", "the account that the money is paid out to"),
            Map.entry("email", "the whole address, in any letter case"),
            Map.entry("end_date", "the last day of the span"),
            Map.entry("entity_id", "the id of the account, the loan or whatever it is"),
            Map.entry("event_type", "what happens that a fee may be charged for"),
            Map.entry("format", "json or csv"),
            Map.entry("from", "the first of the span; it counts"),
            Map.entry("good_through", "the last day on which the quoted amount is enough"),
            Map.entry("initial_deposit", "a decimal number of plain digits"),
            Map.entry("intended_use", "what the customer wants the product for"),
            Map.entry("is_active", "only those that are active, or only those that are not"),
            Map.entry("month", "the month, 1 to 12; without it, the one before the bank's day"),
            Map.entry("overdue", "only loans with something overdue, or only those without"),
            Map.entry("payoff_date", "the same as date"),
            Map.entry("period", "a month, as in 2026-01"),
            Map.entry("phone", "the number, in international form"),
            Map.entry("position", "as it was when the log ended at this position"),
            Map.entry("preview", "true answers the new plan and changes nothing"),
            Map.entry("product_code", "the product's own code"),
            Map.entry("product_type", "only those of this type"),
            Map.entry("quote", "the currency that the price is in, a code of ISO 4217"),
            Map.entry("risk_score", "the customer's score"),
            Map.entry("role", "only users who have this role"),
            Map.entry("start_date", "the first day of the span"),
            Map.entry("state", "only those in this state"),
            Map.entry("status", "only those of this status"),
            Map.entry("step", "the step of the day's close"),
            Map.entry("sub_account", "only entries of this customer account"),
            Map.entry("to", "the last of the span; it counts"),
            Map.entry("wait", "true waits until the days are closed, false doesn't wait at all"),
            Map.entry("year", "the year; without it, the one of the month before the bank's day"));

    private ParameterWords() {}

    static void describe(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getDescription() == null)
                    .forEach(parameter -> parameter.setDescription(meaning(parameter)));
        }
    }

    private static @Nullable String meaning(Parameter parameter) {
        String name = parameter.getName();
        String known = MEANINGS.get(name);
        return known == null && name.endsWith("_id")
                ? "the id of the "
                        + name.substring(0, name.length() - "_id".length()).replace('_', ' ')
                : known;
    }
}
