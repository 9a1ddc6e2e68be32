package io.nexum.gateway.tenant;

import io.nexum.kernel.Command;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountCommand.CloseAccount;
import io.nexum.kernel.account.AccountCommand.OpenAccount;
import io.nexum.kernel.tenant.Metered;
import io.nexum.kernel.tenant.Quota;
import io.nexum.kernel.user.UserCommand;
import io.nexum.kernel.user.UserCommand.ActivateUser;
import io.nexum.kernel.user.UserCommand.CreateUser;
import io.nexum.kernel.user.UserCommand.DeactivateUser;
import io.nexum.kernel.user.UserQuery.FindAccess;
import io.nexum.kernel.user.UserStatus;
import java.util.Optional;

/** Commands within the tenant's quotas, whichever route they come by. */
public final class MeteredCommands implements Commands {
    private final Commands commands;
    private final QuotaGuard quotas;
    private final Queries queries;

    public MeteredCommands(Commands commands, QuotaGuard quotas, Queries queries) {
        this.queries = queries;
        this.commands = commands;
        this.quotas = quotas;
    }

    /** @param amount below zero if the command gives something back */
    private record Charge(Quota quota, long amount) {}

    @Override
    public <R> Outcome<R> send(Command<R> command, CommandContext context) {
        Optional<Charge> charge = charge(command, context.tenant());
        if (charge.isEmpty()) {
            return commands.send(command, context);
        }
        Charge due = charge.get();
        if (due.amount() > 0) {
            quotas.mustHaveRoom(context.tenant(), due.quota(), due.amount(), context.at());
        }
        Outcome<R> outcome = commands.send(command, context);
        if (!outcome.replayed() && !context.dryRun()) {
            quotas.used(context.tenant(), due.quota(), due.amount(), context.at());
        }
        return outcome;
    }

    /** Whether the user takes a place already. Who is not there takes none, and the command is refused. */
    private boolean counts(UserCommand command, TenantId tenant) {
        return queries.ask(new FindAccess(command.user()), QueryContext.strong(tenant))
                .filter(user -> user.status() != UserStatus.INACTIVE)
                .isPresent();
    }

    private Optional<Charge> charge(Command<?> command, TenantId tenant) {
        return switch (command) {
            case OpenAccount open -> Optional.of(new Charge(Quota.ACCOUNTS, 1));
            case CloseAccount close -> Optional.of(new Charge(Quota.ACCOUNTS, -1));
            case CreateUser create -> Optional.of(new Charge(Quota.USERS, create.active() ? 1 : 0));
            case ActivateUser activate -> Optional.of(new Charge(Quota.USERS, counts(activate, tenant) ? 0 : 1));
            case DeactivateUser deactivate -> Optional.of(new Charge(Quota.USERS, counts(deactivate, tenant) ? -1 : 0));
            default ->
                Optional.of(Metered.transactions(command))
                        .filter(transactions -> transactions > 0)
                        .map(transactions -> new Charge(Quota.DAILY_TRANSACTIONS, transactions));
        };
    }
}
