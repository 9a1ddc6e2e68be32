package io.nexum.command.tenant;

import io.nexum.command.CommandHandler;
import io.nexum.command.Workspace;
import io.nexum.command.tenant.TenantState.Known;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.tenant.TenantCommand;
import io.nexum.kernel.tenant.TenantCommand.ActivateTenant;
import io.nexum.kernel.tenant.TenantCommand.CreateTenant;
import io.nexum.kernel.tenant.TenantCommand.DeactivateTenant;
import io.nexum.kernel.tenant.TenantCommand.UpdateTenant;
import io.nexum.kernel.tenant.TenantEvent.TenantActivated;
import io.nexum.kernel.tenant.TenantEvent.TenantCreated;
import io.nexum.kernel.tenant.TenantEvent.TenantDeactivated;
import io.nexum.kernel.tenant.TenantEvent.TenantUpdated;
import io.nexum.kernel.tenant.TenantProfile;
import io.nexum.kernel.tenant.TenantRefusal;
import io.nexum.kernel.tenant.TenantSettings;

/** The registry of tenants. A tenant's stream is named by its id, so an id is taken once without a claim of its own. */
public final class TenantCommands implements CommandHandler<TenantCommand> {
    @Override
    public Class<?> commands() {
        return TenantCommand.class;
    }

    @Override
    public TenantId handle(TenantCommand command, Workspace work) {
        if (!work.context().tenant().equals(TenantId.DEFAULT)) {
            throw new IllegalArgumentException("the registry of tenants is in the log of " + TenantId.DEFAULT);
        }
        TenantId id = command.tenant();
        TenantState state = work.load(TenantState.TYPE, TenantState.TYPE.stream(id));
        switch (command) {
            case CreateTenant create -> create(create, state, work);
            case UpdateTenant update -> update(update, mustExist(id, state), work);
            case ActivateTenant activate -> activate(id, mustExist(id, state), work);
            case DeactivateTenant deactivate -> deactivate(id, mustExist(id, state), work);
        }
        return id;
    }

    private static void create(CreateTenant command, TenantState state, Workspace work) {
        if (state instanceof Known) {
            throw new RefusedException(new Refusals.AlreadyTaken("code", command.code()));
        }
        TenantSettings.of(command.profile().settings());
        work.record(new TenantCreated(command.tenant(), command.code(), command.profile()));
    }

    private static void update(UpdateTenant command, Known tenant, Workspace work) {
        TenantProfile after = command.changes().of(tenant.profile());
        TenantSettings.of(after.settings());
        if (!after.equals(tenant.profile())) {
            work.record(new TenantUpdated(command.tenant(), after));
        }
    }

    private static void activate(TenantId id, Known tenant, Workspace work) {
        if (!tenant.active()) {
            work.record(new TenantActivated(id));
        }
    }

    private static void deactivate(TenantId id, Known tenant, Workspace work) {
        if (id.equals(TenantId.DEFAULT)) {
            throw new RefusedException(new TenantRefusal.PlatformStaysActive(id));
        }
        if (tenant.active()) {
            work.record(new TenantDeactivated(id));
        }
    }

    private static Known mustExist(TenantId id, TenantState state) {
        if (state instanceof Known known) {
            return known;
        }
        throw new RefusedException(new Refusals.NotFound("tenant", id.value()));
    }
}
