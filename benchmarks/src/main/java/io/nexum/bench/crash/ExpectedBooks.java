package io.nexum.bench.crash;

import io.nexum.bench.crash.Order.Movement;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What the bank's books must say, by the client's own arithmetic on nothing but the answers that it got.
 *
 * <p>Workers tell it of their answers at the same time, so each method takes the lock.
 */
final class ExpectedBooks {
    private final Map<String, Balance> balances = new LinkedHashMap<>();
    private final Map<String, Movement> movementByTransaction = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    /** @param held what open holds set aside */
    record Balance(Money booked, Money held) {
        Money available() {
            return booked.minus(held);
        }

        private Balance plus(Money amount) {
            return new Balance(booked.plus(amount), held);
        }

        private Balance holding(Money amount) {
            return new Balance(booked, held.plus(amount));
        }
    }

    synchronized void opened(String account, Currency currency) {
        balances.put(account, new Balance(Money.zero(currency), Money.zero(currency)));
    }

    /** @param transactions the ids in the answer, one for each movement of the order */
    synchronized void granted(Order order, List<String> transactions) {
        List<Movement> movements = order.movements();
        if (movements.size() != transactions.size()) {
            violations.add(order + " was answered with " + transactions.size() + " transactions");
            return;
        }
        for (int i = 0; i < movements.size(); i++) {
            book(transactions.get(i), movements.get(i));
        }
        switch (order) {
            case Order.Hold hold -> change(hold.account(), balance -> balance.holding(hold.amount()));
            case Order.Capture capture ->
                change(
                        capture.account(),
                        balance -> balance.holding(capture.held().negated()));
            default -> {}
        }
    }

    private void book(String transaction, Movement movement) {
        if (movementByTransaction.putIfAbsent(transaction, movement) != null) {
            violations.add("two orders were answered with the same transaction " + transaction);
            return;
        }
        movement.from()
                .ifPresent(account -> change(
                        account, balance -> balance.plus(movement.amount().negated())));
        movement.to().ifPresent(account -> change(account, balance -> balance.plus(movement.amount())));
    }

    private void change(String account, UnaryOperator<Balance> change) {
        balances.computeIfPresent(account, (_, balance) -> change.apply(balance));
    }

    synchronized Map<String, Balance> balances() {
        return Map.copyOf(balances);
    }

    synchronized Set<String> transactions() {
        return Set.copyOf(movementByTransaction.keySet());
    }

    /** What all customers own together, a currency each. */
    synchronized Map<Currency, Money> totals() {
        Map<Currency, Money> totals = new HashMap<>();
        balances.values().forEach(balance -> totals.merge(balance.booked().currency(), balance.booked(), Money::plus));
        return totals;
    }

    /** @return each way in which the bank's accounts differ from what they must be */
    synchronized List<String> differencesOfBalances(Map<String, Balance> actual) {
        List<String> differences = new ArrayList<>(violations);
        balances.forEach((account, expected) -> {
            Balance found = actual.get(account);
            if (found == null) {
                differences.add("account " + account + " is gone");
            } else if (!found.equals(expected)) {
                differences.add("account " + account + " has " + found.booked() + " with " + found.held()
                        + " held; acknowledged were " + expected.booked() + " with " + expected.held() + " held");
            }
        });
        return differences;
    }

    /**
     * @param expected which of the acknowledged transactions must be listed
     * @param listed the transactions of the bank, as listed
     * @return each that is missing, there twice, changed or nobody's
     */
    synchronized List<String> differencesOfTransactions(Set<String> expected, List<Listed> listed) {
        List<String> differences = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Listed transaction : listed) {
            Movement acknowledged = movementByTransaction.get(transaction.id());
            if (!seen.add(transaction.id())) {
                differences.add("transaction " + transaction.id() + " is in the books twice");
            } else if (acknowledged == null) {
                differences.add("transaction " + transaction.id() + " is in the books and nobody was told of it");
            } else if (!acknowledged.equals(transaction.movement())) {
                differences.add("transaction " + transaction.id() + " is " + transaction.movement()
                        + " in the books; acknowledged was " + acknowledged);
            }
        }
        expected.stream()
                .filter(id -> !seen.contains(id))
                .forEach(id -> differences.add("transaction " + id + " was acknowledged and is not in the books"));
        return differences;
    }

    /** A transaction as the bank lists it. */
    record Listed(String id, Movement movement) {}
}
