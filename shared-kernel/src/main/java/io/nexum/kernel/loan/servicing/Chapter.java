package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.loan.Installment;
import io.nexum.kernel.loan.InterestPause;
import io.nexum.kernel.loan.LoanSchedule;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.Prepayment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of a loan's life under one plan. A new plan begins another chapter.
 *
 * @param carried unpaid interest of the chapter before, which its instalments pay in equal parts
 * @param earnedBefore interest that was earned in the chapters before; absent: it is the first one
 */
record Chapter(
        LoanTerms terms,
        List<Prepayment> prepayments,
        List<InterestPause> pauses,
        BigDecimal carried,
        Optional<BigDecimal> earnedBefore) {

    Chapter {
        prepayments = List.copyOf(prepayments);
        pauses = List.copyOf(pauses);
    }

    static Chapter first(LoanTerms terms) {
        return new Chapter(terms, List.of(), List.of(), BigDecimal.ZERO, Optional.empty());
    }

    boolean replacesAnother() {
        return earnedBefore.isPresent();
    }

    LoanSchedule schedule() {
        return LoanSchedule.of(terms, prepayments, pauses);
    }

    Chapter with(LoanTerms newTerms) {
        return new Chapter(newTerms, prepayments, pauses, carried, earnedBefore);
    }

    Chapter with(Prepayment prepayment) {
        List<Prepayment> more = new ArrayList<>(prepayments);
        more.add(prepayment);
        return new Chapter(terms, more, pauses, carried, earnedBefore);
    }

    Chapter with(InterestPause pause) {
        List<InterestPause> more = new ArrayList<>(pauses);
        more.add(pause);
        return new Chapter(terms, prepayments, more, carried, earnedBefore);
    }

    /** What its schedule says is owed, with the interest that was carried over. */
    List<Owed> owed(LoanSchedule schedule) {
        List<Owed> owed = new ArrayList<>();
        List<Installment> lines = schedule.installments();
        BigDecimal left = carried;
        for (int i = 0; i < lines.size(); i++) {
            Installment line = lines.get(i);
            BigDecimal share = left.divide(
                    BigDecimal.valueOf(lines.size() - i), terms.currency().decimals(), RoundingMode.HALF_EVEN);
            left = left.subtract(share);
            LocalDate due = line.due();
            owed.add(new Owed(
                    Component.INTEREST, due, true, line.interest().amount().add(share)));
            owed.add(new Owed(Component.PRINCIPAL, due, true, line.principal().amount()));
        }
        return owed;
    }
}
