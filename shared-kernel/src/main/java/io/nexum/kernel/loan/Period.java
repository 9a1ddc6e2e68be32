package io.nexum.kernel.loan;

import io.nexum.kernel.loan.LoanTerms.PaymentPlan;
import io.nexum.kernel.loan.PaymentFrequency.Unit;
import io.nexum.kernel.loan.WorkingDays.InterestDates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The time that one payment's interest is for, from the payment before it to the day before its own.
 *
 * @param due the first day that no longer counts
 * @param payment the day to pay on: {@code due}, unless that is a day off
 * @param calendar what its months are counted by
 */
record Period(LocalDate from, LocalDate due, LocalDate payment, PaymentDates calendar) {
    private Period(LocalDate from, LocalDate due, PaymentDates calendar) {
        this(from, due, due, calendar);
    }

    boolean has(LocalDate date) {
        return !date.isBefore(from) && date.isBefore(due);
    }

    /** The day that ends it: the payment's, as it was planned or as a day off has moved it, whichever is first. */
    LocalDate over() {
        return payment.isBefore(due) ? payment : due;
    }

    /** A loan's periods as its frequency alone has them. */
    static List<Period> unmoved(LoanTerms terms) {
        PaymentPlan plan = terms.plan();
        PaymentDates calendar = calendar(terms);
        return IntStream.range(0, plan.payments())
                .mapToObj(i -> new Period(calendar.date(i), calendar.date(i + 1), calendar))
                .toList();
    }

    /** Who pays first on the 31st, a month after the last of a shorter one, pays on months' ends. */
    private static PaymentDates calendar(LoanTerms terms) {
        PaymentPlan plan = terms.plan();
        int day = plan.firstPayment()
                .filter(first -> plan.frequency().unit() == Unit.MONTHS && plan.monthEnd() == MonthEnd.CLAMP)
                .filter(first -> plan.frequency().before(first).equals(terms.start()))
                .map(LocalDate::getDayOfMonth)
                .orElse(terms.start().getDayOfMonth());
        return new PaymentDates(terms.start(), day, plan.frequency(), plan.monthEnd());
    }

    /**
     * A loan's periods before days off are seen to. Where the first payment was moved, those after it are a frequency
     * apart from there on.
     */
    static List<Period> planned(LoanTerms terms) {
        PaymentPlan plan = terms.plan();
        if (!plan.dates().isEmpty()) {
            return dated(terms);
        }
        List<Period> unmoved = unmoved(terms);
        Period first = unmoved.getFirst();
        LocalDate firstPayment = plan.firstPayment().orElse(first.due());
        if (firstPayment.equals(first.due())) {
            return unmoved;
        }
        PaymentDates calendar = new PaymentDates(firstPayment, plan.frequency(), plan.monthEnd());
        List<Period> moved = new ArrayList<>();
        moved.add(new Period(first.from(), firstPayment, first.calendar()));
        for (int i = 1; i < plan.payments(); i++) {
            moved.add(new Period(calendar.date(i - 1), calendar.date(i), calendar));
        }
        return moved;
    }

    /** A loan's periods, with payments on days off moved by its rule. */
    static List<Period> of(LoanTerms terms) {
        WorkingDays days = terms.plan().workingDays();
        boolean interestMoves = days.interestDates() == InterestDates.ADJUSTED;
        List<Period> periods = new ArrayList<>();
        LocalDate from = terms.start();
        for (Period planned : planned(terms)) {
            LocalDate payment = days.adjust(planned.due(), terms.start());
            LocalDate due = interestMoves ? payment : planned.due();
            periods.add(new Period(from, due, payment, planned.calendar()));
            from = due;
        }
        return periods;
    }

    private static List<Period> dated(LoanTerms terms) {
        PaymentPlan plan = terms.plan();
        PaymentDates calendar = new PaymentDates(terms.start(), PaymentFrequency.MONTHLY, plan.monthEnd());
        List<Period> periods = new ArrayList<>();
        LocalDate from = terms.start();
        for (LocalDate due : plan.dates()) {
            periods.add(new Period(from, due, calendar));
            from = due;
        }
        return periods;
    }
}
