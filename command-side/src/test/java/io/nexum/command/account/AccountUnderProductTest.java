package io.nexum.command.account;

import static io.nexum.command.product.Products.checking;
import static io.nexum.command.product.Products.deposit;
import static io.nexum.command.product.Products.fee;
import static io.nexum.command.product.Products.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.Story;
import io.nexum.command.product.Products;
import io.nexum.kernel.account.AccountCommand.ChangeAccount;
import io.nexum.kernel.account.AccountCommand.MoveToProduct;
import io.nexum.kernel.account.AccountCommand.OpenAccount;
import io.nexum.kernel.account.AccountEvent.AccountCredited;
import io.nexum.kernel.account.AccountEvent.ProductAssigned;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.AccountRefusal.BeyondProduct;
import io.nexum.kernel.account.AccountRefusal.InsufficientFunds;
import io.nexum.kernel.account.AccountRefusal.NoProduct;
import io.nexum.kernel.account.AccountRefusal.OtherControlAccount;
import io.nexum.kernel.account.AccountRefusal.TransactionTooLarge;
import io.nexum.kernel.account.AccountRefusal.WithdrawalLimitExceeded;
import io.nexum.kernel.customer.CustomerCommand.UpdateKyc;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.CustomerRefusal.KycTierTooLow;
import io.nexum.kernel.customer.KycStatus;
import io.nexum.kernel.customer.KycTier;
import io.nexum.kernel.ledger.GlAccount;
import io.nexum.kernel.ledger.GlAccountType;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.LedgerCommand.OpenGlAccount;
import io.nexum.kernel.ledger.LedgerCommand.SeedChart;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.DepositConditions.TransactionLimits;
import io.nexum.kernel.product.GlRole;
import io.nexum.kernel.product.ProductCommand.ChangeProduct;
import io.nexum.kernel.product.ProductCommand.SuspendProduct;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductFee.Event;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductRefusal.ProductChangedMeanwhile;
import io.nexum.kernel.product.ProductRefusal.ProductNotActive;
import io.nexum.kernel.product.ProductRefusal.ProductOfOtherCurrency;
import io.nexum.kernel.product.ProductVersion;
import io.nexum.kernel.transaction.TransactionCommand.Withdraw;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An account obeys the version of the product that it was opened under. */
class AccountUnderProductTest {
    private final Story story = new Story();
    private final StoryProducts products = new StoryProducts(story);

    @Test
    void the_account_records_its_product_version_and_conditions() {
        DepositConditions conditions = deposit("0.00", TransactionLimits.NONE);
        ProductId product = products.offer(checking(conditions));

        AccountId account =
                story.send(StoryProducts.opening(story.customer(), product, 1, StoryProducts.limits(conditions)));

        assertThat(story.log())
                .contains(new ProductAssigned(
                        account,
                        new ProductVersion(product, 1),
                        conditions,
                        StoryProducts.limits(conditions),
                        LocalDate.of(2026, 3, 10)));
    }

    @Test
    void an_account_is_opened_only_under_an_active_product_in_its_newest_version_for_a_customer_known_well_enough() {
        DepositConditions conditions = deposit("0.00", TransactionLimits.NONE);
        CustomerId customer = story.customer();
        ProductId product = products.offer(checking(conditions, KycTier.TIER_2));
        OpenAccount opening = StoryProducts.opening(customer, product, 1, StoryProducts.limits(conditions));

        assertThat(story.refused(opening, KycTierTooLow.class).required()).isEqualTo(KycTier.TIER_2);
        story.send(new UpdateKyc(
                customer,
                KycStatus.VERIFIED,
                Optional.of(KycTier.TIER_2),
                List.of(),
                Optional.empty(),
                Optional.empty()));
        story.refused(
                StoryProducts.opening(customer, product, 1, AccountLimits.none(Currency.of("EUR"))),
                ProductOfOtherCurrency.class);
        story.refused(
                StoryProducts.opening(customer, product, 2, StoryProducts.limits(conditions)),
                ProductChangedMeanwhile.class);
        story.send(opening);
        story.send(new SuspendProduct(product));

        story.refused(
                StoryProducts.opening(customer, product, 1, StoryProducts.limits(conditions)), ProductNotActive.class);
    }

    @Test
    void an_accounts_own_limits_may_be_narrower_than_its_products_but_not_wider() {
        DepositConditions conditions = deposit(
                "10.00",
                new TransactionLimits(
                        Optional.empty(), Optional.of(usd("100.00")), Optional.empty(), Optional.empty()));
        ProductId product = products.offer(checking(conditions));
        CustomerId customer = story.customer();

        story.refused(StoryProducts.opening(customer, product, 1, own("0.00", "0.00", "50.00")), BeyondProduct.class);
        story.refused(
                StoryProducts.opening(customer, product, 1, own("10.00", "201.00", "50.00")), BeyondProduct.class);
        story.refused(StoryProducts.opening(customer, product, 1, own("10.00", "0.00", "101.00")), BeyondProduct.class);
        AccountId account = story.send(StoryProducts.opening(customer, product, 1, own("10.00", "0.00", "50.00")));

        story.refused(overdraft(account, "201.00"), BeyondProduct.class);
        story.send(overdraft(account, "200.00"));
    }

    private static AccountLimits own(String minimum, String overdraft, String daily) {
        return new AccountLimits(
                usd(minimum), usd(overdraft), Optional.of(usd(daily)), Optional.empty(), Optional.empty());
    }

