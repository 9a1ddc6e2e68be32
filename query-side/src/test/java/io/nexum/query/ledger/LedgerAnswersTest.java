package io.nexum.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.PageRequest;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.GlAccount;
import io.nexum.kernel.ledger.GlAccountType;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalEntryId;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.LedgerEvent.GlAccountOpened;
import io.nexum.kernel.ledger.LedgerEvent.JournalEntryPosted;
import io.nexum.kernel.ledger.LedgerQuery.AccountLedgerView;
import io.nexum.kernel.ledger.LedgerQuery.DateBasis;
import io.nexum.kernel.ledger.LedgerQuery.FindJournalEntries;
import io.nexum.kernel.ledger.LedgerQuery.GetAccountLedger;
import io.nexum.kernel.ledger.LedgerQuery.GetChart;
import io.nexum.kernel.ledger.LedgerQuery.GetGlAccount;
import io.nexum.kernel.ledger.LedgerQuery.GetTrialBalance;
import io.nexum.kernel.ledger.LedgerQuery.JournalEntryView;
import io.nexum.kernel.ledger.LedgerQuery.LedgerLine;
import io.nexum.kernel.ledger.LedgerQuery.TrialBalance;
import io.nexum.kernel.ledger.LedgerQuery.TrialBalanceRow;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.query.TestBank;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerAnswersTest {
    private static final GlCode RENT = new GlCode("5040.rent");
    private static final PageRequest ALL = PageRequest.FIRST;

    private final TestBank bank = new TestBank();

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void the_chart_lists_every_account_by_code() {
        GlAccount rent = new GlAccount(RENT, "Rent", GlAccountType.EXPENSE, false, Optional.of(new GlCode("5040")));
        bank.append(new GlAccountOpened(rent));

        assertThat(bank.ask(new GetGlAccount(RENT))).isEqualTo(rent);
        assertThat(bank.ask(new GetChart())).contains(rent).containsAll(DefaultChart.ACCOUNTS);
        assertThat(bank.ask(new GetChart())).isSortedAccordingTo(java.util.Comparator.comparing(GlAccount::code));
        assertThatThrownBy(() -> bank.ask(new GetGlAccount(new GlCode("9999")))).isInstanceOf(RefusedException.class);
    }

    @Test
    void the_journal_shows_transactions_and_manual_entries_with_their_lines() {
        AccountId from = bank.account();
        AccountId to = bank.account();
        TransactionId deposit = bank.deposit(from, "100");
        TransactionId transfer = bank.transfer(from, to, "40");
        TransactionId manual = journalEntry("7", bank.today());

        List<JournalEntryView> entries = entries(Optional.empty(), Optional.empty());

        assertThat(entries).extracting(JournalEntryView::transactionId).containsExactly(manual, transfer, deposit);
        assertThat(entries)
                .extracting(JournalEntryView::type)
                .containsExactly("journal_entry", "transfer_internal", "deposit");
        assertThat(entries.get(0).lines())
                .containsExactly(
                        new JournalLine(
                                new GlCode("5040"), Optional.of("office"), io.nexum.kernel.ledger.Side.DEBIT, usd("7")),
                        JournalLine.credit(DefaultChart.CASH, usd("7")));
        assertThat(entries.get(1).lines())
                .containsExactly(
                        JournalLine.debit(DefaultChart.CHECKING_DEPOSITS, from, usd("40")),
                        JournalLine.credit(DefaultChart.CHECKING_DEPOSITS, to, usd("40")));
        assertThat(entries(Optional.of(transfer), Optional.empty())).hasSize(1);
        assertThat(entries(Optional.empty(), Optional.of(DefaultChart.CASH)))
                .extracting(JournalEntryView::transactionId)
                .containsExactly(manual, deposit);
    }

    @Test
    void the_journal_is_found_by_booking_day() {
        AccountId account = bank.account();
        LocalDate first = bank.today();
        TransactionId early = bank.deposit(account, "1");
        bank.nextDay();
        TransactionId late = bank.deposit(account, "2");

        assertThat(bank.ask(new FindJournalEntries(
                                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(first), ALL))
                        .items())
                .extracting(JournalEntryView::transactionId)
                .containsExactly(early);
        assertThat(bank.ask(new FindJournalEntries(
                                Optional.empty(), Optional.empty(), Optional.of(bank.today()), Optional.empty(), ALL))
                        .items())
                .extracting(JournalEntryView::transactionId)
                .containsExactly(late);
    }

    @Test
    void an_account_ledger_runs_from_its_opening_to_its_closing_balance() {
        AccountId account = bank.account();
        bank.deposit(account, "100");
        bank.nextDay();
        bank.deposit(account, "50");
        bank.withdraw(account, "30");
        bank.nextDay();
        bank.deposit(account, "1000");
        LocalDate day = bank.today().minusDays(1);

        AccountLedgerView cash = ledger(DefaultChart.CASH, Optional.empty(), Optional.of(day), ALL);
        assertThat(cash.openingBalance()).isEqualTo(usd("100"));
        assertThat(cash.closingBalance()).isEqualTo(usd("120"));
        assertThat(cash.lines().items()).extracting(LedgerLine::balance).containsExactly(usd("150"), usd("120"));

        AccountLedgerView deposits =
                ledger(DefaultChart.CHECKING_DEPOSITS, Optional.of(account.toString()), Optional.of(day), ALL);
        assertThat(deposits.openingBalance()).isEqualTo(usd("100"));
        assertThat(deposits.closingBalance()).isEqualTo(usd("120"));
        assertThat(deposits.lines().items())
                .extracting(LedgerLine::subAccount)
                .containsOnly(Optional.of(account.toString()));

        AccountLedgerView page = ledger(DefaultChart.CASH, Optional.empty(), Optional.empty(), new PageRequest(2, 1));
        assertThat(page.lines().items()).extracting(LedgerLine::balance).containsExactly(usd("120"));
        assertThat(page.lines().total()).isEqualTo(4);
        assertThat(page.closingBalance()).isEqualTo(usd("1120"));
    }

    @Test
    void a_manual_entrys_sub_account_has_a_ledger_of_its_own() {
        journalEntry("7", bank.today());
        journalEntry("8", bank.today());
        AccountLedgerView office = ledger(new GlCode("5040"), Optional.of("office"), Optional.empty(), ALL);
        assertThat(office.closingBalance()).isEqualTo(usd("15"));
        assertThat(ledger(new GlCode("5040"), Optional.of("factory"), Optional.empty(), ALL)
                        .lines()
                        .items())
                .isEmpty();
    }

    @Test
    void the_trial_balance_sums_to_zero_in_each_currency() {
        AccountId usd = bank.account();
        Currency jpy = Currency.of("JPY");
        AccountId yen = bank.account(bank.customer(), jpy, AccountLimits.none(jpy));
        bank.deposit(usd, "100");
        bank.exchange(usd, yen, usd("10"), Money.of("1515", "JPY"), new BigDecimal("151.5"));
        journalEntry("7", bank.today());

        TrialBalance now = trialBalance(Optional.empty(), DateBasis.BOOKING_DATE, Optional.empty());

        assertThat(now.balanced()).isTrue();
        assertThat(now.totals()).hasSize(2).allMatch(total -> total.difference().isZero());
        assertThat(balance(now, DefaultChart.CASH, "USD")).isEqualTo(usd("93"));
        assertThat(balance(now, DefaultChart.CHECKING_DEPOSITS, "USD")).isEqualTo(usd("90"));
        assertThat(balance(now, DefaultChart.CHECKING_DEPOSITS, "JPY")).isEqualTo(Money.of("1515", "JPY"));
        assertThat(balance(now, DefaultChart.CURRENCY_POSITION, "USD")).isEqualTo(usd("-10"));
        assertThat(now.position()).isEqualTo(bank.log.position());
    }

    @Test
    void the_trial_balance_of_the_past_is_by_booking_date_by_value_date_or_by_position() {
        AccountId account = bank.account();
        LocalDate first = bank.today();
        bank.deposit(account, "100");
        long position = bank.log.position();
        bank.nextDay();
        bank.deposit(account, "7", first);

        TrialBalance byBooking = trialBalance(Optional.of(first), DateBasis.BOOKING_DATE, Optional.empty());
        TrialBalance byValue = trialBalance(Optional.of(first), DateBasis.VALUE_DATE, Optional.empty());
        TrialBalance byPosition = trialBalance(Optional.empty(), DateBasis.BOOKING_DATE, Optional.of(position));

        assertThat(balance(byBooking, DefaultChart.CASH, "USD")).isEqualTo(usd("100"));
        assertThat(balance(byValue, DefaultChart.CASH, "USD")).isEqualTo(usd("107"));
        assertThat(balance(byPosition, DefaultChart.CASH, "USD")).isEqualTo(usd("100"));
        assertThat(byPosition.position()).isEqualTo(position);
        assertThat(List.of(byBooking, byValue, byPosition)).allMatch(TrialBalance::balanced);
        assertThatThrownBy(() -> trialBalance(Optional.empty(), DateBasis.BOOKING_DATE, Optional.of(-1L)))
                .isInstanceOf(RefusedException.class);
    }

    private TransactionId journalEntry(String amount, LocalDate day) {
        TransactionId transaction = new TransactionId(UUID.randomUUID());
        bank.append(new JournalEntryPosted(
                new JournalEntryId(UUID.randomUUID()),
                transaction,
                day,
                day,
                "rent",
                Optional.of("march"),
                List.of(
                        JournalLine.debit(new GlCode("5040"), "office", usd(amount)),
                        JournalLine.credit(DefaultChart.CASH, usd(amount)))));
        return transaction;
    }

    private List<JournalEntryView> entries(Optional<TransactionId> transaction, Optional<GlCode> account) {
        return bank.ask(new FindJournalEntries(transaction, account, Optional.empty(), Optional.empty(), ALL))
                .items();
    }

    private AccountLedgerView ledger(
            GlCode code, Optional<String> subAccount, Optional<LocalDate> day, PageRequest page) {
        return bank.ask(new GetAccountLedger(code, TestBank.USD, subAccount, day, day, page));
    }

    private TrialBalance trialBalance(Optional<LocalDate> asOf, DateBasis basis, Optional<Long> position) {
        return bank.ask(new GetTrialBalance(asOf, basis, position));
    }

    private static Money balance(TrialBalance balance, GlCode code, String currency) {
        return balance.rows().stream()
                .filter(row ->
                        row.account().equals(code) && row.currency().code().equals(currency))
                .map(TrialBalanceRow::balance)
                .findFirst()
                .orElseThrow();
    }

    private static Money usd(String amount) {
        return Money.of(new BigDecimal(amount), TestBank.USD);
    }
}
