package io.nexum.kernel.loan;

import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a lender and a borrower agree on, as far as the schedule depends on it.
 *
 * @param disbursements at least one, in the order of their dates, all in one currency
 */
public record LoanTerms(
        List<Disbursement> disbursements, PaymentPlan plan, InterestTerms interest, RepaymentTerms repayment) {
    private static final int MONTHS_OF_YEAR = 12;

    /**
     * When it is paid.
     *
     * @param payments how many, without down payments; from 1 to {@value #MAX_PAYMENTS}
     * @param firstPayment absent: one frequency after the first disbursement
     * @param dates of all payments, in order, where they are written down one by one; else empty
     */
    public record PaymentPlan(
            PaymentFrequency frequency,
            int payments,
            Optional<LocalDate> firstPayment,
            MonthEnd monthEnd,
            WorkingDays workingDays,
            List<LocalDate> dates) {
        public static final int MAX_PAYMENTS = 1200;

        public PaymentPlan {
            dates = List.copyOf(dates);
            require(payments >= 1 && payments <= MAX_PAYMENTS, "a loan has 1 to " + MAX_PAYMENTS + " payments");
            require(dates.isEmpty() || dates.size() == payments, "each payment has a date, or none has");
            require(dates.isEmpty() || firstPayment.isEmpty(), "payments that have dates have a first one");
            for (int i = 1; i < dates.size(); i++) {
                require(dates.get(i - 1).isBefore(dates.get(i)), "payments are in the order of their dates");
            }
        }

        /** Paid a frequency apart, whether a bank works on the day or not. */
        public PaymentPlan(
                PaymentFrequency frequency, int payments, Optional<LocalDate> firstPayment, MonthEnd monthEnd) {
            this(frequency, payments, firstPayment, monthEnd, WorkingDays.IGNORED, List.of());
        }

        /** The first payment's day, where one was agreed on; else it is a frequency after the first disbursement. */
        public Optional<LocalDate> agreedFirstPayment() {
            return firstPayment.or(() -> dates.stream().findFirst());
        }
    }

    /**
     * What it costs.
     *
     * @param annualRate as a fraction: 0.12 is 12 % a year
     * @param changes in the order of their dates, one a day at most
     */
    public record InterestTerms(
            BigDecimal annualRate, List<RateChange> changes, DayCount dayCount, InterestPeriod period) {
        public InterestTerms {
            changes = List.copyOf(changes);
            require(
                    annualRate.signum() >= 0
                            && changes.stream()
                                    .allMatch(change -> change.annualRate().signum() >= 0),
                    "a rate is not below zero");
        }
    }

    /**
     * How it is paid back.
     *
     * @param multiple what the level instalment is rounded to a multiple of
     * @param principalGrace the first so many payments are of interest alone
     * @param interestGrace the first so many payments are without interest; what they lack comes with the next one
     * @param downPaymentPercent of each disbursement, paid back on its very day; from 0 to below 100
     * @param principals of each payment, where the amortization is {@link Amortization#CUSTOM}; else empty
     */
    public record RepaymentTerms(
            Amortization amortization,
            Optional<BigDecimal> multiple,
            int principalGrace,
            int interestGrace,
            BigDecimal downPaymentPercent,
            List<Money> principals) {
        private static final BigDecimal ALL = BigDecimal.valueOf(100);

        public RepaymentTerms {
            principals = List.copyOf(principals);
            require(multiple.map(BigDecimal::signum).orElse(1) > 0, "a multiple is above zero");
            require(principalGrace >= 0 && interestGrace >= 0, "a grace is not below zero");
            require(
                    downPaymentPercent.signum() >= 0 && downPaymentPercent.compareTo(ALL) < 0,
                    "a down payment is 0 to below 100 percent");
        }

        /** Paid back in one way, with nothing special. */
        public static RepaymentTerms of(Amortization amortization) {
            return new RepaymentTerms(amortization, Optional.empty(), 0, 0, BigDecimal.ZERO, List.of());
        }
    }

    /** @throws IllegalArgumentException if the parts don't fit together */
    public LoanTerms {
        disbursements = List.copyOf(disbursements);
        require(!disbursements.isEmpty(), "a loan is disbursed");
        LocalDate began = disbursements.getFirst().date();
        require(
                plan.agreedFirstPayment().filter(first -> !first.isAfter(began)).isEmpty(),
                "a loan is disbursed before it is paid back");
        require(
                plan.dates().isEmpty() || repayment.amortization() == Amortization.CUSTOM,
                "custom terms, and no others, name the date of each payment");
        require(
                repayment.principalGrace() < plan.payments() && repayment.interestGrace() < plan.payments(),
                "the last payment has no grace");
        require(
                repayment.principals().size()
                        == (repayment.amortization() == Amortization.CUSTOM ? plan.payments() : 0),
                "custom terms, and no others, name the principal of each payment");
    }

    /** The same terms for money paid out on other days or in other amounts. */
    public LoanTerms with(List<Disbursement> others) {
        return new LoanTerms(others, plan, interest, repayment);
    }

    /** The same terms, but for another rate from a day on. */
    public LoanTerms withRate(LocalDate from, BigDecimal annualRate) {
        List<RateChange> changes = new ArrayList<>(interest.changes());
        changes.removeIf(change -> change.from().equals(from));
        changes.add(new RateChange(from, annualRate));
        changes.sort(Comparator.comparing(RateChange::from));
        return new LoanTerms(
                disbursements,
                plan,
                new InterestTerms(interest.annualRate(), changes, interest.dayCount(), interest.period()),
                repayment);
    }

    /** All that is paid out. */
    public Money principal() {
        return disbursements.stream().map(Disbursement::amount).reduce(Money.zero(currency()), Money::plus);
    }

    public LocalDate start() {
        return disbursements.getFirst().date();
    }

    /** The day that the last payment is to be paid on. */
    public LocalDate lastPayment() {
        return Period.of(this).getLast().payment();
    }

    /**
     * The length to the nearest whole month, at least 1: 52 weekly payments are 12, wherever the first one was moved to.
     * Payments that have dates of their own last as many whole months as there are to the last of them.
     */
    public int months() {
        if (!plan.dates().isEmpty()) {
            LocalDate last = plan.dates().getLast();
            return (int) Math.max(1, ChronoUnit.MONTHS.between(start(), last));
        }
        long perYear = plan.frequency().unit().perYear();
        long units = (long) plan.payments() * plan.frequency().every();
        return (int) Math.max(1, (2 * units * MONTHS_OF_YEAR + perYear) / (2 * perYear));
    }

    /** All money is paid out before this day: the last payment's, as it was planned or as a day off has moved it. */
    public LocalDate paidOutBefore() {
        return Period.of(this).getLast().over();
    }

    /** The same with the holidays alone that fall in the loan's own time, and a month after it. */
    public LoanTerms withOwnHolidays() {
        Period last = Period.of(this).getLast();
        LocalDate end = last.payment().isAfter(last.due()) ? last.payment() : last.due();
        PaymentPlan own = new PaymentPlan(
                plan.frequency(),
                plan.payments(),
                plan.firstPayment(),
                plan.monthEnd(),
                plan.workingDays().between(start(), end.plusMonths(1)),
                plan.dates());
        return new LoanTerms(disbursements, own, interest, repayment);
    }

    /** What is to be paid back after the down payments. */
    public Money afterDownPayments() {
        return disbursements.stream()
                .map(paid -> paid.amount().minus(downPayment(paid)))
                .reduce(Money.zero(currency()), Money::plus);
    }

    /** What is paid back of a disbursement on its very day. */
    Money downPayment(Disbursement paid) {
        Amounts amounts = new Amounts(currency(), repayment.multiple());
        return amounts.money(
                amounts.percentage(repayment.downPaymentPercent(), paid.amount().amount()));
    }

    public Currency currency() {
        return disbursements.getFirst().amount().currency();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
