package io.nexum.bench.bank;

import io.nexum.command.CommandSettings;
import io.nexum.command.CommandSide;
import io.nexum.gateway.database.Database;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.IdempotencyKey;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountCommand.OpenAccount;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.ProductType;
import io.nexum.kernel.customer.ContactData;
import io.nexum.kernel.customer.CustomerCommand.CreateCustomer;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.KycStatus;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.Instruction;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import io.nexum.kernel.transaction.TransactionId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** The command side alone, in this process, on a database of its own or a bank's. */
public final class CommandBank implements AutoCloseable {
    private static final Currency USD = Currency.of("USD");
    private static final Money AMOUNT = Money.of("1.00", "USD");

    private static final int ACCOUNTS_A_CUSTOMER = 10;

    private final CommandSide commands;
    private final Database database;

    private CommandBank(CommandSide commands, Database database) {
        this.commands = commands;
        this.database = database;
    }

    /** Makes the tables if they are not there. */
    public static CommandBank start(PostgresServer postgres, String url) {
        Database database = postgres.open(url);
        CommandSide side = CommandSide.start(
                database.stores(), CommandSettings.defaults(), (tenant, head) -> {}, PostgresServer.keys(database));
        return new CommandBank(side, database);
    }

    /** Opens accounts, a few a customer. */
    public List<AccountId> openAccounts(int count) throws InterruptedException, ExecutionException {
        List<Callable<List<AccountId>>> customers = new ArrayList<>();
        for (int i = 0; i < count; i += ACCOUNTS_A_CUSTOMER) {
            int accounts = Math.min(ACCOUNTS_A_CUSTOMER, count - i);
            customers.add(() -> openOfOneCustomer(accounts));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<AccountId> accounts = new ArrayList<>();
            for (Future<List<AccountId>> opened : threads.invokeAll(customers)) {
                accounts.addAll(opened.get());
            }
            return accounts;
        }
    }

    private List<AccountId> openOfOneCustomer(int count) {
        CustomerId customer = new CustomerId(UUID.randomUUID());
        ContactData contact =
                new ContactData("Bench", "Customer", "bench@example.com", Optional.empty(), Optional.empty());
        commands.send(new CreateCustomer(customer, contact, Optional.empty(), KycStatus.VERIFIED, Map.of()), context());
        List<AccountId> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            accounts.add(openAccount(customer));
        }
        return accounts;
    }

    private AccountId openAccount(CustomerId customer) {
        UUID id = UUID.randomUUID();
        OpenAccount open = new OpenAccount(
                new AccountId(id),
                customer,
                ProductType.CHECKING,
                Optional.empty(),
                USD,
                "Bench",
                id.toString(),
                ZoneOffset.UTC,
                AccountLimits.none(USD),
                Map.of());
        return commands.send(open, context()).answer();
    }

    /** One deposit with a fresh idempotency key. */
    public void deposit(AccountId account) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        TransactionId transaction = new TransactionId(new UUID(random.nextLong(), random.nextLong()));
        String key = transaction.toString();
        commands.send(
                new Deposit(account, Instruction.of(transaction, AMOUNT, "bench deposit")),
                context().withIdempotency(new IdempotencyKey(key, key)));
    }

    private static CommandContext context() {
        return CommandContext.of(
                TenantId.DEFAULT, "bench", "bench", Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    public void close() {
        commands.close();
        database.close();
    }
}
