package io.nexum.kernel.interest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An account's balance at the close of each day, by value date.
 *
 * @param since the first day that it tells of
 * @param opening the balance before that day
 * @param changes what each day brought, in the order of the days, one a day
 */
public record BalanceHistory(LocalDate since, BigDecimal opening, List<Change> changes) {
    /** @param amount above zero if it came to the account */
    public record Change(LocalDate day, BigDecimal amount) {}

    public BalanceHistory {
        changes = List.copyOf(changes);
    }

    public static BalanceHistory startingOn(LocalDate since, BigDecimal opening) {
        return new BalanceHistory(since, opening, List.of());
    }

    /** The same with one more entry; one that counts from before it began was there when it began. */
    public BalanceHistory plus(LocalDate day, BigDecimal amount) {
        if (day.isBefore(since)) {
            return new BalanceHistory(since, opening.add(amount), changes);
        }
        List<Change> more = new ArrayList<>(changes);
        int after = placeAfter(day);
        if (after > 0 && changes.get(after - 1).day().equals(day)) {
            more.set(after - 1, new Change(day, changes.get(after - 1).amount().add(amount)));
        } else {
            more.add(after, new Change(day, amount));
        }
        return new BalanceHistory(since, opening, more);
    }

    /** The same, told from a later day on only. */
    public BalanceHistory from(LocalDate later) {
        if (!later.isAfter(since)) {
            return this;
        }
        int kept = placeAfter(later.minusDays(1));
        return new BalanceHistory(later, balanceBefore(kept), changes.subList(kept, changes.size()));
    }

    /** The balance at the close of a day. */
    public BigDecimal on(LocalDate day) {
        return balanceBefore(placeAfter(day));
    }

    /**
     * The stretches of days of one balance that make up a period.
     *
     * @param from its first day, not before {@link #since}
     * @param to the day after its last one
     */
    public List<BalanceRun> runs(LocalDate from, LocalDate to) {
        if (from.isBefore(since)) {
            throw new IllegalArgumentException("the balance is known since " + since + ", not on " + from);
        }
        List<BalanceRun> runs = new ArrayList<>();
        int next = placeAfter(from);
        BigDecimal balance = balanceBefore(next);
        LocalDate start = from;
        for (; next < changes.size() && changes.get(next).day().isBefore(to); next++) {
            runs.add(new BalanceRun(start, changes.get(next).day(), balance));
            start = changes.get(next).day();
            balance = balance.add(changes.get(next).amount());
        }
        if (start.isBefore(to)) {
            runs.add(new BalanceRun(start, to, balance));
        }
        return runs;
    }

    /** Where the first change after a day stands; most are asked for near the end. */
    private int placeAfter(LocalDate day) {
        int place = changes.size();
        while (place > 0 && changes.get(place - 1).day().isAfter(day)) {
            place--;
        }
        return place;
    }

    private BigDecimal balanceBefore(int place) {
        BigDecimal balance = opening;
        for (Change change : changes.subList(0, place)) {
            balance = balance.add(change.amount());
        }
        return balance;
    }
}
