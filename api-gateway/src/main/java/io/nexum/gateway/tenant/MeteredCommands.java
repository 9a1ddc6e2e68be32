package io.nexum.gateway.tenant;

import io.nexum.kernel.Command;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands;
import io.nexum.kernel.account.AccountCommand.CloseAccount;
import io.nexum.kernel.account.AccountCommand.OpenAccount;
import io.nexum.kernel.ledger.LedgerCommand.PostJournalEntry;
import io.nexum.kernel.tenant.Quota;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk;
import io.nexum.kernel.transaction.TransactionCommand.Reverse;
import io.nexum.kernel.transaction.TransactionCommand.Single;
import io.nexum.kernel.user.UserCommand.CreateUser;
import io.nexum.kernel.user.UserCommand.DeactivateUser;
import java.util.Optional;

/** Commands within the tenant's quotas, whichever route they come by. */
public final class MeteredCommands implements Commands {
    private final Commands commands;
    private final QuotaGuard quotas;

    public MeteredCommands(Commands commands, QuotaGuard quotas) {
        this.commands = commands;
        this.quotas = quotas;
    }

    /** @param amount below zero if the command gives something back */
    private record Charge(Quota quota, long amount) {}

    @Override
    public <R> Outcome<R> send(Command<R> command, CommandContext context) {
        Optional<Charge> charge = charge(command);
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

    private static Optional<Charge> charge(Command<?> command) {
        return switch (command) {
            case OpenAccount open -> Optional.of(new Charge(Quota.ACCOUNTS, 1));
            case CloseAccount close -> Optional.of(new Charge(Quota.ACCOUNTS, -1));
            case CreateUser create -> Optional.of(new Charge(Quota.USERS, 1));
            case DeactivateUser deactivate -> Optional.of(new Charge(Quota.USERS, -1));
            case Single single -> Optional.of(new Charge(Quota.DAILY_TRANSACTIONS, 1));
            case Reverse reverse -> Optional.of(new Charge(Quota.DAILY_TRANSACTIONS, 1));
            case PostBulk bulk ->
                Optional.of(new Charge(Quota.DAILY_TRANSACTIONS, bulk.items().size()));
            case PostJournalEntry entry -> Optional.of(new Charge(Quota.DAILY_TRANSACTIONS, 1));
            default -> Optional.empty();
        };
    }
}
