package io.nexum.command.transaction;

import io.nexum.command.CommandHandler;
import io.nexum.command.Workspace;
import io.nexum.kernel.transaction.Receipt;
import io.nexum.kernel.transaction.TransactionCommand;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk;
import io.nexum.kernel.transaction.TransactionCommand.Reverse;
import io.nexum.kernel.transaction.TransactionCommand.Single;
import java.time.Duration;
import java.util.List;

/** Every way to move money. */
public final class TransactionCommands implements CommandHandler<TransactionCommand<?>> {
    private final Duration oldestRate;

    /** @param oldestRate how old an exchange rate may be to be used */
    public TransactionCommands(Duration oldestRate) {
        this.oldestRate = oldestRate;
    }

    @Override
    public Class<?> commands() {
        return TransactionCommand.class;
    }

    @Override
    public Object handle(TransactionCommand<?> command, Workspace work) {
        return switch (command) {
            case Single single -> move(single, work);
            case Reverse reverse -> Reversals.reverse(reverse, work);
            case PostBulk bulk -> Bulk.post(bulk, work, oldestRate);
        };
    }

    private Receipt move(Single command, Workspace work) {
        Decision decision = MoneyMovements.decide(command, WorkspaceBook.loadedFor(List.of(command), work, oldestRate));
        work.recordAll(decision.events());
        return decision.receipt();
    }
}
