package io.nexum.query.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Query;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountEvent.AccountChanged;
import io.nexum.kernel.account.AccountEvent.AccountClosed;
import io.nexum.kernel.account.AccountEvent.AccountFrozen;
import io.nexum.kernel.account.AccountEvent.AccountUnfrozen;
import io.nexum.kernel.account.AccountEvent.HoldExpired;
import io.nexum.kernel.account.AccountEvent.HoldPlaced;
import io.nexum.kernel.account.AccountEvent.HoldReleased;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.AccountQuery.AccountView;
import io.nexum.kernel.account.AccountQuery.FindAccounts;
import io.nexum.kernel.account.AccountQuery.FindAccountsWithDueHolds;
import io.nexum.kernel.account.AccountQuery.FindHolds;
import io.nexum.kernel.account.AccountQuery.GetAccount;
import io.nexum.kernel.account.AccountQuery.GetBalanceAsOf;
import io.nexum.kernel.account.AccountQuery.GetStatement;
import io.nexum.kernel.account.AccountQuery.HoldView;
import io.nexum.kernel.account.AccountQuery.Statement;
import io.nexum.kernel.account.AccountQuery.StatementEntry;
import io.nexum.kernel.account.AccountStatus;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.account.HoldStatus;
import io.nexum.kernel.account.ProductType;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.money.Money;
import io.nexum.query.TestBank;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountAnswersTest {
    private static final PageRequest ALL = PageRequest.FIRST;

    private final TestBank bank = new TestBank();

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void an_account_shows_its_balance_less_its_holds_plus_its_overdraft() {
        AccountLimits limits = new AccountLimits(
                Money.zero(TestBank.USD), usd("100"), Optional.of(usd("500")), Optional.empty(), Optional.empty());
        CustomerId customer = bank.customer();
        AccountId id = bank.account(customer, TestBank.USD, limits);
        bank.deposit(id, "80.25");
        HoldId hold = new HoldId(UUID.randomUUID());
        bank.append(new HoldPlaced(id, hold, usd("30"), "hotel", Optional.empty()));

        AccountView account = get(id);

        assertThat(account.balance()).isEqualTo(usd("80.25"));
        assertThat(account.held()).isEqualTo(usd("30"));
        assertThat(account.available()).isEqualTo(usd("150.25"));
        assertThat(account.limits()).isEqualTo(limits);
        assertThat(account.customer()).isEqualTo(customer);
        assertThat(account.productType()).isEqualTo(ProductType.CHECKING);
        assertThat(account.metadata()).isEqualTo(Map.of("branch", "north"));
    }

    @Test
    void an_account_shows_its_last_name_limits_and_status() {
        AccountId id = bank.account();
        bank.append(
                new AccountChanged(id, "Savings \t\\N \"quoted\"", AccountLimits.none(TestBank.USD), Map.of("a", 1)));
        bank.append(new AccountFrozen(id, "suspicion"));
        assertThat(get(id).status()).isEqualTo(AccountStatus.FROZEN);
        assertThat(get(id).name()).isEqualTo("Savings \t\\N \"quoted\"");

        bank.append(new AccountUnfrozen(id, "cleared"));
        assertThat(get(id).status()).isEqualTo(AccountStatus.ACTIVE);

        bank.append(new AccountClosed(id, "moved"));
        assertThat(get(id).status()).isEqualTo(AccountStatus.CLOSED);
        assertThat(get(id).updatedAt()).isAfter(get(id).createdAt());
    }

    @Test
    void accounts_are_found_by_customer_type_and_status() {
        CustomerId customer = bank.customer();
        AccountId first = bank.account(customer, TestBank.USD, AccountLimits.none(TestBank.USD));
        AccountId second = bank.account(customer, TestBank.USD, AccountLimits.none(TestBank.USD));
        bank.account();
        bank.append(new AccountClosed(second, "moved"));

        assertThat(find(Optional.of(customer), Optional.empty(), ALL)).containsExactly(first, second);
        assertThat(find(Optional.of(customer), Optional.of(AccountStatus.CLOSED), ALL))
                .containsExactly(second);
        assertThat(find(Optional.empty(), Optional.empty(), new PageRequest(1, 1)))
                .containsExactly(second);
        assertThat(bank.ask(new FindAccounts(
                                Optional.empty(), Optional.empty(), Optional.empty(), now(), new PageRequest(1, 1)))
                        .total())
                .isEqualTo(3);
    }

    @Test
    void an_unknown_account_is_not_found() {
        AccountId unknown = new AccountId(UUID.randomUUID());
        List.<Query<?>>of(
                        new GetAccount(unknown, now()),
                        new GetBalanceAsOf(unknown, bank.today()),
                        new FindHolds(unknown, Optional.empty(), now(), ALL),
                        new GetStatement(unknown, bank.today(), bank.today(), ALL))
                .forEach(query -> assertThatThrownBy(() -> bank.ask(query))
                        .isInstanceOf(RefusedException.class)
                        .hasMessage("there is no account " + unknown));
    }

    @Test
    void a_hold_is_followed_from_placing_to_its_end() {
        AccountId id = bank.account();
        bank.deposit(id, "500");
        HoldId captured = place(id, "100", Optional.empty());
        HoldId released = place(id, "50", Optional.empty());
        HoldId lapsed = place(id, "20", Optional.of(now().plusSeconds(3600)));
        HoldId expired = place(id, "10", Optional.of(now().plusSeconds(60)));
        bank.capture(id, captured, "40");
        assertThat(hold(id, captured).remaining()).isEqualTo(usd("60"));
        assertThat(hold(id, captured).status()).isEqualTo(HoldStatus.ACTIVE);
        bank.capture(id, captured, "60");
        bank.capture(id, released, "5");
        bank.append(new HoldReleased(id, released, usd("45"), "not needed"));
        bank.append(new HoldExpired(id, expired, usd("10")));

        assertThat(hold(id, captured).status()).isEqualTo(HoldStatus.CAPTURED);
        assertThat(hold(id, captured).captured()).isEqualTo(usd("100"));
        assertThat(hold(id, captured).remaining()).isEqualTo(usd("0"));
        assertThat(hold(id, released).status()).isEqualTo(HoldStatus.RELEASED);
        assertThat(hold(id, released).captured()).isEqualTo(usd("5"));
        assertThat(hold(id, expired).status()).isEqualTo(HoldStatus.EXPIRED);
        assertThat(hold(id, lapsed).status()).isEqualTo(HoldStatus.ACTIVE);
        assertThat(get(id).held()).isEqualTo(usd("20"));

        Instant later = now().plus(Duration.ofHours(2));
        assertThat(bank.ask(new GetAccount(id, later)).held()).isEqualTo(usd("0"));
        assertThat(bank.ask(new FindHolds(id, Optional.of(HoldStatus.EXPIRED), later, ALL))
                        .items())
                .extracting(HoldView::id)
                .containsExactly(expired, lapsed);
    }

    @Test
    void a_hold_placed_and_ended_in_one_append_ends_alike() {
        AccountId id = bank.account();
        HoldId released = new HoldId(UUID.randomUUID());
        bank.append(
                new HoldPlaced(id, released, usd("50"), "test", Optional.empty()),
                new HoldReleased(id, released, usd("50"), "at once"));
        assertThat(hold(id, released).status()).isEqualTo(HoldStatus.RELEASED);
    }

    @Test
    void accounts_with_due_holds_come_with_the_longest_overdue_first() {
        AccountId first = bank.account();
        AccountId second = bank.account();
        AccountId third = bank.account();
        place(second, "1", Optional.of(now().plusSeconds(50)));
        place(first, "1", Optional.of(now().plusSeconds(10)));
        place(first, "1", Optional.of(now().plusSeconds(60)));
        HoldId ended = place(third, "1", Optional.of(now().plusSeconds(5)));
        bank.append(new HoldExpired(third, ended, usd("1")));

        assertThat(bank.ask(new FindAccountsWithDueHolds(now().plusSeconds(100), 10)))
                .containsExactly(first, second);
        assertThat(bank.ask(new FindAccountsWithDueHolds(now().plusSeconds(100), 1)))
                .containsExactly(first);
        assertThat(bank.ask(new FindAccountsWithDueHolds(now(), 10))).isEmpty();
    }

    @Test
    void a_back_dated_entry_counts_from_its_value_date() {
        AccountId id = bank.account();
        LocalDate start = bank.today();
        bank.deposit(id, "100");
        bank.nextDay();
        bank.nextDay();
        bank.deposit(id, "7", start.plusDays(1));
        bank.nextDay();
        bank.withdraw(id, "30");

        assertThat(asOf(id, start.minusDays(1))).isEqualTo(usd("0"));
        assertThat(asOf(id, start)).isEqualTo(usd("100"));
        assertThat(asOf(id, start.plusDays(1))).isEqualTo(usd("107"));
        assertThat(asOf(id, start.plusDays(2))).isEqualTo(usd("107"));
        assertThat(asOf(id, start.plusDays(3))).isEqualTo(usd("77"));
    }

    @Test
    void a_statement_runs_from_its_opening_to_its_closing_balance() {
        AccountId id = bank.account();
        AccountId other = bank.account();
        bank.deposit(id, "100");
        bank.nextDay();
        LocalDate from = bank.today();
        bank.deposit(id, "50");
        bank.transfer(id, other, "20");
        bank.nextDay();
        LocalDate to = bank.today();
        bank.withdraw(id, "5.50");
        bank.nextDay();
        bank.deposit(id, "1000");

        Statement statement = bank.ask(new GetStatement(id, from, to, ALL));

        assertThat(statement.openingBalance()).isEqualTo(usd("100"));
        assertThat(statement.closingBalance()).isEqualTo(usd("124.50"));
        assertThat(statement.totalCredits()).isEqualTo(usd("50"));
        assertThat(statement.totalDebits()).isEqualTo(usd("25.50"));
        assertThat(statement.entries().items())
                .extracting(StatementEntry::amount)
                .containsExactly(usd("50"), usd("-20"), usd("-5.50"));
        assertThat(statement.entries().items())
                .extracting(StatementEntry::balance)
                .containsExactly(usd("150"), usd("130"), usd("124.50"));
        assertThat(statement.entries().items())
                .extracting(StatementEntry::counterparty)
                .containsExactly(Optional.empty(), Optional.of(other), Optional.empty());

        Statement page = bank.ask(new GetStatement(id, from, to, new PageRequest(1, 1)));
        assertThat(page.entries().items()).extracting(StatementEntry::balance).containsExactly(usd("130"));
        assertThat(page.entries().total()).isEqualTo(3);
        assertThat(page.totalCredits()).isEqualTo(usd("50"));

        Statement received = bank.ask(new GetStatement(other, from, to, ALL));
        assertThat(received.entries().items())
                .extracting(StatementEntry::amount, StatementEntry::counterparty)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(usd("20"), Optional.of(id)));
    }

    @Test
    void a_statement_whose_span_is_the_wrong_way_round_is_refused() {
        AccountId id = bank.account();
        assertThatThrownBy(() ->
                        bank.ask(new GetStatement(id, bank.today(), bank.today().minusDays(1), ALL)))
                .isInstanceOf(RefusedException.class);
    }

    private Instant now() {
        return bank.log.now();
    }

    private AccountView get(AccountId id) {
        return bank.ask(new GetAccount(id, now()));
    }

    private Money asOf(AccountId id, LocalDate day) {
        return bank.ask(new GetBalanceAsOf(id, day));
    }

    private HoldId place(AccountId account, String amount, Optional<Instant> expiresAt) {
        HoldId hold = new HoldId(UUID.randomUUID());
        bank.append(new HoldPlaced(account, hold, usd(amount), "test", expiresAt));
        return hold;
    }

    private HoldView hold(AccountId account, HoldId id) {
        return bank.ask(new FindHolds(account, Optional.empty(), now(), ALL)).items().stream()
                .filter(hold -> hold.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<AccountId> find(Optional<CustomerId> customer, Optional<AccountStatus> status, PageRequest page) {
        return bank
                .ask(new FindAccounts(customer, Optional.of(ProductType.CHECKING), status, now(), page))
                .items()
                .stream()
                .map(AccountView::id)
                .toList();
    }

    private static Money usd(String amount) {
        return Money.of(new BigDecimal(amount), TestBank.USD);
    }
}
