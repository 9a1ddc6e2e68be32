package io.nexum.query;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.Query;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountEvent.AccountCredited;
import io.nexum.kernel.account.AccountEvent.AccountDebited;
import io.nexum.kernel.account.AccountEvent.AccountOpened;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.account.ProductType;
import io.nexum.kernel.customer.ContactData;
import io.nexum.kernel.customer.CustomerEvent.CustomerAccountOpened;
import io.nexum.kernel.customer.CustomerEvent.CustomerCreated;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.Kyc;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.LedgerEvent.GlAccountOpened;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.Channel;
import io.nexum.kernel.transaction.Movement;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A bank that tells the log what a teller does, and the read side that follows it. */
public final class TestBank implements AutoCloseable {
    public static final Currency USD = Currency.of("USD");
    public static final TenantId TENANT = TenantId.DEFAULT;
    public static final QuerySettings SETTINGS = new QuerySettings(
            50, Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofSeconds(20), Duration.ofSeconds(30));

    public final TestDatabase database = new TestDatabase();
    public final TestKeys keys = new TestKeys();
    public final TestLog log = new TestLog(database.owner(), TENANT, keys);
    private final Map<AccountId, Money> balances = new HashMap<>();
    private LocalDate today = LocalDate.parse("2026-03-01");
    private QuerySide queries;

    public TestBank() {
        log.append(DefaultChart.ACCOUNTS.stream().map(GlAccountOpened::new).toList());
        queries = QuerySide.start(database.store(), SETTINGS, keys);
    }

    public QuerySide queries() {
        return queries;
    }

    public <R> R ask(Query<R> query) {
        return queries.ask(query, QueryContext.strong(TENANT));
    }

    /** Stops the read side and starts another. */
    public void restart() {
        queries.close();
        queries = QuerySide.start(database.store(), SETTINGS, keys);
    }

    public LocalDate today() {
        return today;
    }

    public void nextDay() {
        today = today.plusDays(1);
        log.at(log.now().plus(Duration.ofDays(1)));
    }

    public long append(DomainEvent... events) {
        long position = log.append(events);
        queries.appended(TENANT, position);
        return position;
    }

    public CustomerId customer() {
        CustomerId id = new CustomerId(UUID.randomUUID());
        ContactData contact = new ContactData("Ada", "Byron", id + "@Example.com", Optional.empty(), Optional.empty());
        append(new CustomerCreated(id, contact, Optional.empty(), Kyc.UNKNOWN, Map.of()));
        return id;
    }

    public AccountId account() {
        return account(customer(), USD, AccountLimits.none(USD));
    }

    public AccountId account(CustomerId customer, Currency currency, AccountLimits limits) {
        AccountId id = new AccountId(UUID.randomUUID());
        balances.put(id, Money.zero(currency));
        append(
                new AccountOpened(
                        id,
                        customer,
                        ProductType.CHECKING,
                        Optional.empty(),
                        currency,
                        "Everyday",
                        "N" + id.toString().substring(0, 8),
                        ZoneId.of("UTC"),
                        today,
                        limits,
                        Map.of("branch", "north")),
                new CustomerAccountOpened(customer, id));
        return id;
    }

    public TransactionId deposit(AccountId account, String amount) {
        return deposit(account, amount, today);
    }

    public TransactionId deposit(AccountId account, String amount, LocalDate valueDate) {
        Movement movement = movement(TransactionType.DEPOSIT, money(account, amount), valueDate);
        append(credited(account, movement, JournalLine.debit(DefaultChart.CASH, movement.amount())));
        return movement.transaction();
    }

