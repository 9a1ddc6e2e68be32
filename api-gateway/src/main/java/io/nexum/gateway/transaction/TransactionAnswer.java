package io.nexum.gateway.transaction;

import io.nexum.kernel.Page;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.Channel;
import io.nexum.kernel.transaction.Receipt;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionQuery.TransactionView;
import io.nexum.kernel.transaction.TransactionState;
import io.nexum.kernel.transaction.TransactionType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A movement of money as its clients read it.
 *
 * @param id the same as {@code transactionId}
 * @param transactionType the word that the order used, where it used one of its own ({@code credit}, {@code debit},
 *     {@code transfer}), else the same as {@code type}
 * @param state the same as {@code status}
 * @param accountId the account that was debited, or credited where none was
 * @param balances what the accounts hold after it; told to the one who ordered it
 */
public record TransactionAnswer(
        TransactionId transactionId,
        TransactionId id,
        String transactionType,
        TransactionType type,
        TransactionState status,
        TransactionState state,
        Optional<AccountId> accountId,
        Optional<AccountId> fromAccountId,
        Optional<AccountId> toAccountId,
        Money amount,
        Optional<Money> creditedAmount,
        Optional<String> exchangeRate,
        Optional<List<BalanceAfter>> balances,
        String description,
        Optional<String> reference,
        Channel channel,
        LocalDate bookingDate,
        LocalDate valueDate,
        Instant createdAt,
        Optional<String> createdBy,
        Optional<TransactionId> reverses,
        Optional<TransactionId> reversedBy,
        Optional<HoldId> holdId,
        Optional<Long> position,
        Map<String, Object> metadata) {

    /** @param ledgerBalance the same as {@code balance} */
    public record BalanceAfter(AccountId accountId, Money balance, Money ledgerBalance, Money availableBalance) {
        static BalanceAfter of(Receipt.BalanceAfter after) {
            return new BalanceAfter(after.account(), after.balance(), after.balance(), after.available());
        }
    }

    public static TransactionAnswer of(Receipt receipt) {
        return of(receipt, Json.wireName(receipt.transactionType()));
    }

    static TransactionAnswer of(Receipt receipt, OrderType ordered) {
        return of(receipt, Json.wireName(ordered));
    }

    private static TransactionAnswer of(Receipt receipt, String transactionType) {
        return new TransactionAnswer(
                receipt.transactionId(),
                receipt.transactionId(),
                transactionType,
                receipt.transactionType(),
                TransactionState.COMPLETED,
                TransactionState.COMPLETED,
                receipt.from().or(receipt::to),
                receipt.from(),
                receipt.to(),
                receipt.amount(),
                receipt.creditedAmount(),
                receipt.rate().map(BigDecimal::toPlainString),
                Optional.of(receipt.balances().stream().map(BalanceAfter::of).toList()),
                receipt.description(),
                receipt.reference(),
                receipt.channel(),
                receipt.bookingDate(),
                receipt.valueDate(),
                receipt.createdAt(),
                Optional.empty(),
                receipt.reverses(),
                Optional.empty(),
                receipt.hold(),
                Optional.empty(),
                receipt.metadata());
    }

    public static TransactionAnswer of(TransactionView transaction) {
        return new TransactionAnswer(
                transaction.id(),
                transaction.id(),
                Json.wireName(transaction.type()),
                transaction.type(),
                transaction.state(),
                transaction.state(),
                transaction.from().or(transaction::to),
                transaction.from(),
                transaction.to(),
                transaction.amount(),
                transaction.creditedAmount(),
                transaction.rate().map(BigDecimal::toPlainString),
                Optional.empty(),
                transaction.description(),
                transaction.reference(),
                transaction.channel(),
                transaction.bookingDate(),
                transaction.valueDate(),
                transaction.createdAt(),
                Optional.of(transaction.createdBy()),
                transaction.reverses(),
                transaction.reversedBy(),
                Optional.empty(),
                Optional.of(transaction.position()),
                transaction.metadata());
    }

    /** A page of transactions, the newest first. */
    public record TransactionList(List<TransactionAnswer> transactions, long total, int skip, int limit) {
        public static TransactionList of(Page<TransactionView> page) {
            return new TransactionList(
                    page.items().stream().map(TransactionAnswer::of).toList(), page.total(), page.skip(), page.limit());
        }
    }
}
