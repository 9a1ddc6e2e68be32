package io.nexum.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.bench.crash.ExpectedBooks.Balance;
import io.nexum.bench.crash.ExpectedBooks.Listed;
import io.nexum.bench.crash.Order.Movement;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExpectedBooksTest {
    private final ExpectedBooks books = new ExpectedBooks();

    @BeforeEach
    void two_accounts() {
        books.opened("a", Currency.of("USD"));
        books.opened("b", Currency.of("USD"));
        books.opened("k", Currency.of("KWD"));
    }

    @Test
    void every_order_moves_what_it_says() {
        books.granted(new Order.Deposit("a", usd("100.00")), List.of("t1"));
        books.granted(new Order.Withdrawal("a", usd("10.00")), List.of("t2"));
        books.granted(new Order.Transfer("a", "b", usd("20.00")), List.of("t3"));
        books.granted(
                new Order.Bulk(
                        List.of(new Order.Transfer("a", "b", usd("1.00")), new Order.Transfer("b", "a", usd("0.50")))),
                List.of("t4", "t5"));
        books.granted(new Order.Deposit("k", Money.of("0.125", "KWD")), List.of("t6"));

        assertThat(books.balances())
                .containsEntry("a", new Balance(usd("69.50"), usd("0")))
                .containsEntry("b", new Balance(usd("20.50"), usd("0")));
        assertThat(books.totals())
                .isEqualTo(Map.of(Currency.of("USD"), usd("90.00"), Currency.of("KWD"), Money.of("0.125", "KWD")));
        assertThat(books.transactions()).containsExactlyInAnyOrder("t1", "t2", "t3", "t4", "t5", "t6");
    }

    @Test
    void a_hold_sets_aside_and_its_capture_takes_a_part_and_frees_the_rest() {
        books.granted(new Order.Deposit("a", usd("100.00")), List.of("t1"));
        books.granted(new Order.Hold("a", usd("30.00")), List.of());
        assertThat(books.balances())
                .hasEntrySatisfying(
                        "a", balance -> assertThat(balance.available()).isEqualTo(usd("70.00")));

        books.granted(new Order.Capture("a", "h1", usd("30.00"), usd("12.00")), List.of("t2"));
        assertThat(books.balances()).containsEntry("a", new Balance(usd("88.00"), usd("0")));
    }

    @Test
    void equal_books_have_no_difference() {
        books.granted(new Order.Transfer("a", "b", usd("1.00")), List.of("t1"));

        assertThat(books.differencesOfBalances(new HashMap<>(books.balances()))).isEmpty();
        assertThat(books.differencesOfTransactions(Set.of("t1"), List.of(listed("t1", "a", "b", "1.00"))))
                .isEmpty();
    }

    @Test
    void a_wrong_balance_a_wrong_hold_and_a_lost_account_are_found() {
        Map<String, Balance> actual = new HashMap<>();
        actual.put("a", new Balance(usd("0.01"), usd("0")));
        actual.put("b", new Balance(usd("0"), usd("5.00")));

        assertThat(books.differencesOfBalances(actual))
                .hasSize(3)
                .anyMatch(found -> found.contains("account a has 0.01 USD"))
                .anyMatch(found -> found.contains("account b has 0.00 USD with 5.00 USD held"))
                .anyMatch(found -> found.contains("account k is gone"));
    }

    @Test
    void a_lost_a_doubled_a_changed_and_an_unknown_transaction_are_found() {
        books.granted(new Order.Transfer("a", "b", usd("1.00")), List.of("lost"));
        books.granted(new Order.Transfer("a", "b", usd("2.00")), List.of("doubled"));
        books.granted(new Order.Transfer("a", "b", usd("3.00")), List.of("changed"));
        List<Listed> listed = new ArrayList<>();
        listed.add(listed("doubled", "a", "b", "2.00"));
        listed.add(listed("doubled", "a", "b", "2.00"));
        listed.add(listed("changed", "a", "b", "3.01"));
        listed.add(listed("unknown", "a", "b", "4.00"));

        assertThat(books.differencesOfTransactions(books.transactions(), listed))
                .hasSize(4)
                .anyMatch(found -> found.contains("lost was acknowledged and is not in the books"))
                .anyMatch(found -> found.contains("doubled is in the books twice"))
                .anyMatch(found -> found.contains("changed is"))
                .anyMatch(found -> found.contains("unknown is in the books and nobody was told"));
    }

    @Test
    void one_transaction_for_two_orders_is_found() {
        books.granted(new Order.Deposit("a", usd("1.00")), List.of("t1"));
        books.granted(new Order.Deposit("a", usd("1.00")), List.of("t1"));

        assertThat(books.differencesOfBalances(new HashMap<>(books.balances())))
                .singleElement()
                .asString()
                .contains("the same transaction t1");
    }

    @Test
    void an_answer_with_too_few_transactions_is_found() {
        books.granted(new Order.Bulk(List.of(new Order.Transfer("a", "b", usd("1.00")))), List.of());

        assertThat(books.differencesOfBalances(new HashMap<>(books.balances()))).hasSize(1);
    }

    private static Listed listed(String id, String from, String to, String amount) {
        return new Listed(id, new Movement(Optional.of(from), Optional.of(to), usd(amount)));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
