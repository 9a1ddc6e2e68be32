package io.nexum.gateway.loan;

import io.nexum.gateway.loan.LoanAmounts.PrincipalPayment;
import io.nexum.gateway.loan.LoanTermsFields.OtherRate;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.gateway.terms.TermWords;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.loan.Amortization;
import io.nexum.kernel.loan.Disbursement;
import io.nexum.kernel.loan.InterestPeriod;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.LoanTerms.InterestTerms;
import io.nexum.kernel.loan.LoanTerms.PaymentPlan;
import io.nexum.kernel.loan.LoanTerms.RepaymentTerms;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.loan.RateChange;
import io.nexum.kernel.loan.WorkingDays;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.LoanConditions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sees whether the fields of a loan's terms fit together, and fills in what was not said. */
final class LoanTermsOfFields {
    private static final int MOST_YEARS = 100;
    private static final int MONTHS_OF_YEAR = 12;

    /** The words for a day count that takes every month for a twelfth of a year. */
    private static final Set<String> EQUAL_MONTHS = Set.of("30_360", "thirty_360");

    private final LoanTermsFields fields;
    private final Optional<BigDecimal> rate;
    private final Optional<LoanConditions> product;
    private final Currency currency;
    private final HolidayCalendar calendar;
    private final ValidationErrors errors;
    private final PaymentFrequency frequency;
    private final List<PrincipalPayment> custom;
    private final PlannedDisbursements planned;
    private final LocalDate start;

    /**
     * @param fields what was sent, with amounts that can be in the currency
     * @param rate a year; absent: nobody says it
     * @param product what it says holds wherever nothing was sent
     * @param today the bank's
     * @param calendar the bank's; it matters if the fields {@link LoanTermsFields#movesPayments}
     * @param errors of the terms
     */
    LoanTermsOfFields(
            LoanTermsFields fields,
            Optional<BigDecimal> rate,
            Optional<LoanConditions> product,
            Currency currency,
            LocalDate today,
            HolidayCalendar calendar,
            ValidationErrors errors) {
        this.fields = fields;
        this.rate = rate;
        this.product = product;
        this.currency = currency;
        this.calendar = calendar;
        this.errors = errors;
        this.frequency = fields.paymentFrequency()
                .or(() -> product.map(LoanConditions::paymentFrequency))
                .orElse(PaymentFrequency.MONTHLY);
        this.custom = fields.amounts().principalPayments();
        this.planned = PlannedDisbursements.of(fields.amounts(), currency);
        this.start = start(today);
    }

    /** A list that is all that is paid out may begin after the day that was said. */
    private LocalDate start(LocalDate today) {
        Optional<LocalDate> first = planned.firstListed();
        LocalDate said = fields.disbursementDate()
                .or(() -> first)
                .or(() -> fields.firstPaymentDate()
                        .filter(day -> !day.isAfter(today))
                        .map(frequency::before))
                .orElse(today);
        return first.filter(day -> planned.listsAll() && day.isAfter(said)).orElse(said);
    }

    /** @throws io.nexum.kernel.RefusedException naming each field that doesn't fit the others */
    LoanTerms terms() {
        int payments = payments();
        checkLength(payments);
        checkGrace("principal_grace_payments", fields.principalGracePayments(), payments);
        checkGrace("interest_grace_payments", fields.interestGracePayments(), payments);
        checkCustom(payments);
        if (rate.isEmpty()) {
            errors.reject(
                    "annual_interest_rate", product.isPresent() ? "is missing: the product says none" : "is missing");
        }
        List<Disbursement> disbursements = planned.from(start, errors);
        List<RateChange> changes = rateChanges();
        errors.raise();
        LoanTerms terms = new LoanTerms(disbursements, plan(payments), interest(changes), repayment());
        if (!disbursements.getLast().date().isBefore(terms.paidOutBefore())) {
            errors.reject("disbursements", "must be before the last payment, which is due on " + terms.lastPayment());
        }
        if (!custom.isEmpty() && !principals().equals(terms.afterDownPayments())) {
            errors.reject("principal_payments", "must add up to what is paid out, " + terms.afterDownPayments());
        }
        errors.raise();
        return terms.withOwnHolidays();
    }

    private Money principals() {
        return amounts().stream().reduce(Money.zero(currency), Money::plus);
    }

    private List<Money> amounts() {
        return custom.stream()
                .map(payment -> payment.amount().in(currency, errors).orElseThrow())
                .toList();
    }

    private PaymentPlan plan(int payments) {
        WorkingDays workingDays = new WorkingDays(fields.businessDayAdjustment(), calendar, fields.interestDates());
        return new PaymentPlan(
                frequency,
                payments,
                fields.firstPaymentDate(),
                fields.monthEndRule(),
                fields.movesPayments() ? workingDays : WorkingDays.IGNORED,
                custom.stream().flatMap(payment -> payment.date().stream()).toList());
    }

