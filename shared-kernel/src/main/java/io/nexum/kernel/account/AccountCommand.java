package io.nexum.kernel.account;

import io.nexum.kernel.Command;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.InterestConditions;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductVersion;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be asked for an account, save for moving money, which is {@code TransactionCommand}'s. */
public sealed interface AccountCommand<R> extends Command<R> {
    AccountId account();

    /**
     * @param accountNumber unique in the bank
     * @param timeZone whose days and months its limits count by
     * @param limits within what the product allows, if there is one
     * @param product absent: the account obeys no product, only its own limits
     * @param interest agreed with the holder alone; absent: as the product has it
     */
    record OpenAccount(
            AccountId account,
            CustomerId customer,
            ProductType productType,
            Optional<String> productCode,
            Currency currency,
            String name,
            String accountNumber,
            ZoneId timeZone,
            AccountLimits limits,
            Map<String, Object> metadata,
            Optional<ProductVersion> product,
            Optional<InterestConditions> interest)
            implements AccountCommand<AccountId> {
        /** An account that obeys no product and bears no interest. */
        public OpenAccount(
                AccountId account,
                CustomerId customer,
                ProductType productType,
                Optional<String> productCode,
                Currency currency,
                String name,
                String accountNumber,
                ZoneId timeZone,
                AccountLimits limits,
                Map<String, Object> metadata) {
            this(
                    account,
                    customer,
                    productType,
                    productCode,
                    currency,
                    name,
                    accountNumber,
                    timeZone,
                    limits,
                    metadata,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /**
     * Lets an account obey the newest version of a product from now on.
     *
     * @param product absent: the product that it is under already
     */
    record MoveToProduct(AccountId account, Optional<ProductId> product) implements AccountCommand<AccountId> {}

    /** Changes what is present and leaves the rest. */
    record ChangeAccount(
            AccountId account,
            Optional<String> name,
            Optional<Money> minimumBalance,
            Optional<Money> overdraftLimit,
            Optional<Money> dailyLimit,
            Optional<Money> monthlyLimit,
            Optional<Money> lowBalanceAlert,
            Optional<Map<String, Object>> metadata)
            implements AccountCommand<AccountId> {}

    record FreezeAccount(AccountId account, String reason) implements AccountCommand<AccountId> {}

    record UnfreezeAccount(AccountId account, String reason) implements AccountCommand<AccountId> {}

    record CloseAccount(AccountId account, String reason) implements AccountCommand<AccountId> {}

    /**
     * Agrees on the account's interest from the bank's day on. What had accrued before is posted.
     *
     * @param conditions absent: it bears none any more
     */
    record AgreeInterest(AccountId account, Optional<InterestConditions> conditions)
            implements AccountCommand<AccountId> {}

    record PlaceHold(AccountId account, HoldId hold, Money amount, String reason, Optional<Instant> expiresAt)
            implements AccountCommand<HoldAnswer> {}

    record ReleaseHold(AccountId account, HoldId hold, String reason) implements AccountCommand<HoldAnswer> {}

    /** Ends the holds of the account whose time is over; the answer is which. */
    record ExpireHolds(AccountId account) implements AccountCommand<List<HoldId>> {}

    /** A hold as it is now, and what the account can spend beside it. */
    record HoldAnswer(AccountId account, Hold hold, HoldStatus status, Money balance, Money available) {}
}
