package io.nexum.kernel.loan;

import io.nexum.kernel.loan.PaymentFrequency.Unit;
import io.nexum.kernel.product.FeeScale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a loan costs a year, as the law wants it told. Fractions: 0.0969 is 9.69 %.
 *
 * @param regulationZ by {@link RegulationZ}
 * @param european by {@link EuropeanApr}
 */
public record AnnualPercentageRates(BigDecimal regulationZ, BigDecimal european) {
    /** The time that an amount changes hands at. */
    private record Timed(BigDecimal amount, Elapsed time) {}

    /**
     * The unit-period of Regulation Z: the usual time between two payments, at most a year.
     *
     * @param length in units
     */
    private record UnitPeriod(Unit unit, int length) {
        BigDecimal perYear() {
            return BigDecimal.valueOf(unit.perYear()).divide(BigDecimal.valueOf(length), MathContext.DECIMAL128);
        }
    }

    /** The rates of a loan with the schedule that follows from its terms, and no other charge. */
    public static AnnualPercentageRates of(LoanTerms terms, LoanSchedule schedule) {
        return of(terms, schedule, Optional.empty());
    }

    /**
     * The rates of a loan with the schedule that follows from its terms.
     *
     * @param originationFee on each amount that is paid out. It counts as paid on that day, as a prepaid finance charge
     *     does (12 CFR 1026.18(b)): the borrower has the use of the rest.
     */
    public static AnnualPercentageRates of(LoanTerms terms, LoanSchedule schedule, Optional<FeeScale> originationFee) {
        Map<LocalDate, Elapsed> due = Elapsed.ofPayments(terms);
        List<Timed> advances = terms.disbursements().stream()
                .map(paid -> new Timed(
                        originationFee
                                .map(fee -> paid.amount().minus(fee.on(paid.amount())))
                                .orElse(paid.amount())
                                .amount(),
                        at(paid.date(), due, terms)))
                .toList();
        List<Timed> payments = schedule.installments().stream()
                .filter(installment -> installment.payment().isPositive())
                .map(installment -> new Timed(installment.payment().amount(), at(installment.due(), due, terms)))
                .toList();
        return new AnnualPercentageRates(
                regulationZ(terms, advances, payments),
                EuropeanApr.apr(
                        advances.stream().map(AnnualPercentageRates::inYears).toList(),
                        payments.stream().map(AnnualPercentageRates::inYears).toList()));
    }

    private static BigDecimal regulationZ(LoanTerms terms, List<Timed> advances, List<Timed> payments) {
        PaymentFrequency frequency = terms.plan().frequency();
        UnitPeriod period = new UnitPeriod(
                frequency.unit(), Math.min(frequency.every(), frequency.unit().perYear()));
        if (advances.size() == 1 && payments.size() == 1) {
            Elapsed term = payments.getFirst().time();
            period = ofTerm(term);
            Elapsed measured =
                    period.unit() == term.unit() ? term : Elapsed.between(term.from(), term.to(), period.unit());
            payments = List.of(new Timed(payments.getFirst().amount(), measured));
        }
        int length = period.length();
        return RegulationZ.apr(
                advances.stream().map(a -> a.time().flow(a.amount(), length)).toList(),
                payments.stream().map(p -> p.time().flow(p.amount(), length)).toList(),
                period.perYear());
    }

    /** Of one advance and one payment the unit-period is the term, in whole months or else in days, at most a year. */
    private static UnitPeriod ofTerm(Elapsed term) {
        int year = Unit.MONTHS.perYear();
        Elapsed months = term.unit() == Unit.MONTHS ? term : Elapsed.between(term.from(), term.to(), Unit.MONTHS);
        if (months.units() >= year) {
            return new UnitPeriod(Unit.MONTHS, year);
        }
        if (months.days() == 0) {
            return new UnitPeriod(Unit.MONTHS, Math.max(1, months.units()));
        }
        return new UnitPeriod(
                Unit.DAYS,
                Math.max(1, Elapsed.between(term.from(), term.to(), Unit.DAYS).units()));
    }

    private static Elapsed at(LocalDate date, Map<LocalDate, Elapsed> due, LoanTerms terms) {
        Elapsed known = due.get(date);
        return known == null
                ? Elapsed.between(terms.start(), date, terms.plan().frequency().unit())
                : known;
    }

    private static EuropeanApr.Flow inYears(Timed flow) {
        return new EuropeanApr.Flow(flow.amount(), flow.time().years());
    }
}
