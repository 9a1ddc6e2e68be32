package io.nexum.kernel.loan;

import io.nexum.kernel.loan.LoanTerms.PaymentPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The time that one payment's interest is for, from the payment before it to the day before its own.
 *
 * @param calendar what its months are counted by
 */
record Period(LocalDate from, LocalDate due, PaymentDates calendar) {
    boolean has(LocalDate date) {
        return !date.isBefore(from) && date.isBefore(due);
    }

    /** A loan's periods as its frequency alone has them. */
    static List<Period> unmoved(LoanTerms terms) {
        PaymentPlan plan = terms.plan();
        PaymentDates calendar = new PaymentDates(terms.start(), plan.frequency(), plan.monthEnd());
        return IntStream.range(0, plan.payments())
                .mapToObj(i -> new Period(calendar.date(i), calendar.date(i + 1), calendar))
                .toList();
    }

    /** A loan's periods; where the first payment was moved, those after it are a frequency apart from there on. */
    static List<Period> of(LoanTerms terms) {
        List<Period> unmoved = unmoved(terms);
        PaymentPlan plan = terms.plan();
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
}
