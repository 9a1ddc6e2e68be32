package io.nexum.gateway.tenant;

import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.tenant.Branding;
import io.nexum.kernel.tenant.QuotaOverrides;
import io.nexum.kernel.tenant.SubscriptionTier;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the bodies that make and change tenants have in common. */
record TenantFields(
        Optional<String> contactEmail,
        Optional<String> contactPhone,
        Optional<String> logoUrl,
        Optional<String> primaryColor,
        Optional<String> emailFromAddress,
        Optional<SubscriptionTier> subscriptionTier,
        Optional<Integer> maxUsers,
        Optional<Integer> maxAccounts,
        Optional<Integer> maxDailyTransactions,
        Optional<Integer> maxHourlyApiCalls,
        Optional<String> databaseSchema,
        Map<String, Object> settings) {
    static final int MAX_NAME_LENGTH = 200;
    static final int MAX_DESCRIPTION_LENGTH = 2_000;

    private static final int MAX_QUOTA = 1_000_000_000;
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,62}");
    private static final Pattern URL = Pattern.compile("https?://[^\\s\"<>\\p{Cntrl}]{1,2000}");
    private static final Pattern COLOR = Pattern.compile("#[0-9A-Fa-f]{3}([0-9A-Fa-f]{3})?");
    private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    /** Names that stand for something else in a path or in front of the domain. */
    private static final Set<String> RESERVED = Set.of("usage-report", "www", "api", "admin");

    static TenantFields read(Fields in) {
        Branding branding = in.object("settings", TenantFields::branding)
                .orElse(Branding.NONE)
                .with(branding(in));
        return new TenantFields(
                in.optional("contact_email", Forms::email),
                in.optional("contact_phone", Forms::phone),
                branding.logoUrl(),
                branding.primaryColor(),
                branding.emailFromAddress(),
                in.optional("subscription_tier", Forms.word(SubscriptionTier.class)),
                in.wholeNumber("max_users", 0, MAX_QUOTA),
                in.wholeNumber("max_accounts", 0, MAX_QUOTA),
                in.wholeNumber("max_daily_transactions", 0, MAX_QUOTA),
                in.wholeNumber(in.sent("max_hourly_api_calls", "max_api_calls_per_hour"), 0, MAX_QUOTA),
                in.optional("database_schema", TenantFields::schema),
                in.remarks("settings").orElse(Map.of()));
    }

    Branding branding() {
        return new Branding(logoUrl, primaryColor, emailFromAddress);
    }

    QuotaOverrides quotas() {
        return new QuotaOverrides(maxUsers, maxAccounts, maxDailyTransactions, maxHourlyApiCalls);
    }

    /** The specification has them beside the settings, the cookbook among them. */
    private static Branding branding(Fields in) {
        return new Branding(
                in.optional("logo_url", TenantFields::url),
                in.optional("primary_color", TenantFields::color),
                in.optional("email_from_address", Forms::email));
    }

    /** A code that an id can be made of. */
    static String code(String text) {
        if (!CODE.matcher(text).matches()) {
            throw new IllegalArgumentException("must be 1 to 63 letters, digits, '_' and '-', a letter first");
        }
        if (RESERVED.contains(TenantId.ofCode(text).value())) {
            throw new IllegalArgumentException("must not be one of "
                    + String.join(", ", RESERVED.stream().sorted().toList()));
        }
        return text;
    }

    private static String url(String text) {
        return matching(URL, text, "must be an address as in https://example.com/logo.png");
    }

    private static String color(String text) {
        return matching(COLOR, text, "must be a colour as in #2563eb");
    }

    private static String schema(String text) {
        return matching(SCHEMA, text, "must be 1 to 63 of a-z, 0-9 and '_', a letter first");
    }

    private static String matching(Pattern form, String text, String wanted) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException(wanted);
        }
        return text;
    }
}
