package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.loan.LoanSchedule;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Works one loan out for several days, and the schedule of each of its plans once. For one thread. */
public final class BookReading {
    private final LoanBook book;
    private final Map<Chapter, LoanSchedule> schedules = new HashMap<>();

    BookReading(LoanBook book) {
        this.book = book;
    }

    /** @see LoanBook#at(LocalDate, LocalDate) */
    public LoanStanding at(LocalDate asOf, LocalDate lateThrough) {
        return walk(asOf, lateThrough).standing();
    }

    /** What the general ledger has of it, and nothing more. */
    public LedgerStanding ledgerAt(LocalDate asOf, LocalDate lateThrough) {
        return walk(asOf, lateThrough).ledgerStanding();
    }

    private EntryWalk walk(LocalDate asOf, LocalDate lateThrough) {
        return book.walk(asOf, lateThrough, chapter -> schedules.computeIfAbsent(chapter, Chapter::schedule));
    }
}
