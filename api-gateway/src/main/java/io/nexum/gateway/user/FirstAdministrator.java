package io.nexum.gateway.user;

import io.nexum.command.CommandSide;
import io.nexum.gateway.security.Users;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.role.BuiltInRole;
import io.nexum.kernel.user.UserCommand.CreateUser;
import io.nexum.kernel.user.UserContact;
import io.nexum.kernel.user.UserId;
import io.nexum.kernel.user.UserQuery.GetUser;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/**
 * Makes the first administrator, who has credentials from the first start, a user like any other. Sent at each start;
 * where the user is in the log already, as after any earlier start, it is refused and nothing happens.
 */
@Component
@DependsOn("administrator") // who gets the credentials
class FirstAdministrator implements InitializingBean {
    private static final String USERNAME = "admin";

    private final CommandSide commands;
    private final Queries queries;
    private final Users credentials;
    private final Clock clock;

    FirstAdministrator(CommandSide commands, Queries queries, Users credentials, Clock clock) {
        this.commands = commands;
        this.queries = queries;
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        UserId id = new UserId(credentials.idOf(TenantId.DEFAULT, USERNAME).orElseThrow());
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        CreateUser command = new CreateUser(
                id,
                USERNAME,
                new UserContact(Optional.empty(), "Administrator"),
                Optional.empty(),
                Set.of(BuiltInRole.ADMIN.id()),
                true,
                Map.of(),
                Authority.ALL);
        try {
            commands.send(
                    command,
                    CommandContext.of(
                            TenantId.DEFAULT, "nexum", UUID.randomUUID().toString(), now));
            // So that the first login finds the rights that it brings.
            queries.ask(new GetUser(id), QueryContext.strong(TenantId.DEFAULT));
        } catch (RefusedException e) {
            if (!(e.refusal() instanceof AlreadyTaken)) {
                throw e;
            }
        }
    }
}
