package io.nexum.kernel.loan;

import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.loan.LoanTerms.InterestTerms;
import io.nexum.kernel.loan.LoanTerms.PaymentPlan;
import io.nexum.kernel.loan.LoanTerms.RepaymentTerms;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Terms for tests: a monthly loan of equal instalments by 360/30, and what a test says otherwise. */
final class Agreed {
    private final String currency;
    private final List<Disbursement> disbursements = new ArrayList<>();
    private final List<RateChange> changes = new ArrayList<>();
    private final List<Money> principals = new ArrayList<>();
    private final BigDecimal rate;
    private final int payments;
    private PaymentFrequency frequency = PaymentFrequency.MONTHLY;
    private Optional<LocalDate> firstPayment = Optional.empty();
    private MonthEnd monthEnd = MonthEnd.CLAMP;
    private DayCount dayCount = DayCount.THIRTY_360_US;
    private Optional<InterestPeriod> period = Optional.empty();
    private WorkingDays workingDays = WorkingDays.IGNORED;
    private final List<LocalDate> dates = new ArrayList<>();
    private Amortization amortization = Amortization.EQUAL_INSTALLMENT;
    private Optional<BigDecimal> multiple = Optional.empty();
    private int principalGrace;
    private int interestGrace;
    private BigDecimal downPayment = BigDecimal.ZERO;

    private Agreed(Money principal, String date, String percent, int payments) {
        this.currency = principal.currency().code();
        this.rate = new BigDecimal(percent).movePointLeft(2);
        this.payments = payments;
        disbursements.add(new Disbursement(LocalDate.parse(date), principal));
    }

    static Agreed loan(Money principal, String date, String percent, int payments) {
        return new Agreed(principal, date, percent, payments);
    }

    static Agreed loan(String principal, String date, String percent, int payments) {
        return loan(Money.of(principal, "USD"), date, percent, payments);
    }

    Agreed every(int every, PaymentFrequency.Unit unit) {
        return every(new PaymentFrequency(every, unit));
    }

    Agreed every(PaymentFrequency often) {
        frequency = often;
        return this;
    }

    Agreed first(String date) {
        firstPayment = Optional.of(LocalDate.parse(date));
        return this;
    }

    Agreed monthEnd(MonthEnd rule) {
        monthEnd = rule;
        return this;
    }

    Agreed dayCount(DayCount count) {
        dayCount = count;
        return this;
    }

    Agreed interestPeriod(InterestPeriod counted) {
        period = Optional.of(counted);
        return this;
    }

    Agreed by(Amortization way) {
        amortization = way;
        return this;
    }

    Agreed multiple(String unit) {
        multiple = Optional.of(new BigDecimal(unit));
        return this;
    }

    Agreed grace(int ofPrincipal, int ofInterest) {
        principalGrace = ofPrincipal;
        interestGrace = ofInterest;
        return this;
    }

    Agreed down(String percent) {
        downPayment = new BigDecimal(percent);
        return this;
    }

    Agreed paidOut(String date, String amount) {
        disbursements.add(new Disbursement(LocalDate.parse(date), Money.of(amount, currency)));
        return this;
    }

    Agreed rateFrom(String date, String percent) {
        changes.add(new RateChange(LocalDate.parse(date), new BigDecimal(percent).movePointLeft(2)));
        return this;
    }

    Agreed principals(String... amounts) {
        amortization = Amortization.CUSTOM;
        for (String amount : amounts) {
            principals.add(Money.of(amount, currency));
        }
        return this;
    }

    Agreed due(String... days) {
        for (String day : days) {
            dates.add(LocalDate.parse(day));
        }
        return this;
    }

    Agreed on(WorkingDays days) {
        workingDays = days;
        return this;
    }

    /** Days count where the day count is of days, unless a test says otherwise. */
    private InterestPeriod period() {
        boolean thirties = dayCount == DayCount.THIRTY_360_US;
        return period.orElse(thirties ? InterestPeriod.SAME_AS_PAYMENT : InterestPeriod.DAILY);
    }

    LoanTerms terms() {
        return new LoanTerms(
                disbursements,
                new PaymentPlan(frequency, payments, firstPayment, monthEnd, workingDays, dates),
                new InterestTerms(rate, changes, dayCount, period()),
                new RepaymentTerms(amortization, multiple, principalGrace, interestGrace, downPayment, principals));
    }

    LoanSchedule schedule() {
        return LoanSchedule.of(terms());
    }
}
