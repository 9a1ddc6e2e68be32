package io.nexum.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.Story;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.Refusals.NotFound;
import io.nexum.kernel.account.AccountRefusal.ValueDateOutOfRange;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.GlAccount;
import io.nexum.kernel.ledger.GlAccountType;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalEntryId;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.LedgerCommand.OpenGlAccount;
import io.nexum.kernel.ledger.LedgerCommand.PostJournalEntry;
import io.nexum.kernel.ledger.LedgerCommand.SeedChart;
import io.nexum.kernel.ledger.LedgerEvent.JournalEntryPosted;
import io.nexum.kernel.ledger.LedgerRefusal.ControlAccount;
import io.nexum.kernel.ledger.LedgerRefusal.TooFewLines;
import io.nexum.kernel.ledger.LedgerRefusal.UnbalancedEntry;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The chart of accounts and the entries made by hand. */
class LedgerTest {
    private static final GlCode CAPITAL = new GlCode("3010");
    private final Story story = new Story();

    @BeforeEach
    void seed() {
        story.send(new SeedChart());
    }

    @Test
    void a_bank_gets_the_default_chart_once() {
        int seeded = story.log().size();

        assertThat(seeded).isEqualTo(DefaultChart.ACCOUNTS.size());
        assertThat(story.send(new SeedChart())).isZero();
        assertThat(story.log()).hasSize(seeded);
    }

    @Test
    void a_chart_grows_by_accounts_with_codes_of_their_own_under_known_parents() {
        GlAccount marketing = account("5040.marketing", "5040");

        assertThat(story.send(new OpenGlAccount(marketing))).isEqualTo(marketing);

        story.refused(new OpenGlAccount(marketing), AlreadyTaken.class);
        story.refused(new OpenGlAccount(account("5050.travel", "5050")), NotFound.class);
        assertThat(story.send(entry(
                                JournalLine.debit(marketing.code(), usd("5.00")),
                                JournalLine.credit(DefaultChart.CASH, usd("5.00"))))
                        .lines())
                .hasSize(2);
    }

    @Test
    void an_entry_that_balances_in_each_currency_is_posted_today() {
        JournalEntryPosted posted = story.send(entry(
                JournalLine.debit(DefaultChart.CASH, usd("100.00")),
                JournalLine.credit(CAPITAL, usd("60.00")),
                JournalLine.credit(CAPITAL, usd("40.00")),
                JournalLine.debit(DefaultChart.CASH, Money.of("7", "JPY")),
                JournalLine.credit(CAPITAL, Money.of("7", "JPY"))));

        assertThat(posted.bookingDate()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(posted.valueDate()).isEqualTo(posted.bookingDate());
        assertThat(story.log().getLast()).isEqualTo(posted);
    }

    @Test
    void an_entry_that_does_not_balance_is_refused() {
        story.refused(
                entry(JournalLine.debit(DefaultChart.CASH, usd("100.00")), JournalLine.credit(CAPITAL, usd("99.99"))),
                UnbalancedEntry.class);
        story.refused(
                entry(
                        JournalLine.debit(DefaultChart.CASH, usd("100.00")),
                        JournalLine.credit(CAPITAL, Money.of("100.00", "EUR"))),
                UnbalancedEntry.class);
        story.refused(entry(JournalLine.debit(DefaultChart.CASH, usd("1.00"))), TooFewLines.class);
        story.refused(entry(), TooFewLines.class);
    }

    @Test
    void an_entry_touches_known_accounts_that_are_no_control_accounts() {
        story.refused(
                entry(
                        JournalLine.debit(DefaultChart.CASH, usd("1.00")),
                        JournalLine.credit(DefaultChart.CHECKING_DEPOSITS, usd("1.00"))),
                ControlAccount.class);
        story.refused(
                entry(
                        JournalLine.debit(DefaultChart.CASH, usd("1.00")),
                        JournalLine.credit(new GlCode("9999"), usd("1.00"))),
                NotFound.class);
    }

    @Test
    void an_entry_is_posted_once_and_not_for_tomorrow() {
        PostJournalEntry entry =
                entry(JournalLine.debit(DefaultChart.CASH, usd("1.00")), JournalLine.credit(CAPITAL, usd("1.00")));
        story.refused(valued(entry, LocalDate.of(2026, 3, 11)), ValueDateOutOfRange.class);
        story.refused(valued(entry, LocalDate.of(2016, 3, 9)), ValueDateOutOfRange.class);

        assertThat(story.send(valued(entry, LocalDate.of(2016, 3, 10))).valueDate())
                .isEqualTo(LocalDate.of(2016, 3, 10));

        story.refused(entry, AlreadyTaken.class);
    }

    private static PostJournalEntry entry(JournalLine... lines) {
        return new PostJournalEntry(
                new JournalEntryId(UUID.randomUUID()),
                new TransactionId(UUID.randomUUID()),
                "capital paid in",
                Optional.empty(),
                Optional.empty(),
                List.of(lines));
    }

    private static PostJournalEntry valued(PostJournalEntry entry, LocalDate date) {
        return new PostJournalEntry(
                entry.entry(),
                entry.transaction(),
                entry.description(),
                entry.reference(),
                Optional.of(date),
                entry.lines());
    }

    private static GlAccount account(String code, String parent) {
        return new GlAccount(
                new GlCode(code), "Marketing", GlAccountType.EXPENSE, false, Optional.of(new GlCode(parent)));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
