package io.nexum.command.axon;

import io.nexum.kernel.account.AccountEvent.AccountCredited;
import io.nexum.kernel.account.AccountEvent.AccountDebited;
import io.nexum.kernel.account.AccountEvent.AccountOpened;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.account.ProductType;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.Channel;
import io.nexum.kernel.transaction.Movement;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One account in dollars and what happened to it, as events. */
final class GivenAccount {
    private static final LocalDate OPENED_ON = LocalDate.of(2026, 3, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private final AccountId id = new AccountId(UUID.randomUUID());
    private final CustomerId customer = new CustomerId(UUID.randomUUID());
    private final TransactionId transaction = new TransactionId(UUID.randomUUID());
    private AccountLimits limits = AccountLimits.none(Currency.of("USD"));
    private ZoneId zone = ZoneOffset.UTC;

    AccountId id() {
        return id;
    }

    /** Of everything that happens by {@link #movement}. */
    TransactionId transaction() {
        return transaction;
    }

    void limits(String minimum, String overdraft) {
        limits = limitsOf(minimum, overdraft);
    }

    AccountLimits limitsOf(String minimum, String overdraft) {
        return new AccountLimits(
                usd(minimum), usd(overdraft), limits.daily(), limits.monthly(), limits.lowBalanceAlert());
    }

    void daily(String limit) {
        limits = new AccountLimits(
                limits.minimumBalance(),
                limits.overdraftLimit(),
                Optional.of(usd(limit)),
                limits.monthly(),
                limits.lowBalanceAlert());
    }

    void monthly(String limit) {
        limits = new AccountLimits(
                limits.minimumBalance(),
                limits.overdraftLimit(),
                limits.daily(),
                Optional.of(usd(limit)),
                limits.lowBalanceAlert());
    }

    void alertBelow(String threshold) {
        limits = new AccountLimits(
                limits.minimumBalance(),
                limits.overdraftLimit(),
                limits.daily(),
                limits.monthly(),
                Optional.of(usd(threshold)));
    }

    void zone(String name) {
        zone = ZoneId.of(name);
    }

    AccountOpened opened() {
        return new AccountOpened(
                id,
                customer,
                ProductType.SAVINGS,
                Optional.empty(),
                Currency.of("USD"),
                "Everyday",
                "1",
                zone,
                OPENED_ON,
                limits,
                Map.of());
    }

    AccountCredited credited(String amount, String balance) {
        Money money = usd(amount);
        return new AccountCredited(
                id,
                movement(TransactionType.DEPOSIT, money),
                usd(balance),
                List.of(
                        JournalLine.credit(DefaultChart.SAVINGS_DEPOSITS, id, money),
                        JournalLine.debit(DefaultChart.CASH, money)));
    }

    AccountDebited withdrawn(String amount, String balance, LocalDate countsOn) {
        return debited(
                TransactionType.WITHDRAWAL,
                amount,
                balance,
                Optional.empty(),
                Optional.of(countsOn),
                JournalLine.credit(DefaultChart.CASH, usd(amount)));
    }

    AccountDebited charged(String amount, String balance) {
        return debited(
                TransactionType.FEE,
                amount,
                balance,
                Optional.empty(),
                Optional.empty(),
                JournalLine.credit(DefaultChart.FEE_INCOME, usd(amount)));
    }

    AccountDebited captured(HoldId hold, String amount, String balance) {
        return debited(
                TransactionType.PAYMENT,
                amount,
                balance,
                Optional.of(hold),
                Optional.of(TODAY),
                JournalLine.credit(DefaultChart.CASH, usd(amount)));
    }

    private AccountDebited debited(
            TransactionType type,
            String amount,
            String balance,
            Optional<HoldId> hold,
            Optional<LocalDate> countsOn,
            JournalLine against) {
        return new AccountDebited(
                id,
                movement(type, usd(amount)),
                usd(balance),
                hold,
                countsOn,
                List.of(JournalLine.debit(DefaultChart.SAVINGS_DEPOSITS, id, usd(amount)), against));
    }

    private Movement movement(TransactionType type, Money amount) {
        return new Movement(
                transaction,
                type,
                amount,
                TODAY,
                TODAY,
                "test",
                Optional.empty(),
                type == TransactionType.PAYMENT ? Channel.SYSTEM : Channel.ONLINE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
