package io.nexum.command.account;

import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.AccountRefusal;
import io.nexum.kernel.account.AccountRefusal.BeyondProduct.Limit;
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
            refuse(Limit.MINIMUM_BALANCE, limits.minimumBalance(), product.minimumBalance());
        }
        if (limits.overdraftLimit().isMoreThan(product.overdraftLimit())) {
            refuse(Limit.OVERDRAFT, limits.overdraftLimit(), product.overdraftLimit());
        }
        mustBeWithin(Limit.DAILY, product.limits().dailyTransaction(), limits.daily());
        mustBeWithin(Limit.MONTHLY, product.limits().monthlyTransaction(), limits.monthly());
    }

    private static void mustBeWithin(Limit limit, Optional<Money> most, Optional<Money> own) {
        most.ifPresent(allowed -> own.filter(allowed::isLessThan).ifPresent(wanted -> refuse(limit, wanted, allowed)));
    }

    private static void refuse(Limit limit, Money wanted, Money allowed) {
        throw new RefusedException(new AccountRefusal.BeyondProduct(limit, wanted, allowed));
    }
}
