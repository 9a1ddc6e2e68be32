package io.nexum.command;

import io.nexum.kernel.Command;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands.Outcome;
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
import io.nexum.kernel.ledger.LedgerCommand.SeedChart;
import io.nexum.kernel.log.LogListener;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.store.Stores;
import io.nexum.kernel.transaction.Instruction;
import io.nexum.kernel.transaction.Receipt;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import io.nexum.kernel.transaction.TransactionCommand.Transfer;
import io.nexum.kernel.transaction.TransactionCommand.Withdraw;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A bank with a command side and nothing else, for tests: it speaks in short sentences. */
public final class TestBank implements AutoCloseable {
    private final CommandSide commands;

    private TestBank(CommandSide commands) {
        this.commands = commands;
    }

    public static TestBank on(Stores stores) {
        return on(stores, CommandSettings.defaults(), (tenant, position) -> {});
    }

    public static TestBank on(Stores stores, CommandSettings settings, LogListener listener) {
        TestBank bank = new TestBank(CommandSide.start(stores, settings, listener, TestKeys.of(stores)));
        bank.send(new SeedChart());
        return bank;
    }

    public <R> R send(Command<R> command) {
        return commands.send(command, context()).answer();
    }

    public <R> Outcome<R> send(Command<R> command, IdempotencyKey key) {
        return commands.send(command, context().withIdempotency(key));
    }

    public <R> R tryOut(Command<R> command) {
        return commands.send(command, context().asDryRun()).answer();
    }

    static CommandContext context() {
        return CommandContext.of(
                TenantId.DEFAULT,
                "tester",
                UUID.randomUUID().toString(),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    public CustomerId customer() {
        return send(new CreateCustomer(
                new CustomerId(UUID.randomUUID()),
                new ContactData("Ada", "Lovelace", "ada@example.org", Optional.empty(), Optional.empty()),
                Optional.empty(),
                KycStatus.NONE,
                Map.of()));
    }

    public AccountId account(CustomerId customer, String currency) {
        return account(customer, AccountLimits.none(Currency.of(currency)));
    }

    public AccountId account(CustomerId customer, AccountLimits limits) {
        return send(new OpenAccount(
                new AccountId(UUID.randomUUID()),
                customer,
                ProductType.CHECKING,
                Optional.empty(),
                limits.minimumBalance().currency(),
                "Everyday",
                UUID.randomUUID().toString(),
                ZoneOffset.UTC,
                limits,
                Map.of()));
    }

    public Receipt deposit(AccountId account, String amount) {
        return send(new Deposit(account, usd(amount)));
    }

    public Receipt withdraw(AccountId account, String amount) {
        return send(new Withdraw(account, usd(amount)));
    }

    public Receipt transfer(AccountId from, AccountId to, String amount) {
        return send(new Transfer(from, to, TransactionType.TRANSFER_INTERNAL, usd(amount)));
    }

    public static Instruction usd(String amount) {
        return Instruction.of(new TransactionId(UUID.randomUUID()), Money.of(amount, "USD"), "test");
    }

    @Override
    public void close() {
        commands.close();
    }
}
