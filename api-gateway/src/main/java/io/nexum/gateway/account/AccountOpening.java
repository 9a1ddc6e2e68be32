package io.nexum.gateway.account;

import io.nexum.gateway.request.NewId;
import io.nexum.gateway.tenant.Tenants;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Commands.Outcome;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.tenant.TenantSettings;
import java.security.SecureRandom;

/** Finds a new account its number, where the client chose none. */
final class AccountOpening {
    /** With a tenth of all numbers taken, one opening in 10^10 fails. */
    private static final int MOST_TRIES = 10;

    private final Commands commands;
    private final Tenants tenants;
    private final SecureRandom random = new SecureRandom();

    AccountOpening(Commands commands, Tenants tenants) {
        this.commands = commands;
        this.tenants = tenants;
    }

    Outcome<AccountId> open(OpenAccountBody body, CommandContext context) {
        TenantSettings settings = tenants.settings(context.tenant());
        AccountId id = new AccountId(NewId.next());
        if (body.accountNumber().isPresent()) {
            return commands.send(body.command(id, body.accountNumber().get(), settings), context);
        }
        for (int tries = 1; ; tries++) {
            try {
                return commands.send(body.command(id, AccountNumber.generated(random), settings), context);
            } catch (RefusedException e) {
                if (tries == MOST_TRIES || !(e.refusal() instanceof AlreadyTaken)) {
                    throw e;
                }
            }
        }
    }
}
