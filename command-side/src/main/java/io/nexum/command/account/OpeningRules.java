package io.nexum.command.account;

import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.AccountRefusal;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.tenant.TenantSettings;
import java.util.Optional;

/** What a bank's own settings, and a product, allow an account to be. */
final class OpeningRules {
    private OpeningRules() {}

    static void mustAllowOverdraft(AccountLimits limits, TenantSettings settings) {
        boolean allowed = settings.allowOverdrafts().orElse(true);
        if (!allowed && limits.overdraftLimit().isPositive()) {
            throw new RefusedException(new AccountRefusal.OverdraftsNotAllowed());
        }
    }

    /** An account's own limits may be narrower than its product's, but not wider. */
    static void mustBeWithin(DepositConditions product, AccountLimits limits) {
        if (limits.minimumBalance().isLessThan(product.minimumBalance())) {
            refuse("minimum_balance", limits.minimumBalance(), product.minimumBalance());
        }
        if (limits.overdraftLimit().isMoreThan(product.overdraftLimit())) {
            refuse("overdraft_limit", limits.overdraftLimit(), product.overdraftLimit());
        }
        mustBeWithin("daily_transaction_limit", product.limits().dailyTransaction(), limits.daily());
        mustBeWithin("monthly_transaction_limit", product.limits().monthlyTransaction(), limits.monthly());
    }

    private static void mustBeWithin(String field, Optional<Money> most, Optional<Money> own) {
        most.ifPresent(allowed -> own.filter(allowed::isLessThan).ifPresent(wanted -> refuse(field, wanted, allowed)));
    }

    private static void refuse(String field, Money wanted, Money allowed) {
        throw new RefusedException(new AccountRefusal.BeyondProduct(field, wanted, allowed));
    }
}
