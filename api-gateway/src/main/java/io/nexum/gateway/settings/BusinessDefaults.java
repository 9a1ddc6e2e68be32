package io.nexum.gateway.settings;

import io.nexum.kernel.RefusedException;
import io.nexum.kernel.tenant.TenantSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rules of business that hold for every bank which hasn't set its own. */
final class BusinessDefaults {
    /** The names that a tenant sets the same by. */
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("NEXUM_DEFAULT_CURRENCY", "default_currency");
        NAMES.put("NEXUM_MAX_DAILY_TRANSACTION_LIMIT", "max_daily_transaction_limit");
        NAMES.put("NEXUM_MIN_ACCOUNT_BALANCE", "min_account_balance");
        NAMES.put("NEXUM_KYC_TIER_REQUIRED", "kyc_tier_required");
        NAMES.put("NEXUM_LOAN_GRACE_PERIOD_DAYS", "grace_period_days");
    }

    static final List<Setting> ALL = List.of(
            new Setting("NEXUM_DEFAULT_CURRENCY", "", "the currency of the limits below, as `USD`"),
            new Setting(
                    "NEXUM_MAX_DAILY_TRANSACTION_LIMIT",
                    "",
                    "the most that may leave a new account in the default currency on a day"),
            new Setting("NEXUM_MIN_ACCOUNT_BALANCE", "", "what must stay on a new account in the default currency"),
            new Setting(
                    "NEXUM_KYC_TIER_REQUIRED",
                    "",
                    "the least tier of a customer who opens an account or asks for a loan, as `tier_1`"),
            new Setting(
                    "NEXUM_LOAN_GRACE_PERIOD_DAYS",
                    "",
                    "days after the due day before an instalment is late, 0 to 366, where neither loan nor product"
                            + " says it"));

    private BusinessDefaults() {}

    static TenantSettings read(Variables variables) {
        Map<String, Object> sent = new LinkedHashMap<>();
        NAMES.forEach((variable, name) -> variables
                .optional(variable, text -> text.toLowerCase(Locale.ROOT), "a value of a bank's setting " + name)
                .ifPresent(text ->
                        sent.put(name, name.equals("default_currency") ? text.toUpperCase(Locale.ROOT) : text)));
        try {
            return TenantSettings.of(sent);
        } catch (RefusedException e) {
            variables.wrong(e.refusal().detail());
            return TenantSettings.NONE;
        }
    }
}
