package io.nexum.kernel.tenant;

import io.nexum.kernel.Command;
import io.nexum.kernel.TenantId;
import java.util.UUID;

/** What is put on record at the border between tenants. Each answers the tenant in whose log it is. */
public sealed interface TenantAccessCommand extends Command<TenantId> {
    UUID credential();

    /** Does nothing if it is on record for this login. */
    record NoteAdministratorEntered(UUID credential, String administrator) implements TenantAccessCommand {}

    /** Does nothing if the same is on record for this credential, or as much as is kept of one. */
    record NoteForeignTenantRefused(UUID credential, String user, String asked) implements TenantAccessCommand {
        /** How many different tenants that were asked for are kept of one credential. */
        public static final int MOST_NOTED = 10;
    }
}