    private static ChangeAccount overdraft(AccountId account, String limit) {
        return new ChangeAccount(
                account,
                Optional.empty(),
                Optional.empty(),
                Optional.of(usd(limit)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void cash_has_a_daily_limit_of_its_own_and_nothing_leaves_above_the_largest_amount() {
        AccountId account = products.account(deposit(
                "0.00",
                new TransactionLimits(
                        Optional.of(usd("300.00")), Optional.empty(), Optional.empty(), Optional.of(usd("250.00")))));
        AccountId other = story.account("USD");
        story.deposit(account, usd("1000.00"));

        story.refused(withdrawal(account, "250.01"), TransactionTooLarge.class);
        story.withdraw(account, usd("200.00"));
        story.send(Story.transfer(account, other, usd("250.00")));
        assertThat(story.refused(withdrawal(account, "100.01"), WithdrawalLimitExceeded.class)
                        .used())
                .isEqualTo(usd("200.00"));
        story.withdraw(account, usd("100.00"));
        story.at("2026-03-11T12:00:00Z").withdraw(account, usd("250.00"));
    }

    private static Withdraw withdrawal(AccountId account, String amount) {
        return new Withdraw(account, Story.instruction(usd(amount)));
    }

    @Test
    void a_transaction_costs_its_fee_in_the_same_breath_and_an_overdraft_one_more() {
        AccountId account = products.account(
                deposit("0.00", TransactionLimits.NONE, fee(Event.TRANSACTION, "0.25"), fee(Event.OVERDRAFT, "35.00")));
        AccountId other = story.account("USD");
        story.deposit(account, usd("100.00"));
        assertThat(story.balance(account)).isEqualTo(usd("100.00"));

        story.withdraw(account, usd("50.00"));
        assertThat(story.balance(account)).isEqualTo(usd("49.75"));
        int before = story.log().size();
        story.send(Story.transfer(account, other, usd("100.00")));

        assertThat(story.balance(account)).isEqualTo(usd("-85.50"));
        assertThat(story.balance(other)).isEqualTo(usd("100.00"));
        assertThat(StoryProducts.fees(story.since(before))).containsExactly(usd("0.25"), usd("35.00"));
        assertThat(story.refused(withdrawal(account, "90.00"), InsufficientFunds.class)
                        .requested())
                .isEqualTo(usd("125.25"));
        story.withdraw(account, usd("79.25"));
        assertThat(story.balance(account)).isEqualTo(usd("-200.00"));
    }

    @Test
    void a_minimum_that_costs_a_fee_may_be_missed_and_one_that_does_not_may_not() {
        AccountId strict = products.account(deposit("50.00", TransactionLimits.NONE));
        story.deposit(strict, usd("100.00"));
        // The overdraft of 200.00 begins below the minimum.
        story.refused(withdrawal(strict, "250.01"), InsufficientFunds.class);

        AccountId mild =
                products.account(deposit("50.00", TransactionLimits.NONE, fee(Event.MINIMUM_BALANCE, "10.00")));
        story.deposit(mild, usd("100.00"));
        story.withdraw(mild, usd("300.00"));
        assertThat(story.balance(mild)).isEqualTo(usd("-200.00"));
    }

    @Test
    void an_account_keeps_its_version_until_it_is_moved_and_keeps_what_was_agreed_with_its_holder() {
        DepositConditions first = deposit("0.00", TransactionLimits.NONE, fee(Event.TRANSACTION, "1.00"));
        DepositConditions second = deposit("0.00", TransactionLimits.NONE, fee(Event.TRANSACTION, "2.00"));
        ProductId product = products.offer(checking(first));
        AccountLimits agreed = new AccountLimits(
                usd("0.00"), usd("100.00"), Optional.of(usd("70.00")), Optional.empty(), Optional.empty());
        AccountId account = story.send(StoryProducts.opening(story.customer(), product, 1, agreed));
        story.deposit(account, usd("100.00"));

        story.send(new ChangeProduct(product, checking(second), 1));
        story.withdraw(account, usd("10.00"));
        assertThat(story.balance(account)).isEqualTo(usd("89.00"));
        story.send(new MoveToProduct(account, Optional.empty()));
        story.send(new MoveToProduct(account, Optional.empty()));
        story.withdraw(account, usd("10.00"));

        assertThat(story.balance(account)).isEqualTo(usd("77.00"));
        assertThat(story.opened(account).limits()).isEqualTo(agreed);
        story.refused(new MoveToProduct(story.account("USD"), Optional.empty()), NoProduct.class);
    }

    @Test
    void a_product_is_kept_in_its_own_accounts_of_the_ledger() {
        story.send(new SeedChart());
        story.send(new OpenGlAccount(
                new GlAccount(new GlCode("2011"), "Students", GlAccountType.LIABILITY, true, Optional.empty())));
        ProductConditions conditions =
                Products.booked(checking(deposit("0.00", TransactionLimits.NONE)), GlRole.CUSTOMER_BALANCES, "2011");
        ProductId product = products.offer(conditions);
        AccountLimits limits = StoryProducts.limits(conditions.deposit().orElseThrow());
        AccountId account = story.send(StoryProducts.opening(story.customer(), product, 1, limits));
        int before = story.log().size();

        story.deposit(account, usd("10.00"));

        assertThat(story.since(before).getFirst())
                .isInstanceOfSatisfying(
                        AccountCredited.class,
                        credited -> assertThat(credited.lines())
                                .contains(JournalLine.credit(new GlCode("2011"), account, usd("10.00"))));
        ProductId other = products.offer(checking(deposit("0.00", TransactionLimits.NONE)));
        story.refused(new MoveToProduct(account, Optional.of(other)), OtherControlAccount.class);
    }
}
