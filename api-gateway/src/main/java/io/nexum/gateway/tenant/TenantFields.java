package io.nexum.gateway.tenant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Checked;
import io.nexum.gateway.request.Converters;
import io.nexum.gateway.request.Default;
import io.nexum.gateway.request.EmailAddress;
import io.nexum.gateway.request.Name;
import io.nexum.gateway.request.PhoneNumber;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.tenant.Branding;
import io.nexum.kernel.tenant.QuotaOverrides;
import io.nexum.kernel.tenant.SubscriptionTier;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;

/**
 * What the bodies that make and change tenants have in common.
 *
 * @param branding the specification has it beside the settings, the cookbook among them; what stands beside them counts
 *     first
 */
record TenantFields(
        Optional<@NotBlank @EmailAddress String> contactEmail,
        Optional<@NotBlank @PhoneNumber String> contactPhone,
        @JsonUnwrapped BrandingFields branding,
        Optional<SubscriptionTier> subscriptionTier,
        @JsonUnwrapped QuotaFields quotas,

        Optional<
                        @NotBlank
                        @Pattern(
                                regexp = "[a-z][a-z0-9_]{0,62}",
                                message = "must be 1 to 63 of a-z, 0-9 and '_', a letter first")
                        String>
                databaseSchema,

        @Default("{}") Map<String, Object> settings)
        implements Checked {
    static final int MAX_NAME_LENGTH = 200;
    static final int MAX_DESCRIPTION_LENGTH = 2_000;
    private static final int MAX_QUOTA = 1_000_000_000;

    /** How a tenant shows itself. */
    record BrandingFields(
            Optional<
                            @NotBlank
                            @Pattern(
                                    regexp = "https?://[^\\s\"<>\\p{Cntrl}]{1,2000}",
                                    message = "must be an address as in https://example.com/logo.png")
                            String>
                    logoUrl,

            Optional<
                            @NotBlank
                            @Pattern(
                                    regexp = "#[0-9A-Fa-f]{3}([0-9A-Fa-f]{3})?",
                                    message = "must be a colour as in #2563eb")
                            String>
                    primaryColor,

            Optional<@NotBlank @EmailAddress String> emailFromAddress) {
        private Branding branding() {
            return new Branding(logoUrl, primaryColor, emailFromAddress);
        }
    }

    /** How much a tenant may use, where it differs from its tier. */
    record QuotaFields(
            Optional<@Range(min = 0, max = MAX_QUOTA) Integer> maxUsers,
            Optional<@Range(min = 0, max = MAX_QUOTA) Integer> maxAccounts,
            Optional<@Range(min = 0, max = MAX_QUOTA) Integer> maxDailyTransactions,

            @Name({"max_hourly_api_calls", "max_api_calls_per_hour"})
            Optional<@Range(min = 0, max = MAX_QUOTA) Integer> maxHourlyApiCalls) {
        QuotaOverrides overrides() {
            return new QuotaOverrides(maxUsers, maxAccounts, maxDailyTransactions, maxHourlyApiCalls);
        }
    }

    @Override
    public void check(ValidationErrors errors) {
        brandingInSettings(errors);
    }

    Branding allBranding() {
        return brandingInSettings(new ValidationErrors())
                .map(BrandingFields::branding)
                .orElse(Branding.NONE)
                .with(branding.branding());
    }

    private Optional<BrandingFields> brandingInSettings(ValidationErrors errors) {
        return Converters.of(BrandingFields.class).convert(Json.tree(Json.bytes(settings)), errors.at("settings"));
    }
}
