package io.nexum.gateway.tenant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Request;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.tenant.TenantChanges;
import io.nexum.kernel.tenant.TenantCommand.UpdateTenant;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** What is absent stays as it is; of the settings, too, only those that are sent change. */
record UpdateTenantBody(
        Optional<@NotBlank @Size(max = TenantFields.MAX_NAME_LENGTH) String> name,
        Optional<@NotBlank @Size(max = TenantFields.MAX_NAME_LENGTH) String> displayName,
        Optional<@Size(max = TenantFields.MAX_DESCRIPTION_LENGTH) String> description,
        @JsonUnwrapped TenantFields more)
        implements Request {
    UpdateTenant command(TenantId tenant) {
        return new UpdateTenant(
                tenant,
                new TenantChanges(
                        name,
                        displayName,
                        description,
                        more.contactEmail(),
                        more.contactPhone(),
                        more.allBranding(),
                        more.subscriptionTier(),
                        more.quotas().overrides(),
                        more.databaseSchema(),
                        more.settings()));
    }
}
