package io.nexum.bench.crash;

import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** What a client comes to want, at random. Some of it must be refused for want of money. */
final class Orders {
    private static final int MAX_MINOR_UNITS = 20_000;
    private static final int MAX_BULK_LINES = 20;

    private final List<List<String>> accountsByCurrency;
    private final List<Currency> currencies;
    private final Random random;

    Orders(Map<Currency, List<String>> accounts, Random random) {
        this.currencies = accounts.keySet().stream()
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList();
        this.accountsByCurrency = currencies.stream().map(accounts::get).toList();
        this.random = random;
    }

    Order next() {
        int currency = random.nextInt(currencies.size());
        List<String> accounts = accountsByCurrency.get(currency);
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new Order.Deposit(any(accounts), amount(currency));
            case 3, 4 -> new Order.Withdrawal(any(accounts), amount(currency));
            case 5, 6, 7 -> transfer(accounts, currency);
            case 8 -> new Order.Hold(any(accounts), amount(currency));
            default ->
                new Order.Bulk(IntStream.rangeClosed(0, random.nextInt(MAX_BULK_LINES))
                        .mapToObj(_ -> transfer(accounts, currency))
                        .toList());
        };
    }

    /** A part of a hold, or all of it. */
    Order.Capture captureOf(Order.Hold hold, String id) {
        BigDecimal units = hold.amount().amount().unscaledValue().intValueExact() > 1
                ? BigDecimal.valueOf(
                        1
                                + random.nextInt(
                                        hold.amount().amount().unscaledValue().intValueExact()),
                        hold.amount().amount().scale())
                : hold.amount().amount();
        return new Order.Capture(
                hold.account(), id, hold.amount(), Money.of(units, hold.amount().currency()));
    }

    private Order.Transfer transfer(List<String> accounts, int currency) {
        int from = random.nextInt(accounts.size());
        int to = (from + 1 + random.nextInt(accounts.size() - 1)) % accounts.size();
        return new Order.Transfer(accounts.get(from), accounts.get(to), amount(currency));
    }

    private String any(List<String> accounts) {
        return accounts.get(random.nextInt(accounts.size()));
    }

    private Money amount(int currency) {
        Currency of = currencies.get(currency);
        return Money.of(BigDecimal.valueOf(1L + random.nextInt(MAX_MINOR_UNITS), of.decimals()), of);
    }
}
