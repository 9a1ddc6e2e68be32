package io.nexum.gateway.loan;

import io.nexum.gateway.loan.LoanTermsFields.OtherRate;
import io.nexum.gateway.loan.LoanTermsFields.PaidOut;
import io.nexum.gateway.loan.LoanTermsFields.PrincipalPayment;
import io.nexum.gateway.terms.TermWords;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.Refusals.InvalidValues;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.calendar.DateAdjustment;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.loan.Amortization;
import io.nexum.kernel.loan.Disbursement;
import io.nexum.kernel.loan.InterestPeriod;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.LoanTerms.InterestTerms;
import io.nexum.kernel.loan.LoanTerms.PaymentPlan;
import io.nexum.kernel.loan.LoanTerms.RepaymentTerms;
import io.nexum.kernel.loan.MonthEnd;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.loan.RateChange;
import io.nexum.kernel.loan.WorkingDays;
import io.nexum.kernel.loan.WorkingDays.InterestDates;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
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
    private final LocalDate start;
    private final HolidayCalendar calendar;
    private final String within;
    private final List<PrincipalPayment> custom;
    private final PaymentFrequency frequency;
    private final List<InvalidValue> wrong = new ArrayList<>();

    LoanTermsOfFields(LoanTermsFields fields, LocalDate start, HolidayCalendar calendar, String within) {
        this.fields = fields;
        this.start = fields.firstListed()
                .filter(first -> fields.listsAllDisbursements() && first.isAfter(start))
                .orElse(start);
        this.calendar = calendar;
        this.within = within;
        this.custom = fields.principalPayments().orElse(List.of());
        this.frequency = fields.paymentFrequency().orElse(PaymentFrequency.MONTHLY);
    }

    LoanTerms terms() {
        int payments = payments();
        checkLength(payments);
        checkGrace("principal_grace_payments", fields.principalGracePayments(), payments);
        checkGrace("interest_grace_payments", fields.interestGracePayments(), payments);
        checkCustom(payments);
        if (fields.annualInterestRate().isEmpty()) {
            refuse("annual_interest_rate", "is missing: the product says none");
        }
        List<Disbursement> disbursements = disbursements();
        List<RateChange> changes = rateChanges();
        raise();
        LoanTerms terms = new LoanTerms(disbursements, plan(payments), interest(changes), repayment());
        if (!disbursements.getLast().date().isBefore(terms.paidOutBefore())) {
            refuse("disbursements", "must be before the last payment, which is due on " + terms.lastPayment());
        }
        if (!custom.isEmpty() && !principals(terms.currency()).equals(terms.afterDownPayments())) {
            refuse("principal_payments", "must add up to what is paid out, " + terms.afterDownPayments());
        }
        raise();
        return terms.withOwnHolidays();
    }

    private Money principals(Currency currency) {
        return custom.stream().map(PrincipalPayment::amount).reduce(Money.zero(currency), Money::plus);
    }

    private PaymentPlan plan(int payments) {
        WorkingDays workingDays = new WorkingDays(
                fields.businessDayAdjustment().orElse(DateAdjustment.NONE),
                calendar,
                fields.interestDates().orElse(InterestDates.UNADJUSTED));
        return new PaymentPlan(
                frequency,
                payments,
                fields.firstPaymentDate(),
                fields.monthEndRule().orElse(MonthEnd.CLAMP),
                fields.movesPayments() ? workingDays : WorkingDays.IGNORED,
                custom.stream().flatMap(payment -> payment.date().stream()).toList());
    }

    /** Months are equal by a day count that has them so; else days count, unless it was said otherwise. */
    private InterestTerms interest(List<RateChange> changes) {
        String dayCount = fields.dayCount().orElse("30_360");
        InterestPeriod period = EQUAL_MONTHS.contains(dayCount)
                ? InterestPeriod.SAME_AS_PAYMENT
                : fields.interestPeriod().orElse(InterestPeriod.DAILY);
        return new InterestTerms(
                fields.annualInterestRate().orElseThrow(), changes, TermWords.DAY_COUNTS.meant(dayCount), period);
    }

    private RepaymentTerms repayment() {
        return new RepaymentTerms(
                method(),
                fields.installmentMultiple(),
                fields.principalGracePayments().orElse(0),
                fields.interestGracePayments().orElse(0),
                fields.downPaymentPercent().orElse(BigDecimal.ZERO),
                custom.stream().map(PrincipalPayment::amount).toList());
    }

    private Amortization method() {
        return fields.amortizationMethod()
                .orElse(custom.isEmpty() ? Amortization.EQUAL_INSTALLMENT : Amortization.CUSTOM);
    }

    private int payments() {
        if (fields.numberOfPayments().isPresent()) {
            return fields.numberOfPayments().get();
        }
        if (!custom.isEmpty()) {
            return custom.size();
        }
        if (fields.termMonths().isEmpty()) {
            refuse("number_of_payments", "is missing, and so is term_months");
            return 1;
        }
        int units = fields.termMonths().get() * frequency.unit().perYear() / MONTHS_OF_YEAR;
        int payments = units / frequency.every();
        if (payments < 1 || payments > PaymentPlan.MAX_PAYMENTS) {
            refuse("term_months", "must have room for 1 to " + PaymentPlan.MAX_PAYMENTS + " payments");
            return 1;
        }
        return payments;
    }

    private void checkLength(int payments) {
        long units = (long) payments * frequency.every();
        if (units > (long) MOST_YEARS * frequency.unit().perYear()) {
            refuse(
                    fields.numberOfPayments().isPresent() ? "number_of_payments" : "term_months",
                    "must end within 100 years");
        }
        fields.firstPaymentDate()
                .filter(first -> !first.isAfter(start) || first.isAfter(start.plusYears(MOST_YEARS)))
                .ifPresent(
                        first -> refuse("first_payment_date", "must be after disbursement_date, by 100 years at most"));
    }

    private void checkCustom(int payments) {
        if (method() != Amortization.CUSTOM) {
            if (!custom.isEmpty()) {
                refuse("principal_payments", "must be sent with the amortization_method custom only");
            }
            return;
        }
        if (custom.size() != payments) {
            refuse("principal_payments", "must be one for each payment, which are " + payments);
        }
        if (fields.principalGracePayments().orElse(0) > 0) {
            refuse("principal_grace_payments", "must not be sent with principal_payments, which may be 0");
        }
        if (custom.stream()
                .anyMatch(payment ->
                        payment.amount().currency() != fields.principalAmount().currency())) {
            refuse("principal_payments", "must be in the currency of principal_amount");
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
            refuse("principal_payments", "must all have a date, or none of them");
        }
        if (!ordered || before.isAfter(start.plusYears(MOST_YEARS))) {
            refuse(
                    "principal_payments",
                    "must be in the order of their dates, within 100 years after the disbursement");
        }
        if (fields.firstPaymentDate().isPresent()) {
            refuse("first_payment_date", "must not be sent with dates in principal_payments");
        }
    }

    private void checkGrace(String field, Optional<Integer> grace, int payments) {
        grace.filter(number -> number >= payments)
                .ifPresent(number -> refuse(field, "must be less than the number of payments, " + payments));
    }

    /**
     * The principal is paid out on the disbursement date, and what is listed beside it. A list that adds up to the
     * principal, or has that date itself, is all there is: the principal is then its first amount or its sum.
     */
    private List<Disbursement> disbursements() {
        Money principal = fields.principalAmount();
        List<PaidOut> listed = fields.disbursements().orElse(List.of()).stream()
                .sorted(Comparator.comparing(PaidOut::date))
                .toList();
        if (listed.stream().anyMatch(paid -> paid.date().isBefore(start))) {
            refuse("disbursements", "must not be before disbursement_date");
        }
        if (listed.stream().anyMatch(paid -> paid.amount().currency() != principal.currency())) {
            refuse("disbursements", "must be in the currency of principal_amount");
            return List.of();
        }
        List<Disbursement> all = new ArrayList<>();
        boolean complete = fields.listsAllDisbursements()
                || listed.stream().anyMatch(paid -> paid.date().equals(start));
        if (!complete) {
            all.add(new Disbursement(start, principal));
        }
        listed.forEach(paid -> all.add(new Disbursement(paid.date(), paid.amount())));
        Money sum = all.stream().map(Disbursement::amount).reduce(Money.zero(principal.currency()), Money::plus);
        if (complete
                && !principal.equals(sum)
                && !principal.equals(all.getFirst().amount())) {
            refuse("disbursements", "must add up to principal_amount, or begin with it");
        }
        return all;
    }

    private List<RateChange> rateChanges() {
        List<OtherRate> listed = fields.rateChanges().orElse(List.of()).stream()
                .sorted(Comparator.comparing(OtherRate::from))
                .toList();
        if (listed.stream().anyMatch(change -> change.from().isBefore(start))) {
            refuse("rate_changes", "must not be before disbursement_date");
        }
        if (listed.stream().map(OtherRate::from).distinct().count() < listed.size()) {
            refuse("rate_changes", "must be one a day at most");
        }
        return listed.stream()
                .map(change -> new RateChange(change.from(), change.annualInterestRate()))
                .toList();
    }

    private void refuse(String field, String message) {
        wrong.add(new InvalidValue(within + field, within + field + " " + message));
    }

    private void raise() {
        if (!wrong.isEmpty()) {
            throw new RefusedException(new InvalidValues(List.copyOf(wrong)));
        }
    }
}