    /** Months are equal by a day count that has them so; else days count, unless it was said otherwise. */
    private InterestTerms interest(List<RateChange> changes) {
        String dayCount = fields.dayCount()
                .or(() -> product.map(conditions -> TermWords.DAY_COUNTS.word(conditions.dayCount())))
                .orElse("30_360");
        InterestPeriod period = EQUAL_MONTHS.contains(dayCount)
                ? InterestPeriod.SAME_AS_PAYMENT
                : fields.interestPeriod().orElse(InterestPeriod.DAILY);
        return new InterestTerms(rate.orElseThrow(), changes, TermWords.DAY_COUNTS.meant(dayCount), period);
    }

    private RepaymentTerms repayment() {
        return new RepaymentTerms(
                method(),
                fields.amounts().installmentMultiple(),
                fields.principalGracePayments(),
                fields.interestGracePayments(),
                fields.downPaymentPercent(),
                amounts());
    }

    private Amortization method() {
        if (!custom.isEmpty()) {
            return fields.amortizationMethod().orElse(Amortization.CUSTOM);
        }
        return fields.amortizationMethod()
                .or(() -> product.map(LoanConditions::amortization))
                .orElse(Amortization.EQUAL_INSTALLMENT);
    }

    private int payments() {
        if (fields.numberOfPayments().isPresent()) {
            return fields.numberOfPayments().get();
        }
        if (!custom.isEmpty()) {
            return custom.size();
        }
        Optional<Integer> months = fields.termMonths()
                .or(() -> product.flatMap(conditions -> conditions.term().usual()));
        if (months.isEmpty()) {
            errors.reject("number_of_payments", "is missing, and so is term_months");
            return 1;
        }
        int units = months.get() * frequency.unit().perYear() / MONTHS_OF_YEAR;
        int payments = units / frequency.every();
        if (payments < 1 || payments > PaymentPlan.MAX_PAYMENTS) {
            errors.reject("term_months", "must have room for 1 to " + PaymentPlan.MAX_PAYMENTS + " payments");
            return 1;
        }
        return payments;
    }

    private void checkLength(int payments) {
        long units = (long) payments * frequency.every();
        if (units > (long) MOST_YEARS * frequency.unit().perYear()) {
            errors.reject(
                    fields.numberOfPayments().isPresent() ? "number_of_payments" : "term_months",
                    "must end within 100 years");
        }
        fields.firstPaymentDate()
                .filter(first -> !first.isAfter(start) || first.isAfter(start.plusYears(MOST_YEARS)))
                .ifPresent(first ->
                        errors.reject("first_payment_date", "must be after disbursement_date, by 100 years at most"));
    }

    private void checkCustom(int payments) {
        if (method() != Amortization.CUSTOM) {
            if (!custom.isEmpty()) {
                errors.reject("principal_payments", "must be sent with the amortization_method custom only");
            }
            return;
        }
        if (custom.size() != payments) {
            errors.reject("principal_payments", "must be one for each payment, which are " + payments);
        }
        if (fields.principalGracePayments() > 0) {
            errors.reject("principal_grace_payments", "must not be sent with principal_payments, which may be 0");
        }
        checkDates(custom.stream().flatMap(payment -> payment.date().stream()).toList());
    }

    private void checkDates(List<LocalDate> dates) {
        if (dates.isEmpty()) {
            return;
        }
        boolean ordered = true;
        LocalDate before = start;
        for (LocalDate date : dates) {
            ordered &= date.isAfter(before);
            before = date;
        }
        if (dates.size() < custom.size()) {
            errors.reject("principal_payments", "must all have a date, or none of them");
        }
        if (!ordered || before.isAfter(start.plusYears(MOST_YEARS))) {
            errors.reject(
                    "principal_payments",
                    "must be in the order of their dates, within 100 years after the disbursement");
        }
        if (fields.firstPaymentDate().isPresent()) {
            errors.reject("first_payment_date", "must not be sent with dates in principal_payments");
        }
    }

    private void checkGrace(String field, int grace, int payments) {
        if (grace >= payments) {
            errors.reject(field, "must be less than the number of payments, " + payments);
        }
    }

    private List<RateChange> rateChanges() {
        List<OtherRate> changes = fields.rateChanges().stream()
                .sorted(Comparator.comparing(OtherRate::from))
                .toList();
        if (changes.stream().anyMatch(change -> change.from().isBefore(start))) {
            errors.reject("rate_changes", "must not be before disbursement_date");
        }
        if (changes.stream().map(OtherRate::from).distinct().count() < changes.size()) {
            errors.reject("rate_changes", "must be one a day at most");
        }
        return changes.stream()
                .map(change -> new RateChange(change.from(), change.annualInterestRate()))
                .toList();
    }
}
