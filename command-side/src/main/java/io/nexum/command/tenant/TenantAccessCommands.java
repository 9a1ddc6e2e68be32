package io.nexum.command.tenant;

import io.nexum.command.CommandHandler;
import io.nexum.command.Workspace;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.tenant.TenantAccessCommand;
import io.nexum.kernel.tenant.TenantAccessCommand.NoteAdministratorEntered;
import io.nexum.kernel.tenant.TenantAccessCommand.NoteForeignTenantRefused;
import io.nexum.kernel.tenant.TenantAccessEvent;
import io.nexum.kernel.tenant.TenantAccessEvent.AdministratorEntered;
import io.nexum.kernel.tenant.TenantAccessEvent.ForeignTenantRefused;

/** Puts on record who crossed the border between tenants, and who tried to; each once. */
public final class TenantAccessCommands implements CommandHandler<TenantAccessCommand> {
    @Override
    public Class<?> commands() {
        return TenantAccessCommand.class;
    }

    @Override
    public TenantId handle(TenantAccessCommand command, Workspace work) {
        TenantAccessState state = work.load(TenantAccessState.TYPE, TenantAccessEvent.streamOf(command.credential()));
        switch (command) {
            case NoteAdministratorEntered note -> {
                if (!state.entered()) {
                    work.record(new AdministratorEntered(note.credential(), note.administrator()));
                }
            }
            case NoteForeignTenantRefused note -> {
                boolean room = state.refused().size() < NoteForeignTenantRefused.MOST_NOTED;
                if (room && !state.refused().contains(note.asked())) {
                    work.record(new ForeignTenantRefused(note.credential(), note.user(), note.asked()));
                }
            }
        }
        return work.context().tenant();
    }
}
