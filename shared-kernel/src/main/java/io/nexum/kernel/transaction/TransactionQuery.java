package io.nexum.kernel.transaction;

import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Query;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What can be asked about transactions, and the shapes of the answers. */
public sealed interface TransactionQuery<R> extends Query<R> {
    record GetTransaction(TransactionId id) implements TransactionQuery<TransactionView> {}

    /** The newest first. */
    record FindTransactions(Filter filter, PageRequest page) implements TransactionQuery<Page<TransactionView>> {}

    /**
     * All that is present must hold.
     *
     * @param account either side of it
     * @param since recorded at or after
     * @param until recorded before
     */
    record Filter(
            Optional<AccountId> account,
            Optional<AccountId> from,
            Optional<AccountId> to,
            Optional<TransactionType> type,
            Optional<TransactionState> state,
            Optional<Instant> since,
            Optional<Instant> until,
            Optional<String> descriptionContains,
            Optional<String> reference,
            Optional<Direction> direction) {
        public static Filter ofAccount(AccountId account) {
            return new Filter(
                    Optional.of(account),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** Whether money came to a customer's account or left one. */
    enum Direction {
        CREDIT,
        DEBIT
    }

    /** @param position where the log holds its first event */
    record TransactionView(
            TransactionId id,
            long position,
            TransactionType type,
            TransactionState state,
            Optional<AccountId> from,
            Optional<AccountId> to,
            Money amount,
            Optional<Money> creditedAmount,
            Optional<BigDecimal> rate,
            String description,
            Optional<String> reference,
            Channel channel,
            LocalDate bookingDate,
            LocalDate valueDate,
            Instant createdAt,
            String createdBy,
            Optional<TransactionId> reverses,
            Optional<TransactionId> reversedBy,
            Map<String, Object> metadata) {}
}
