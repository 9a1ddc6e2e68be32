package io.nexum.gateway.account;

import io.nexum.gateway.request.NewId;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Commands.Outcome;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountId;
import java.security.SecureRandom;

/** Finds a new account its number, where the client chose none. */
final class AccountOpening {
    /** With a tenth of all numbers taken, one opening in 10^10 fails. */
    private static final int MOST_TRIES = 10;

    private final Commands commands;
    private final SecureRandom random = new SecureRandom();

    AccountOpening(Commands commands) {
        this.commands = commands;
    }

    Outcome<AccountId> open(OpenAccountBody body, CommandContext context) {
        AccountId id = new AccountId(NewId.next());
        if (body.accountNumber().isPresent()) {
            return commands.send(body.command(id, body.accountNumber().get()), context);
        }
        for (int tries = 1; ; tries++) {
            try {
                return commands.send(body.command(id, AccountNumber.generated(random)), context);
            } catch (RefusedException e) {
                if (tries == MOST_TRIES || !(e.refusal() instanceof AlreadyTaken)) {
                    throw e;
                }
            }
        }
    }
}
