package io.nexum.kernel.account;

import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Query;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductVersion;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be asked about accounts, and the shapes of the answers. */
public sealed interface AccountQuery<R> extends Query<R> {
    /** @param at which holds have expired is told as of then */
    record GetAccount(AccountId id, Instant at) implements AccountQuery<AccountView> {
        @Override
        public Optional<StreamId> entity() {
            return Optional.of(StreamId.of("account", id));
        }
    }

    record FindAccounts(
            Optional<CustomerId> customer,
            Optional<ProductType> productType,
            Optional<AccountStatus> status,
            Instant at,
            PageRequest page)
            implements AccountQuery<Page<AccountView>> {}

    /** The balance at the end of a day, by value date. */
    record GetBalanceAsOf(AccountId id, LocalDate valueDate) implements AccountQuery<Money> {
        @Override
        public Optional<StreamId> entity() {
            return Optional.of(StreamId.of("account", id));
        }
    }

    record FindHolds(AccountId account, Optional<HoldStatus> status, Instant at, PageRequest page)
            implements AccountQuery<Page<HoldView>> {
        @Override
        public Optional<StreamId> entity() {
            return Optional.of(StreamId.of("account", account));
        }
    }

    /** The accounts with a hold whose time was over before an instant and that nobody has ended yet. */
    record FindAccountsWithDueHolds(Instant before, int limit) implements AccountQuery<List<AccountId>> {}

    /** The entries booked from one day through another, oldest first. */
    record GetStatement(AccountId id, LocalDate from, LocalDate to, PageRequest page)
            implements AccountQuery<Statement> {
        @Override
        public Optional<StreamId> entity() {
            return Optional.of(StreamId.of("account", id));
        }
    }

    /**
     * @param held the sum of all holds that count
     * @param product whose conditions the account obeys, if any
     */
    record AccountView(
            AccountId id,
            CustomerId customer,
            String accountNumber,
            ProductType productType,
            Optional<String> productCode,
            Currency currency,
            String name,
            ZoneId timeZone,
            AccountStatus status,
            AccountLimits limits,
            Money balance,
            Money held,
            Money available,
            Map<String, Object> metadata,
            LocalDate openedOn,
            Instant createdAt,
            Instant updatedAt,
            Optional<ProductVersion> product) {}

    record HoldView(
            HoldId id,
            AccountId account,
            Money amount,
            Money captured,
            Money remaining,
            String reason,
            HoldStatus status,
            Optional<Instant> expiresAt,
            Instant placedAt) {}

    /** @param entries with the balance after each; their totals are of the whole span, not of the page */
    record Statement(
            AccountId account,
            Currency currency,
            LocalDate from,
            LocalDate to,
            Money openingBalance,
            Money closingBalance,
            Money totalCredits,
            Money totalDebits,
            Page<StatementEntry> entries) {}

    /** @param amount above zero if it came to the account, below if it left */
    record StatementEntry(
            long position,
            TransactionId transactionId,
            TransactionType type,
            LocalDate bookingDate,
            LocalDate valueDate,
            String description,
            Optional<String> reference,
            Optional<AccountId> counterparty,
            Money amount,
            Money balance) {}
}
