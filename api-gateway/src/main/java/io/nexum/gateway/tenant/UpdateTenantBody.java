package io.nexum.gateway.tenant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.tenant.TenantChanges;
import io.nexum.kernel.tenant.TenantCommand.UpdateTenant;
import java.util.Optional;

/** What is absent stays as it is; of the settings, too, only those that are sent change. */
record UpdateTenantBody(
        Optional<String> name,
        Optional<String> displayName,
        Optional<String> description,
        @JsonUnwrapped TenantFields more)
        implements Body {
    static UpdateTenantBody read(Fields in) {
        return new UpdateTenantBody(
                in.textIfSent("name", TenantFields.MAX_NAME_LENGTH),
                in.textIfSent("display_name", TenantFields.MAX_NAME_LENGTH),
                in.optionalText("description", TenantFields.MAX_DESCRIPTION_LENGTH),
                TenantFields.read(in));
    }

    UpdateTenant command(TenantId tenant) {
        return new UpdateTenant(
                tenant,
                new TenantChanges(
                        name,
                        displayName,
                        description,
                        more.contactEmail(),
                        more.contactPhone(),
                        more.branding(),
                        more.subscriptionTier(),
                        more.quotas(),
                        more.databaseSchema(),
                        more.settings()));
    }
}
