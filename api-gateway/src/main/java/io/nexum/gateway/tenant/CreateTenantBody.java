package io.nexum.gateway.tenant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.tenant.SubscriptionTier;
import io.nexum.kernel.tenant.TenantCommand.CreateTenant;
import io.nexum.kernel.tenant.TenantProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

record CreateTenantBody(
        String name,
        String code,
        String displayName,
        Optional<String> description,
        @JsonUnwrapped TenantFields more) implements Body {
    static CreateTenantBody read(Fields in) {
        return new CreateTenantBody(
                in.text("name", TenantFields.MAX_NAME_LENGTH),
                in.required("code", TenantFields::code),
                in.text("display_name", TenantFields.MAX_NAME_LENGTH),
                in.optionalText("description", TenantFields.MAX_DESCRIPTION_LENGTH),
                TenantFields.read(in));
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
                        more.branding(),
                        more.subscriptionTier().orElse(defaultTier),
                        more.quotas(),
                        more.databaseSchema(),
                        settings));
    }
}
