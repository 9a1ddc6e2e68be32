package io.nexum.command.transaction;

import io.nexum.command.Workspace;
import io.nexum.command.account.AccountRules;
import io.nexum.command.account.AccountState;
import io.nexum.command.account.OpenedAccount;
import io.nexum.command.rate.Conversion;
import io.nexum.command.rate.RateState;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.rate.ExchangeRate;
import io.nexum.kernel.rate.RateEvent;
import io.nexum.kernel.transaction.TransactionCommand.CaptureHold;
import io.nexum.kernel.transaction.TransactionCommand.ChargeFee;
import io.nexum.kernel.transaction.TransactionCommand.Credit;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import io.nexum.kernel.transaction.TransactionCommand.Single;
import io.nexum.kernel.transaction.TransactionCommand.Transfer;
import io.nexum.kernel.transaction.TransactionCommand.Withdraw;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The facts as the workspace has them, after everything that the command needs was loaded in the order it demands. */
final class WorkspaceBook implements Book {
    private final Workspace work;
    private final Duration oldestRate;

    private WorkspaceBook(Workspace work, Duration oldestRate) {
        this.work = work;
        this.oldestRate = oldestRate;
    }

    static WorkspaceBook loadedFor(Collection<? extends Single> commands, Workspace work, Duration oldestRate) {
        WorkspaceBook book = new WorkspaceBook(work, oldestRate);
        TreeSet<StreamId> accounts = new TreeSet<>();
        commands.forEach(command -> accountsOf(command).forEach(id -> accounts.add(AccountState.streamOf(id))));
        accounts.forEach(stream -> work.load(AccountState.TYPE, stream));
        TreeSet<StreamId> rates = new TreeSet<>();
        for (Single command : commands) {
            if (command instanceof Transfer transfer) {
                book.currencyOf(transfer.to())
                        .ifPresent(to -> rates.addAll(
                                pair(transfer.instruction().amount().currency(), to)));
            }
        }
        rates.forEach(stream -> work.load(RateState.TYPE, stream));
        return book;
    }

    private static List<StreamId> pair(Currency from, Currency to) {
        return from == to ? List.of() : List.of(RateEvent.streamOf(from, to), RateEvent.streamOf(to, from));
    }

    private static List<AccountId> accountsOf(Single command) {
        return switch (command) {
            case Deposit deposit -> List.of(deposit.account());
            case Withdraw withdraw -> List.of(withdraw.account());
            case Transfer transfer -> List.of(transfer.from(), transfer.to());
            case ChargeFee fee -> List.of(fee.account());
            case Credit credit -> List.of(credit.account());
            case CaptureHold capture -> List.of(capture.account());
        };
    }

    private Optional<Currency> currencyOf(AccountId id) {
        return work.load(AccountState.TYPE, AccountState.streamOf(id)) instanceof OpenedAccount account
                ? Optional.of(account.currency())
                : Optional.empty();
    }

    @Override
    public OpenedAccount account(AccountId id) {
        return AccountRules.mustExist(id, work.load(AccountState.TYPE, AccountState.streamOf(id)));
    }

    @Override
    public Conversion convert(Money amount, Currency to) {
        return Conversion.of(
                amount, to, newest(amount.currency(), to), newest(to, amount.currency()), at(), oldestRate);
    }

    private Optional<ExchangeRate> newest(Currency base, Currency quote) {
        return work.load(RateState.TYPE, RateEvent.streamOf(base, quote)).newest();
    }

    @Override
    public LocalDate bookingDate() {
        return work.bookingDate();
    }

    @Override
    public Instant at() {
        return work.at();
    }
}
