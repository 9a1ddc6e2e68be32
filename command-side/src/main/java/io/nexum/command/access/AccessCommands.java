package io.nexum.command.access;

import io.nexum.command.CommandHandler;
import io.nexum.command.Workspace;
import io.nexum.kernel.access.AccessCommand;
import io.nexum.kernel.access.AccessCommand.NotePermissionRefused;
import io.nexum.kernel.access.AccessEvent;
import io.nexum.kernel.access.AccessEvent.PermissionRefused;
import java.util.UUID;

/** Puts on record who was refused what, each once a day: a client in a loop can't fill the log. */
public final class AccessCommands implements CommandHandler<AccessCommand> {
    @Override
    public Class<?> commands() {
        return AccessCommand.class;
    }

    @Override
    public UUID handle(AccessCommand command, Workspace work) {
        AccessState state = work.load(AccessState.TYPE, AccessEvent.streamOf(command.credential()));
        switch (command) {
            case NotePermissionRefused note -> {
                if (!note.day().equals(state.refused().get(note.permission()))) {
                    work.record(new PermissionRefused(
                            note.credential(), note.user(), note.permission(), note.operation(), note.day()));
                }
            }
        }
        return command.credential();
    }
}
