package io.nexum.gateway.user;

import io.nexum.gateway.security.Users;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands;
import io.nexum.kernel.user.UserCommand.CreateUser;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes users together with their credentials. The user comes first: the name is claimed there. If the program dies in
 * between, the user is there and can't log in until an administrator has their password reset.
 */
@Component
public class NewUsers {
    private final Commands commands;
    private final Users credentials;

    NewUsers(Commands commands, Users credentials) {
        this.commands = commands;
        this.credentials = credentials;
    }

    /**
     * Makes a user with a password that they know already.
     *
     * @throws io.nexum.kernel.RefusedException if the password is not sound, or as the command is refused
     */
    public void create(CreateUser command, String password, CommandContext context) {
        Users.mustBeSound(command.username(), password);
        commands.send(command, context);
        credentials.create(context.tenant(), command.user().value(), command.username(), password);
        barUnlessActive(command, context);
    }

    /** Makes a user with a random password that must be changed at the first login. It is answered and kept nowhere. */
    public String createWithOneTimePassword(CreateUser command, CommandContext context) {
        commands.send(command, context);
        String password = credentials.createWithOneTimePassword(
                context.tenant(), command.user().value(), command.username());
        barUnlessActive(command, context);
        return password;
    }

    Optional<String> create(CreateUser command, Optional<String> password, CommandContext context) {
        if (password.isEmpty()) {
            return Optional.of(createWithOneTimePassword(command, context));
        }
        create(command, password.get(), context);
        return Optional.empty();
    }

    private void barUnlessActive(CreateUser command, CommandContext context) {
        if (!command.active()) {
            credentials.bar(context.tenant(), command.user().value());
        }
    }
}
