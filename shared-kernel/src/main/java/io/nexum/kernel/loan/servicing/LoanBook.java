package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.loan.LoanSchedule;
import io.nexum.kernel.transaction.TransactionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that decides what a loan owes: what was agreed, and what happened since, in the order of its booking.
 *
 * <p>It answers for any day. Two books with the same entries in another order of booking answer the same, but for
 * entries of one day.
 */
public record LoanBook(LoanAgreement agreement, List<LoanEntry> entries) {
    public LoanBook {
        entries = List.copyOf(entries);
    }

    public static LoanBook of(LoanAgreement agreement) {
        return new LoanBook(agreement, List.of());
    }

    public LoanBook plus(LoanEntry entry) {
        List<LoanEntry> more = new ArrayList<>(entries);
        more.add(entry);
        return new LoanBook(agreement, more);
    }

    /** As if an entry had never been made. */
    public LoanBook without(TransactionId id) {
        return new LoanBook(
                agreement,
                entries.stream().filter(entry -> !entry.id().equals(id)).toList());
    }

    public Optional<LoanEntry> find(TransactionId id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /**
     * How the loan stands at the start of a day, by what counts from that day or before.
     *
     * @param lateThrough the last day whose late fees are charged
     */
    public LoanStanding at(LocalDate asOf, LocalDate lateThrough) {
        return walk(asOf, lateThrough, Chapter::schedule).standing();
    }

    /** To work the loan out for several days. */
    public BookReading reading() {
        return new BookReading(this);
    }

    EntryWalk walk(LocalDate asOf, LocalDate lateThrough, Function<Chapter, LoanSchedule> schedules) {
        EntryWalk walk = new EntryWalk(agreement, asOf, lateThrough, schedules);
        entries.stream().sorted(Comparator.comparing(LoanEntry::date)).forEach(walk::take);
        return walk;
    }

    /** The same with all late fees up to the day itself. */
    public LoanStanding at(LocalDate asOf) {
        return at(asOf, asOf);
    }
}
