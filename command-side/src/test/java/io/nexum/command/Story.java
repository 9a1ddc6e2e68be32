package io.nexum.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nexum.command.access.AccessCommands;
import io.nexum.command.access.AccessState;
import io.nexum.command.account.AccountCommands;
import io.nexum.command.account.AccountState;
import io.nexum.command.account.OpenedAccount;
import io.nexum.command.apikey.ApiKeyCommands;
import io.nexum.command.apikey.ApiKeyState;
import io.nexum.command.customer.CustomerCommands;
import io.nexum.command.customer.CustomerState;
import io.nexum.command.day.BankDay;
import io.nexum.command.day.DayCommands;
import io.nexum.command.ledger.LedgerCommands;
import io.nexum.command.loan.LoanCommands;
import io.nexum.command.loan.LoanState;
import io.nexum.command.loan.LoansOfCustomer;
import io.nexum.command.login.LoginCommands;
import io.nexum.command.login.LoginState;
import io.nexum.command.product.ProductCommands;
import io.nexum.command.product.ProductState;
import io.nexum.command.rate.RateCommands;
import io.nexum.command.rate.RateState;
import io.nexum.command.role.RoleCommands;
import io.nexum.command.role.RoleState;
import io.nexum.command.store.Balance;
import io.nexum.command.transaction.TransactionCommands;
import io.nexum.command.user.UserCommands;
import io.nexum.command.user.UserState;
import io.nexum.kernel.Command;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.IdempotencyKey;
import io.nexum.kernel.Refusal;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountCommand.OpenAccount;
import io.nexum.kernel.account.AccountEvent.BalanceChanged;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.ProductType;
import io.nexum.kernel.customer.ContactData;
import io.nexum.kernel.customer.CustomerCommand.CreateCustomer;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.KycStatus;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.rate.ExchangeRate;
import io.nexum.kernel.rate.RateCommand.QuoteRate;
import io.nexum.kernel.rate.RateId;
import io.nexum.kernel.transaction.Instruction;
import io.nexum.kernel.transaction.Receipt;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import io.nexum.kernel.transaction.TransactionCommand.Reverse;
import io.nexum.kernel.transaction.TransactionCommand.Transfer;
import io.nexum.kernel.transaction.TransactionCommand.Withdraw;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A bank in memory: its log is a list, and what happened is told in short sentences. */
public final class Story {
    static final Map<String, EntityType<?>> TYPES = Stream.of(
                    AccountState.TYPE,
                    CustomerState.TYPE,
                    ProductState.TYPE,
                    LoanState.TYPE,
                    RateState.TYPE,
                    LedgerCommands.CHART,
                    LedgerCommands.ENTRY,
                    RoleState.TYPE,
                    UserState.TYPE,
                    ApiKeyState.TYPE,
                    LoginState.TYPE,
                    AccessState.TYPE,
                    BankDay.TYPE)
            .collect(Collectors.toUnmodifiableMap(EntityType::name, Function.identity()));

    private static final List<CommandHandler<?>> HANDLERS = List.of(
            new AccountCommands(),
            new CustomerCommands(0, LoansOfCustomer::open),
            new TransactionCommands(Duration.ofHours(24)),
            new LedgerCommands(),
            new LoanCommands(),
            new RateCommands(),
            new ProductCommands(),
            new RoleCommands(),
            new UserCommands(),
            new ApiKeyCommands(),
            new LoginCommands(),
            new AccessCommands(),
            new DayCommands());

    final List<DomainEvent> log = new ArrayList<>();
    final Map<StreamId, Object> states = new HashMap<>();
    final Map<String, Claim> claims = new HashMap<>();
    final Map<String, Answered> answers = new HashMap<>();
    Instant now = Instant.parse("2026-03-10T12:00:00Z");

    record Answered(String fingerprint, Object answer) {}

    public Story at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    public Instant now() {
        return now;
    }

    public List<DomainEvent> log() {
        return log;
    }

    /** What has happened since the log was so long. */
    public List<DomainEvent> since(int size) {
        return List.copyOf(log.subList(size, log.size()));
    }

    @SuppressWarnings("unchecked") // each handler answers what its command declares
    public <R> R send(Command<R> command) {
        CommandHandler<?> handler = HANDLERS.stream()
                .filter(candidate -> candidate.commands().isInstance(command))
                .findFirst()
                .orElseThrow();
        StoryWorkspace work = new StoryWorkspace(this);
        try {
            R answer = (R) ((CommandHandler<Command<?>>) handler).handle(command, work);
            Balance.mustHold(work.recorded());
            work.append();
            return answer;
        } catch (RefusedException refused) {
            work.claimsMustBeFree();
            throw refused;
        }
    }

