package io.nexum.command.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.Story;
import io.nexum.kernel.Refusals.NotFound;
import io.nexum.kernel.account.AccountCommand.FreezeAccount;
import io.nexum.kernel.account.AccountEvent.BalanceChanged;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountRefusal.AccountNotActive;
import io.nexum.kernel.account.AccountRefusal.AmountTooLarge;
import io.nexum.kernel.account.AccountRefusal.CurrencyMismatch;
import io.nexum.kernel.account.AccountRefusal.InsufficientFunds;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.rate.RateCommand.QuoteRate;
import io.nexum.kernel.rate.RateRefusal.NoRate;
import io.nexum.kernel.rate.RateRefusal.QuotedInTheFuture;
import io.nexum.kernel.rate.RateRefusal.StaleRate;
import io.nexum.kernel.transaction.Receipt;
import io.nexum.kernel.transaction.TransactionRefusal.ConvertsToNothing;
import io.nexum.kernel.transaction.TransactionRefusal.SameAccount;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From one account to another, in one currency and across two. */
class TransferTest {
    private final Story story = new Story();
    private final AccountId dollars = story.account("USD", "100.00");
    private final AccountId more = story.account("USD");
    private final AccountId euros = story.account("EUR");
    private final AccountId yen = story.account("JPY");

    @Test
    void a_transfer_takes_from_one_and_gives_to_the_other() {
        Receipt receipt = story.send(Story.transfer(dollars, more, usd("30.00")));

        assertThat(story.balance(dollars)).isEqualTo(usd("70.00"));
        assertThat(story.balance(more)).isEqualTo(usd("30.00"));
        assertThat(receipt.creditedAmount()).isEmpty();
        assertThat(receipt.balances())
                .extracting(Receipt.BalanceAfter::balance)
                .containsExactly(usd("70.00"), usd("30.00"));
    }

    @Test
    void a_transfer_is_refused_whole() {
        AccountId nobody = new AccountId(UUID.randomUUID());

        story.refused(Story.transfer(dollars, more, usd("100.01")), InsufficientFunds.class);
        story.refused(Story.transfer(dollars, dollars, usd("1.00")), SameAccount.class);
        story.refused(Story.transfer(dollars, nobody, usd("1.00")), NotFound.class);
        story.refused(Story.transfer(nobody, dollars, usd("1.00")), NotFound.class);
        story.refused(Story.transfer(dollars, more, Money.of("1.00", "EUR")), CurrencyMismatch.class);
        story.send(new FreezeAccount(more, "fraud suspected"));
        story.refused(Story.transfer(dollars, more, usd("1.00")), AccountNotActive.class);
    }

    @Test
    void across_currencies_each_balances_by_itself_through_the_position_account() {
        story.quote("USD", "EUR", "0.9155");
        int before = story.log().size();

        Receipt receipt = story.send(Story.transfer(dollars, euros, usd("10.01")));

        assertThat(receipt.creditedAmount()).contains(Money.of("9.16", "EUR"));
        assertThat(receipt.rate()).contains(new BigDecimal("0.9155"));
        assertThat(story.balance(euros)).isEqualTo(Money.of("9.16", "EUR"));
        assertThat(story.since(before).stream()
                        .map(event -> ((BalanceChanged) event).lines())
                        .toList())
                .allSatisfy(lines -> {
                    assertThat(lines.stream().map(JournalLine::signed).reduce(Money::plus))
                            .hasValueSatisfying(sum -> assertThat(sum.isZero()).isTrue());
                    assertThat(lines).extracting(JournalLine::account).contains(DefaultChart.CURRENCY_POSITION);
                });
    }

    @Test
    void the_inverse_of_a_quotation_serves_and_the_newer_of_both_counts() {
        story.quote("EUR", "USD", "1.25");
        assertThat(story.send(Story.transfer(dollars, euros, usd("10.00"))).creditedAmount())
                .contains(Money.of("8.00", "EUR"));

        story.at("2026-03-10T12:01:00Z").quote("USD", "EUR", "0.90");
        assertThat(story.send(Story.transfer(dollars, euros, usd("10.00"))).creditedAmount())
                .contains(Money.of("9.00", "EUR"));

        story.at("2026-03-10T12:02:00Z").quote("EUR", "USD", "2");
        assertThat(story.send(Story.transfer(dollars, euros, usd("10.00"))).creditedAmount())
                .contains(Money.of("5.00", "EUR"));
    }

    @Test
    void an_older_quotation_entered_later_does_not_replace_a_newer_one() {
        story.quote("USD", "EUR", "0.90");
        story.send(new QuoteRate(Story.rate("USD", "EUR", "0.10", story.now().minusSeconds(1))));

        assertThat(story.send(Story.transfer(dollars, euros, usd("10.00"))).creditedAmount())
                .contains(Money.of("9.00", "EUR"));
    }

    @Test
    void a_transfer_waits_for_no_rate() {
        story.refused(Story.transfer(dollars, euros, usd("1.00")), NoRate.class);
        story.quote("USD", "EUR", "0.90");
        story.at("2026-03-11T12:00:00.000001Z");
        story.refused(Story.transfer(dollars, euros, usd("1.00")), StaleRate.class);
        story.at("2026-03-11T12:00:00Z");
        assertThat(story.send(Story.transfer(dollars, euros, usd("1.00"))).rate())
                .isPresent();
        story.refused(
                new QuoteRate(Story.rate("USD", "EUR", "1", story.now().plusSeconds(1))), QuotedInTheFuture.class);
    }

    @Test
    void an_amount_that_converts_to_nothing_or_to_too_much_is_refused() {
        story.quote("USD", "JPY", "0.5");
        story.refused(Story.transfer(dollars, yen, usd("1.00")), ConvertsToNothing.class);
        assertThat(story.send(Story.transfer(dollars, yen, usd("1.02"))).creditedAmount())
                .contains(Money.of("1", "JPY"));
        story.at("2026-03-10T12:01:00Z").quote("USD", "JPY", "999999999999");
        story.deposit(dollars, usd("9000000.00"));
        story.refused(Story.transfer(dollars, yen, usd("9000000.00")), AmountTooLarge.class);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
