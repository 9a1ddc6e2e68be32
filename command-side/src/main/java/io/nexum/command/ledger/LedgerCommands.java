package io.nexum.command.ledger;

import io.nexum.command.CommandHandler;
import io.nexum.command.EntityType;
import io.nexum.command.Workspace;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountRefusal;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.GlAccount;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.LedgerCommand;
import io.nexum.kernel.ledger.LedgerCommand.OpenGlAccount;
import io.nexum.kernel.ledger.LedgerCommand.PostJournalEntry;
import io.nexum.kernel.ledger.LedgerCommand.SeedChart;
import io.nexum.kernel.ledger.LedgerEvent;
import io.nexum.kernel.ledger.LedgerEvent.GlAccountOpened;
import io.nexum.kernel.ledger.LedgerEvent.JournalEntryPosted;
import io.nexum.kernel.ledger.LedgerRefusal;
import io.nexum.kernel.ledger.Side;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The chart of accounts and the entries that people make by hand. */
public final class LedgerCommands implements CommandHandler<LedgerCommand<?>> {
    public static final EntityType<?> CHART = ChartState.TYPE;
    public static final EntityType<?> ENTRY = JournalEntryState.TYPE;

    private static final int FEWEST_LINES = 2;
    private static final int MOST_YEARS_BACK = 10;

    @Override
    public Class<?> commands() {
        return LedgerCommand.class;
    }

    @Override
    public Object handle(LedgerCommand<?> command, Workspace work) {
        ChartState chart = work.load(ChartState.TYPE, LedgerEvent.CHART);
        return switch (command) {
            case OpenGlAccount open -> open(open.account(), chart, work);
            case SeedChart seed -> seed(chart, work);
            case PostJournalEntry post -> post(post, chart, work);
        };
    }

    private static GlAccount open(GlAccount account, ChartState chart, Workspace work) {
        if (chart.find(account.code()).isPresent()) {
            throw new RefusedException(new Refusals.AlreadyTaken(
                    "general-ledger account", account.code().toString()));
        }
        account.parent().ifPresent(parent -> mustExist(parent, chart));
        work.record(new GlAccountOpened(account));
        return account;
    }

    private static Integer seed(ChartState chart, Workspace work) {
        List<GlAccount> missing = DefaultChart.ACCOUNTS.stream()
                .filter(account -> chart.find(account.code()).isEmpty())
                .toList();
        missing.forEach(account -> work.record(new GlAccountOpened(account)));
        return missing.size();
    }

    private static JournalEntryPosted post(PostJournalEntry command, ChartState chart, Workspace work) {
        JournalEntryState entry = work.load(JournalEntryState.TYPE, JournalEntryState.TYPE.stream(command.entry()));
        if (entry.posted()) {
            throw new RefusedException(new Refusals.AlreadyTaken(
                    "journal entry id", command.entry().toString()));
        }
        for (JournalLine line : command.lines()) {
            if (mustExist(line.account(), chart).control()) {
                throw new RefusedException(new LedgerRefusal.ControlAccount(line.account()));
            }
        }
        mustBalance(command.lines());
        LocalDate today = work.bookingDate();
        LocalDate valueDate = command.valueDate().orElse(today);
        LocalDate earliest = today.minusYears(MOST_YEARS_BACK);
        if (valueDate.isAfter(today) || valueDate.isBefore(earliest)) {
            throw new RefusedException(new AccountRefusal.ValueDateOutOfRange(valueDate, earliest, today));
        }
        JournalEntryPosted posted = new JournalEntryPosted(
                command.entry(),
                command.transaction(),
                today,
                valueDate,
                command.description(),
                command.reference(),
                command.lines());
        work.record(posted);
        return posted;
    }

    private static GlAccount mustExist(GlCode code, ChartState chart) {
        return chart.find(code)
                .orElseThrow(
                        () -> new RefusedException(new Refusals.NotFound("general-ledger account", code.toString())));
    }

    private static void mustBalance(List<JournalLine> lines) {
        if (lines.size() < FEWEST_LINES) {
            throw new RefusedException(new LedgerRefusal.TooFewLines(lines.size()));
        }
        Map<Currency, Money> debits = new HashMap<>();
        Map<Currency, Money> credits = new HashMap<>();
        for (JournalLine line : lines) {
            Currency currency = line.amount().currency();
            debits.putIfAbsent(currency, Money.zero(currency));
            credits.putIfAbsent(currency, Money.zero(currency));
            (line.side() == Side.DEBIT ? debits : credits).merge(currency, line.amount(), Money::plus);
        }
        debits.forEach((currency, debit) -> {
            Money credit = credits.getOrDefault(currency, Money.zero(currency));
            if (debit.compareTo(credit) != 0) {
                throw new RefusedException(new LedgerRefusal.UnbalancedEntry(debit, credit));
            }
        });
    }
}