    /** Deposits of one each, in one append. */
    public void depositMany(AccountId account, int count) {
        List<DomainEvent> deposits = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Movement movement = movement(TransactionType.DEPOSIT, money(account, "1"), today);
            deposits.add(credited(account, movement, JournalLine.debit(DefaultChart.CASH, movement.amount())));
        }
        append(deposits.toArray(DomainEvent[]::new));
    }

    public TransactionId withdraw(AccountId account, String amount) {
        Movement movement = movement(TransactionType.WITHDRAWAL, money(account, amount), today);
        append(debited(
                account,
                movement,
                Optional.empty(),
                List.of(JournalLine.credit(DefaultChart.CASH, movement.amount()))));
        return movement.transaction();
    }

    public TransactionId capture(AccountId account, HoldId hold, String amount) {
        Movement movement = movement(TransactionType.PAYMENT, money(account, amount), today);
        append(debited(
                account,
                movement,
                Optional.of(hold),
                List.of(JournalLine.credit(DefaultChart.CASH, movement.amount()))));
        return movement.transaction();
    }

    public TransactionId transfer(AccountId from, AccountId to, String amount) {
        Money money = money(from, amount);
        Movement base = movement(TransactionType.TRANSFER_INTERNAL, money, today);
        append(
                debited(
                        from,
                        with(base, money, to, Optional.empty(), Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        List.of()),
                credited(to, with(base, money, from, Optional.empty(), Optional.empty(), Optional.empty())));
        return base.transaction();
    }

    public TransactionId exchange(AccountId from, AccountId to, Money sent, Money arrived, BigDecimal rate) {
        Movement base = movement(TransactionType.TRANSFER_INTERNAL, sent, today);
        append(
                debited(
                        from,
                        with(base, sent, to, Optional.of(arrived), Optional.of(rate), Optional.empty()),
                        Optional.empty(),
                        List.of(JournalLine.credit(DefaultChart.CURRENCY_POSITION, sent))),
                credited(
                        to,
                        with(base, arrived, from, Optional.of(sent), Optional.of(rate), Optional.empty()),
                        JournalLine.debit(DefaultChart.CURRENCY_POSITION, arrived)));
        return base.transaction();
    }

    /** Takes a deposit back. */
    public TransactionId reverse(TransactionId original, AccountId account, String amount) {
        Movement movement = movement(TransactionType.REVERSAL, money(account, amount), today);
        Movement reversal = new Movement(
                movement.transaction(),
                movement.type(),
                movement.amount(),
                movement.bookingDate(),
                movement.valueDate(),
                "a mistake",
                movement.reference(),
                movement.channel(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(original),
                Map.of());
        append(debited(
                account,
                reversal,
                Optional.empty(),
                List.of(JournalLine.credit(DefaultChart.CASH, movement.amount()))));
        return reversal.transaction();
    }

    private Money money(AccountId account, String amount) {
        return Money.of(new BigDecimal(amount), balanceOf(account).currency());
    }

    private Money balanceOf(AccountId account) {
        return balances.getOrDefault(account, Money.zero(USD));
    }

    private Movement movement(TransactionType type, Money amount, LocalDate valueDate) {
        return new Movement(
                new TransactionId(UUID.randomUUID()),
                type,
                amount,
                today,
                valueDate,
                type.name().toLowerCase(java.util.Locale.ROOT),
                Optional.of("ref-" + type),
                Channel.BRANCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of("note", "50% off_\\"));
    }

    private static Movement with(
            Movement base,
            Money amount,
            AccountId counterparty,
            Optional<Money> counterAmount,
            Optional<BigDecimal> rate,
            Optional<TransactionId> reverses) {
        return new Movement(
                base.transaction(),
                base.type(),
                amount,
                base.bookingDate(),
                base.valueDate(),
                base.description(),
                base.reference(),
                base.channel(),
                Optional.of(counterparty),
                counterAmount,
                rate,
                reverses,
                base.metadata());
    }

    private AccountCredited credited(AccountId account, Movement movement, JournalLine... against) {
        Money balance = balances.merge(account, movement.amount(), Money::plus);
        return new AccountCredited(
                account,
                movement,
                balance,
                lines(
                        JournalLine.credit(DefaultChart.CHECKING_DEPOSITS, account, movement.amount()),
                        List.of(against)));
    }

    private AccountDebited debited(
            AccountId account, Movement movement, Optional<HoldId> hold, List<JournalLine> against) {
        Money balance = balances.merge(account, movement.amount().negated(), Money::plus);
        return new AccountDebited(
                account,
                movement,
                balance,
                hold,
                Optional.of(today),
                lines(JournalLine.debit(DefaultChart.CHECKING_DEPOSITS, account, movement.amount()), against));
    }

    private static List<JournalLine> lines(JournalLine own, List<JournalLine> against) {
        List<JournalLine> lines = new ArrayList<>(List.of(own));
        lines.addAll(against);
        return lines;
    }

    @Override
    public void close() {
        queries.close();
    }
}
