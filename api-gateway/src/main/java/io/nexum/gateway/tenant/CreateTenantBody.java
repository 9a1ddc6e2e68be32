package io.nexum.gateway.tenant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Checked;
import io.nexum.gateway.request.Request;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.tenant.SubscriptionTier;
import io.nexum.kernel.tenant.TenantCommand.CreateTenant;
import io.nexum.kernel.tenant.TenantProfile;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** @param code that the tenant's id is made of */
record CreateTenantBody(
        @Size(max = TenantFields.MAX_NAME_LENGTH) String name,

        @Pattern(
                regexp = "[A-Za-z][A-Za-z0-9_-]{0,62}",
                message = "must be 1 to 63 letters, digits, '_' and '-', a letter first")
        String code,

        @Size(max = TenantFields.MAX_NAME_LENGTH) String displayName,
        Optional<@Size(max = TenantFields.MAX_DESCRIPTION_LENGTH) String> description,
        @JsonUnwrapped TenantFields more)
        implements Request, Checked {
    /** Names that stand for something else in a path or in front of the domain. */
    private static final Set<String> RESERVED = Set.of("usage-report", "www", "api", "admin");

    @Override
    public void check(ValidationErrors errors) {
        if (RESERVED.contains(TenantId.ofCode(code).value())) {
            errors.reject("code", "must not be one of " + String.join(", ", new TreeSet<>(RESERVED)));
        }
    }

    /** @param defaultTier for a tenant that none was chosen for */
    CreateTenant command(SubscriptionTier defaultTier) {
        Map<String, Object> settings = new LinkedHashMap<>(more.settings());
        settings.values().removeIf(Objects::isNull);
        return new CreateTenant(
                TenantId.ofCode(code),
                code,
                new TenantProfile(
                        name,
                        displayName,
                        description.orElse(""),
                        more.contactEmail(),
                        more.contactPhone(),
                        more.allBranding(),
                        more.subscriptionTier().orElse(defaultTier),
                        more.quotas().overrides(),
                        more.databaseSchema(),
                        settings));
    }
}
