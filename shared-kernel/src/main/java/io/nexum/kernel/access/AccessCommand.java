package io.nexum.kernel.access;

import io.nexum.kernel.Command;
import java.time.LocalDate;
import java.util.UUID;

/** What is put on record about who wanted to do what. Each answers the credential. */
public sealed interface AccessCommand extends Command<UUID> {
    UUID credential();

    /** Does nothing if the same permission is on record for this credential and day. */
    record NotePermissionRefused(UUID credential, String user, Permission permission, String operation, LocalDate day)
            implements AccessCommand {}
}
