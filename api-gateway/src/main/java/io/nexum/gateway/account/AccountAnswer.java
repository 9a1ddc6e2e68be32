package io.nexum.gateway.account;

import io.nexum.kernel.Page;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountQuery.AccountView;
import io.nexum.kernel.account.AccountStatus;
import io.nexum.kernel.account.ProductType;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An account as its clients read it.
 *
 * @param id the same as {@code accountId}
 * @param state the same as {@code status}
 * @param ledgerBalance the same as {@code balance}
 */
public record AccountAnswer(
        AccountId accountId,
        AccountId id,
        CustomerId customerId,
        String accountNumber,
        ProductType productType,
        Optional<String> productCode,
        Currency currency,
        String name,
        AccountStatus status,
        AccountStatus state,
        Money balance,
        Money ledgerBalance,
        Money availableBalance,
        Money held,
        Money minimumBalance,
        Money overdraftLimit,
        Optional<Money> dailyTransactionLimit,
        Optional<Money> monthlyTransactionLimit,
        Optional<Money> lowBalanceThreshold,
        ZoneId timeZone,
        Map<String, Object> metadata,
        Optional<ProductId> productId,
        Optional<Integer> productVersion,
        LocalDate openedOn,
        Instant createdAt,
        Instant updatedAt) {
    public static AccountAnswer of(AccountView account) {
        return new AccountAnswer(
                account.id(),
                account.id(),
                account.customer(),
                account.accountNumber(),
                account.productType(),
                account.productCode(),
                account.currency(),
                account.name(),
                account.status(),
                account.status(),
                account.balance(),
                account.balance(),
                account.available(),
                account.held(),
                account.limits().minimumBalance(),
                account.limits().overdraftLimit(),
                account.limits().daily(),
                account.limits().monthly(),
                account.limits().lowBalanceAlert(),
                account.timeZone(),
                account.metadata(),
                account.product().map(ProductVersion::product),
                account.product().map(ProductVersion::version),
                account.openedOn(),
                account.createdAt(),
                account.updatedAt());
    }

    /** A page of accounts. */
    public record AccountList(List<AccountAnswer> accounts, long total, int skip, int limit) {
        public static AccountList of(Page<AccountView> page) {
            return new AccountList(
                    page.items().stream().map(AccountAnswer::of).toList(), page.total(), page.skip(), page.limit());
        }
    }
}