    public <T extends Refusal> T refused(Command<?> command, Class<T> why) {
        List<DomainEvent> before = List.copyOf(log);
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> send(command));
        assertThat(refused).as("refusal of %s", command).isNotNull();
        assertThat(refused.refusal()).isInstanceOf(why);
        assertThat(log).isEqualTo(before);
        return why.cast(refused.refusal());
    }

    public CustomerId customer() {
        return send(new CreateCustomer(
                new CustomerId(UUID.randomUUID()),
                new ContactData("Ada", "Lovelace", "ada@example.org", Optional.empty(), Optional.empty()),
                Optional.empty(),
                KycStatus.NONE,
                Map.of()));
    }

    public AccountId account(String currency) {
        return send(opening(customer(), AccountLimits.none(Currency.of(currency))));
    }

    public AccountId account(String currency, String balance) {
        AccountId account = account(currency);
        deposit(account, Money.of(balance, currency));
        return account;
    }

    public static OpenAccount opening(CustomerId customer, AccountLimits limits) {
        return new OpenAccount(
                new AccountId(UUID.randomUUID()),
                customer,
                ProductType.CHECKING,
                Optional.empty(),
                limits.minimumBalance().currency(),
                "Everyday",
                UUID.randomUUID().toString(),
                ZoneOffset.UTC,
                limits,
                Map.of());
    }

    public Receipt deposit(AccountId account, Money amount) {
        return send(new Deposit(account, instruction(amount)));
    }

    public Receipt withdraw(AccountId account, Money amount) {
        return send(new Withdraw(account, instruction(amount)));
    }

    public static Transfer transfer(AccountId from, AccountId to, Money amount) {
        return new Transfer(from, to, TransactionType.TRANSFER_INTERNAL, instruction(amount));
    }

    public Reverse reversal(Receipt original) {
        return new Reverse(
                new TransactionId(UUID.randomUUID()),
                original.transactionId(),
                positionOf(original.transactionId()),
                "entered by mistake");
    }

    public long positionOf(TransactionId transaction) {
        for (int i = 0; i < log.size(); i++) {
            if (log.get(i) instanceof BalanceChanged changed
                    && changed.transaction().equals(transaction)) {
                return i + 1L;
            }
        }
        throw new IllegalArgumentException("no " + transaction);
    }

    public ExchangeRate quote(String base, String quote, String rate) {
        return send(new QuoteRate(rate(base, quote, rate, now)));
    }

    public static ExchangeRate rate(String base, String quote, String rate, Instant quotedAt) {
        return new ExchangeRate(
                new RateId(UUID.randomUUID()),
                Currency.of(base),
                Currency.of(quote),
                new BigDecimal(rate),
                "a test",
                quotedAt);
    }

    public Object state(StreamId stream) {
        return Objects.requireNonNull(states.get(stream));
    }

    public OpenedAccount opened(AccountId account) {
        return (OpenedAccount) Objects.requireNonNull(states.get(AccountState.streamOf(account)));
    }

    @SuppressWarnings("unchecked") // states are kept by their types' streams
    public <S> S state(EntityType<S> type, StreamId stream) {
        return (S) states.getOrDefault(stream, type.initial());
    }

    /** Appends what a step of the bank's day has decided. */
    public void append(List<? extends DomainEvent> events) {
        Balance.mustHold(List.copyOf(events));
        for (DomainEvent event : events) {
            EntityType<?> type = Objects.requireNonNull(TYPES.get(event.stream().entityType()));
            know(event.stream(), evolved(type, event));
            log.add(event);
        }
    }

    /** A state that could be kept as a snapshot must be read as it was written. */
    void know(StreamId stream, Object state) {
        Class<?> kept = Objects.requireNonNull(TYPES.get(stream.entityType())).snapshotType();
        if (kept.isInstance(state)) {
            assertThat(Json.read(Json.text(state), kept)).isEqualTo(state);
        }
        states.put(stream, state);
    }

    private <S> S evolved(EntityType<S> type, DomainEvent event) {
        return type.evolve().apply(state(type, event.stream()), event);
    }

    public Money balance(AccountId account) {
        return opened(account).balance();
    }

    public static Instruction instruction(Money amount) {
        return Instruction.of(new TransactionId(UUID.randomUUID()), amount, "test");
    }

    public static IdempotencyKey key(String key) {
        return new IdempotencyKey(key, "fingerprint of " + key);
    }
}
