package io.nexum.query.ledger;

import io.nexum.kernel.ledger.GlAccount;
import io.nexum.kernel.ledger.GlAccountType;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.LedgerQuery.TrialBalance;
import io.nexum.kernel.ledger.LedgerQuery.TrialBalanceRow;
import io.nexum.kernel.ledger.LedgerQuery.TrialBalanceTotal;
import io.nexum.kernel.ledger.Side;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The sums of each general-ledger account, and the trial balance that they make. */
public final class TrialBalanceSums {
    private record Key(GlCode account, Currency currency) {}

    private static final class Sums {
        private BigDecimal debit = BigDecimal.ZERO;
        private BigDecimal credit = BigDecimal.ZERO;
    }

    private final Map<Key, Sums> sums = new TreeMap<>(Comparator.comparing(Key::account)
            .thenComparing(key -> key.currency().code()));

    public void add(GlCode account, Currency currency, BigDecimal debit, BigDecimal credit) {
        Sums both = sums.computeIfAbsent(new Key(account, currency), absent -> new Sums());
        both.debit = both.debit.add(debit);
        both.credit = both.credit.add(credit);
    }

    /** @param chart names and types; a code that it doesn't have is shown under its code, never left out of the sum */
    public TrialBalance toTrialBalance(long position, Optional<LocalDate> asOf, Map<GlCode, GlAccount> chart) {
        List<TrialBalanceRow> rows = new ArrayList<>();
        Map<String, Sums> totals = new TreeMap<>();
        sums.forEach((key, both) -> {
            Currency currency = key.currency();
            GlAccount account = chart.getOrDefault(
                    key.account(),
                    new GlAccount(key.account(), key.account().value(), GlAccountType.ASSET, false, Optional.empty()));
            BigDecimal net = both.debit.subtract(both.credit);
            rows.add(new TrialBalanceRow(
                    account.code(),
                    account.name(),
                    account.type(),
                    currency,
                    Money.of(both.debit, currency),
                    Money.of(both.credit, currency),
                    Money.of(account.type().normalSide() == Side.DEBIT ? net : net.negate(), currency)));
            Sums total = totals.computeIfAbsent(currency.code(), absent -> new Sums());
            total.debit = total.debit.add(both.debit);
            total.credit = total.credit.add(both.credit);
        });
        List<TrialBalanceTotal> totalRows = totals.entrySet().stream()
                .map(total -> total(Currency.of(total.getKey()), total.getValue()))
                .toList();
        boolean balanced =
                totalRows.stream().allMatch(total -> total.difference().isZero());
        return new TrialBalance(position, asOf, List.copyOf(rows), totalRows, balanced);
    }

    private static TrialBalanceTotal total(Currency currency, Sums both) {
        return new TrialBalanceTotal(
                currency,
                Money.of(both.debit, currency),
                Money.of(both.credit, currency),
                Money.of(both.debit.subtract(both.credit), currency));
    }
}
