package io.nexum.query.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.PageRequest;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionQuery.Direction;
import io.nexum.kernel.transaction.TransactionQuery.Filter;
import io.nexum.kernel.transaction.TransactionQuery.FindTransactions;
import io.nexum.kernel.transaction.TransactionQuery.GetTransaction;
import io.nexum.kernel.transaction.TransactionQuery.TransactionView;
import io.nexum.kernel.transaction.TransactionState;
import io.nexum.kernel.transaction.TransactionType;
import io.nexum.query.TestBank;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransactionAnswersTest {
    private final TestBank bank = new TestBank();

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void a_deposit_names_the_account_that_it_came_to() {
        AccountId account = bank.account();
        bank.log.by("mary", "request-7");
        long before = bank.log.position();
        Instant at = bank.log.now();
        TransactionId id = bank.deposit(account, "12.50");

        TransactionView view = bank.ask(new GetTransaction(id));

        assertThat(view.type()).isEqualTo(TransactionType.DEPOSIT);
        assertThat(view.state()).isEqualTo(TransactionState.COMPLETED);
        assertThat(view.position()).isEqualTo(before + 1);
        assertThat(view.from()).isEmpty();
        assertThat(view.to()).contains(account);
        assertThat(view.amount()).isEqualTo(Money.of("12.50", "USD"));
        assertThat(view.createdBy()).isEqualTo("mary");
        assertThat(view.createdAt()).isEqualTo(at);
        assertThat(view.metadata()).isEqualTo(Map.of("note", "50% off_\\"));
    }

    @Test
    void a_transfer_is_one_transaction_with_both_sides() {
        AccountId from = bank.account();
        AccountId to = bank.account();
        bank.deposit(from, "100");
        TransactionId id = bank.transfer(from, to, "40");

        TransactionView view = bank.ask(new GetTransaction(id));
        assertThat(view.from()).contains(from);
        assertThat(view.to()).contains(to);
        assertThat(find(Filter.ofAccount(to))).containsExactly(id);
    }

    @Test
    void a_transfer_across_currencies_shows_what_arrived_and_the_rate() {
        AccountId from = bank.account();
        AccountId to = bank.account(bank.customer(), Currency.of("JPY"), AccountLimits.none(Currency.of("JPY")));
        TransactionId id =
                bank.exchange(from, to, Money.of("10.00", "USD"), Money.of("1515", "JPY"), new BigDecimal("151.5"));

        TransactionView view = bank.ask(new GetTransaction(id));
        assertThat(view.amount()).isEqualTo(Money.of("10.00", "USD"));
        assertThat(view.creditedAmount()).contains(Money.of("1515", "JPY"));
        assertThat(view.rate()).contains(new BigDecimal("151.5"));
    }

    @Test
    void a_reversed_transaction_names_what_reversed_it() {
        AccountId account = bank.account();
        TransactionId kept = bank.deposit(account, "1");
        TransactionId original = bank.deposit(account, "5");
        TransactionId reversal = bank.reverse(original, account, "5");

        TransactionView view = bank.ask(new GetTransaction(original));
        assertThat(view.state()).isEqualTo(TransactionState.REVERSED);
        assertThat(view.reversedBy()).contains(reversal);
        assertThat(bank.ask(new GetTransaction(reversal)).reverses()).contains(original);
        assertThat(find(filter(account).state(TransactionState.REVERSED).build()))
                .containsExactly(original);
        assertThat(find(filter(account).state(TransactionState.COMPLETED).build()))
                .containsExactly(reversal, kept);
    }

    @Test
    void transactions_are_found_by_each_filter_the_newest_first() {
        AccountId one = bank.account();
        AccountId two = bank.account();
        TransactionId deposit = bank.deposit(one, "100");
        Instant between = bank.log.now();
        TransactionId transfer = bank.transfer(one, two, "30");
        TransactionId withdrawal = bank.withdraw(two, "10");

        assertThat(find(filter(one).build())).containsExactly(transfer, deposit);
        assertThat(find(filter(two).build())).containsExactly(withdrawal, transfer);
        assertThat(find(filter(two).direction(Direction.CREDIT).build())).containsExactly(transfer);
        assertThat(find(filter(two).direction(Direction.DEBIT).build())).containsExactly(withdrawal);
        assertThat(find(filter(one).type(TransactionType.DEPOSIT).build())).containsExactly(deposit);
        assertThat(find(filter(one).since(between).build())).containsExactly(transfer);
        assertThat(find(filter(one).until(between).build())).containsExactly(deposit);
        assertThat(find(filter(one).reference("ref-DEPOSIT").build())).containsExactly(deposit);
        assertThat(find(filter(one).from(one).build())).containsExactly(transfer);
        assertThat(find(filter(one).to(one).build())).containsExactly(deposit);
        assertThat(find(filter(null).build())).containsExactly(withdrawal, transfer, deposit);
        assertThat(find(filter(null).direction(Direction.DEBIT).build())).containsExactly(withdrawal, transfer);
    }

    @Test
    void a_description_is_searched_for_the_text_as_it_stands() {
        AccountId account = bank.account();
        TransactionId deposit = bank.deposit(account, "1");

        assertThat(find(filter(account).description("EPOS").build())).containsExactly(deposit);
        assertThat(find(filter(account).description("dep%t").build())).isEmpty();
        assertThat(find(filter(account).description("d_posit").build())).isEmpty();
        assertThat(find(filter(account).description("\\").build())).isEmpty();
    }

    @Test
    void a_page_tells_how_many_there_are() {
        AccountId account = bank.account();
        bank.deposit(account, "1");
        TransactionId second = bank.deposit(account, "2");
        bank.deposit(account, "3");

        var page = bank.ask(new FindTransactions(Filter.ofAccount(account), new PageRequest(1, 1)));
        assertThat(page.items()).extracting(TransactionView::id).containsExactly(second);
        assertThat(page.total()).isEqualTo(3);
        var beyond = bank.ask(new FindTransactions(Filter.ofAccount(account), new PageRequest(9, 5)));
        assertThat(beyond.items()).isEmpty();
        assertThat(beyond.total()).isEqualTo(3);
    }

    @Test
    void an_unknown_transaction_is_not_found() {
        TransactionId unknown = new TransactionId(UUID.randomUUID());
        assertThatThrownBy(() -> bank.ask(new GetTransaction(unknown)))
                .isInstanceOf(RefusedException.class)
                .hasMessage("there is no transaction " + unknown);
    }

    private List<TransactionId> find(Filter filter) {
        return bank.ask(new FindTransactions(filter, PageRequest.FIRST)).items().stream()
                .map(TransactionView::id)
                .toList();
    }

    private static FilterBuilder filter(@org.jspecify.annotations.Nullable AccountId account) {
        FilterBuilder builder = new FilterBuilder();
        builder.account = Optional.ofNullable(account);
        return builder;
    }

    private static final class FilterBuilder {
        private Optional<AccountId> account = Optional.empty();
        private Optional<AccountId> from = Optional.empty();
        private Optional<AccountId> to = Optional.empty();
        private Optional<TransactionType> type = Optional.empty();
        private Optional<TransactionState> state = Optional.empty();
        private Optional<Instant> since = Optional.empty();
        private Optional<Instant> until = Optional.empty();
        private Optional<String> description = Optional.empty();
        private Optional<String> reference = Optional.empty();
        private Optional<Direction> direction = Optional.empty();

        FilterBuilder from(AccountId value) {
            from = Optional.of(value);
            return this;
        }

        FilterBuilder to(AccountId value) {
            to = Optional.of(value);
            return this;
        }

        FilterBuilder type(TransactionType value) {
            type = Optional.of(value);
            return this;
        }

        FilterBuilder state(TransactionState value) {
            state = Optional.of(value);
            return this;
        }

        FilterBuilder since(Instant value) {
            since = Optional.of(value);
            return this;
        }

        FilterBuilder until(Instant value) {
            until = Optional.of(value);
            return this;
        }

        FilterBuilder description(String value) {
            description = Optional.of(value);
            return this;
        }

        FilterBuilder reference(String value) {
            reference = Optional.of(value);
            return this;
        }

        FilterBuilder direction(Direction value) {
            direction = Optional.of(value);
            return this;
        }

        Filter build() {
            return new Filter(account, from, to, type, state, since, until, description, reference, direction);
        }
    }
}
