package io.nexum.command.login;

import io.nexum.command.CommandHandler;
import io.nexum.command.Workspace;
import io.nexum.kernel.login.LoginCommand;
import io.nexum.kernel.login.LoginCommand.NoteLogin;
import io.nexum.kernel.login.LoginEvent;
import io.nexum.kernel.login.LoginEvent.LoginFailed;
import io.nexum.kernel.user.UserId;

/** Puts on record how users come in and go out, and who tried to. */
public final class LoginCommands implements CommandHandler<LoginCommand> {
    @Override
    public Class<?> commands() {
        return LoginCommand.class;
    }

    @Override
    public UserId handle(LoginCommand command, Workspace work) {
        LoginState state = work.load(LoginState.TYPE, LoginEvent.streamOf(command.user()));
        switch (command) {
            case NoteLogin(LoginEvent event) -> {
                if (!(event instanceof LoginFailed) || state.failures() < NoteLogin.MOST_FAILURES) {
                    work.record(event);
                }
            }
        }
        return command.user();
    }
}
