package io.nexum.gateway.account;

import io.nexum.gateway.request.NewId;
import io.nexum.gateway.tenant.Tenants;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Commands.Outcome;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.product.ProductQuery.GetProduct;
import io.nexum.kernel.product.ProductQuery.ProductView;
import io.nexum.kernel.product.ProductRefusal.ProductChangedMeanwhile;
import io.nexum.kernel.tenant.TenantSettings;
import java.security.SecureRandom;
import java.util.Optional;

/** Finds a new account its product, and its number where the client chose none. */
final class AccountOpening {
    /** With a tenth of all numbers taken, one opening in 10^10 fails. */
    private static final int MOST_TRIES = 10;

    private final Commands commands;
    private final Queries queries;
    private final Tenants tenants;
    private final SecureRandom random = new SecureRandom();

    AccountOpening(Commands commands, Queries queries, Tenants tenants) {
        this.commands = commands;
        this.queries = queries;
        this.tenants = tenants;
    }

    Outcome<AccountId> open(OpenAccountBody body, CommandContext context) {
        TenantSettings settings = tenants.settings(context.tenant());
        AccountId id = new AccountId(NewId.next());
        for (int tries = 1; ; tries++) {
            try {
                String number = body.accountNumber().orElseGet(() -> AccountNumber.generated(random));
                return commands.send(body.command(id, number, settings, product(body, context)), context);
            } catch (RefusedException e) {
                if (tries == MOST_TRIES || !mayHelpToTryAgain(body, e)) {
                    throw e;
                }
            }
        }
    }

    private Optional<ProductView> product(OpenAccountBody body, CommandContext context) {
        return body.productId().map(id -> queries.ask(new GetProduct(id), QueryContext.strong(context.tenant())));
    }

    private static boolean mayHelpToTryAgain(OpenAccountBody body, RefusedException refused) {
        boolean taken = refused.refusal() instanceof AlreadyTaken
                && body.accountNumber().isEmpty();
        return taken || refused.refusal() instanceof ProductChangedMeanwhile;
    }
}
