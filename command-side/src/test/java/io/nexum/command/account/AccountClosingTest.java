package io.nexum.command.account;

import static io.nexum.command.account.StoryProducts.fees;
import static io.nexum.command.product.Products.deposit;
import static io.nexum.command.product.Products.fee;
import static io.nexum.command.product.Products.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.Story;
import io.nexum.kernel.account.AccountCommand.AgreeInterest;
import io.nexum.kernel.account.AccountCommand.CloseAccount;
import io.nexum.kernel.account.AccountEvent.AccountDebited;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountRefusal.BalanceIsNotClosingFees;
import io.nexum.kernel.account.AccountRefusal.BalanceNotZero;
import io.nexum.kernel.account.AccountStatus;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.product.DepositConditions.TransactionLimits;
import io.nexum.kernel.product.FeeScale;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductFee.Condition;
import io.nexum.kernel.product.ProductFee.Event;
import io.nexum.kernel.product.ProductFee.Frequency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What closing an account costs, and what is left when it closes. */
class AccountClosingTest {
    private static final ProductFee EARLY = new ProductFee(
            "early_closing",
            Event.CLOSING,
            FeeScale.fixed(usd("20.00")),
            Condition.CLOSED_WITHIN_DAYS,
            Optional.empty(),
            Optional.of(90),
            Frequency.ONE_TIME);

    private final Story story = new Story();
    private final StoryProducts products = new StoryProducts(story);

    @Test
    void closing_costs_its_fee_which_must_be_on_the_account_and_no_more() {
        AccountId account = products.account(deposit("0.00", TransactionLimits.NONE, fee(Event.CLOSING, "25.00")));
        BalanceIsNotClosingFees empty = refused(account);
        assertThat(empty.fees()).isEqualTo(usd("25.00"));
        story.deposit(account, usd("30.00"));
        refused(account);
        story.withdraw(account, usd("5.00"));
        int before = story.log().size();

        close(account);

        assertThat(fees(story.since(before))).containsExactly(usd("25.00"));
        assertThat(((AccountDebited) story.since(before).getFirst()).lines())
                .containsExactly(
                        JournalLine.debit(DefaultChart.CHECKING_DEPOSITS, account, usd("25.00")),
                        JournalLine.credit(DefaultChart.FEE_INCOME, usd("25.00")));
        mustBeClosedAtZero(account);
    }

    @Test
    void closing_early_costs_within_the_days_of_the_product_and_nothing_after_them() {
        AccountId last = products.account(deposit("0.00", TransactionLimits.NONE, EARLY));
        AccountId after = products.account(deposit("0.00", TransactionLimits.NONE, EARLY));
        story.deposit(last, usd("20.00"));

        story.at("2026-06-08T12:00:00Z");
        close(last);
        refused(after);
        story.at("2026-06-09T12:00:00Z");
        close(after);

        mustBeClosedAtZero(last);
        mustBeClosedAtZero(after);
    }

    @Test
    void a_minimum_that_had_to_stay_is_paid_out_and_what_else_is_left_is_not() {
        AccountId account = products.account(deposit("50.00", TransactionLimits.NONE, EARLY));
        story.deposit(account, usd("71.00"));
        refused(account);
        story.withdraw(account, usd("1.00"));
        int before = story.log().size();

        close(account);

        assertThat(fees(story.since(before))).containsExactly(usd("20.00"));
        assertThat(((AccountDebited) story.since(before).get(1)).movement().amount())
                .isEqualTo(usd("50.00"));
        mustBeClosedAtZero(account);
    }

    @Test
    void interest_that_has_accrued_pays_towards_the_fees_and_the_rest_of_it_is_paid_out() {
        AccountId account = products.account(deposit("0.00", TransactionLimits.NONE, fee(Event.CLOSING, "10.00")));
        story.send(new AgreeInterest(account, Optional.of(InterestStory.simple("0.05"))));
        story.deposit(account, usd("10000.00"));
        story.at("2026-03-20T12:00:00Z").withdraw(account, usd("10000.00"));

        close(account);

        // Ten days earn 13.70.
        assertThat(story.log().stream()
                        .filter(AccountDebited.class::isInstance)
                        .map(event -> ((AccountDebited) event).movement().amount()))
                .containsExactly(usd("10000.00"), usd("10.00"), usd("3.70"));
        mustBeClosedAtZero(account);
    }

    @Test
    void without_fees_an_account_closes_at_zero_and_one_that_is_overdrawn_not_at_all() {
        AccountId account = products.account(deposit("0.00", TransactionLimits.NONE));
        story.withdraw(account, usd("1.00"));
        story.refused(new CloseAccount(account, "done"), BalanceNotZero.class);
        story.deposit(account, usd("2.00"));
        story.refused(new CloseAccount(account, "done"), BalanceNotZero.class);
        story.withdraw(account, usd("1.00"));

        close(account);

        mustBeClosedAtZero(account);
    }

    private BalanceIsNotClosingFees refused(AccountId account) {
        return story.refused(new CloseAccount(account, "done"), BalanceIsNotClosingFees.class);
    }

    private void close(AccountId account) {
        story.send(new CloseAccount(account, "done"));
    }

    private void mustBeClosedAtZero(AccountId account) {
        assertThat(story.opened(account).status()).isEqualTo(AccountStatus.CLOSED);
        assertThat(story.balance(account).isZero()).isTrue();
    }
}
