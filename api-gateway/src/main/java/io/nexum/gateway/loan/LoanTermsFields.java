package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.terms.PaymentFrequencies;
import io.nexum.gateway.terms.TermWords;
import io.nexum.kernel.calendar.DateAdjustment;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.loan.Amortization;
import io.nexum.kernel.loan.InterestPeriod;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.LoanTerms.PaymentPlan;
import io.nexum.kernel.loan.MonthEnd;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.loan.WorkingDays.InterestDates;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.LoanConditions;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The terms of a loan, as a preview and a loan have them in common. Each field is read by itself here; {@link
 * LoanTermsOfFields} sees whether they fit together. The day of the disbursement is read apart, by {@link
 * #disbursementDate}: where it may be left out, the caller knows what it is then.
 *
 * @param annualInterestRate as a fraction: 0.12 is 12 % a year; absent only if a product says it
 * @param dayCount one of the words of {@link TermWords#DAY_COUNTS}
 * @param currency of amounts that are sent as a number alone
 */
record LoanTermsFields(
        Money principalAmount,
        Optional<Currency> currency,
        Optional<BigDecimal> annualInterestRate,
        Optional<Integer> numberOfPayments,
        Optional<Integer> termMonths,

        @Schema(implementation = String.class, description = "a word as in monthly, or an object of every and unit")
        Optional<PaymentFrequency> paymentFrequency,

        Optional<Amortization> amortizationMethod,
        Optional<String> dayCount,

        Optional<InterestPeriod> interestPeriod,
        Optional<BigDecimal> installmentMultiple,
        Optional<Integer> principalGracePayments,
        Optional<Integer> interestGracePayments,
        Optional<MonthEnd> monthEndRule,
        Optional<BigDecimal> downPaymentPercent,
        Optional<LocalDate> firstPaymentDate,
        Optional<List<PaidOut>> disbursements,
        Optional<List<OtherRate>> rateChanges,
        Optional<List<PrincipalPayment>> principalPayments,
        Optional<DateAdjustment> businessDayAdjustment,
        Optional<InterestDates> interestDates) {
    private static final Currency USUAL = Currency.of("USD");
    private static final int MOST_CHANGES = 100;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    /** Money that is paid out on a day. */
    record PaidOut(LocalDate date, Money amount) {
        static PaidOut read(Fields in, Currency currency) {
            return new PaidOut(day(in, "date"), LoanAmounts.amount(in, "amount", currency));
        }
    }

    /** The rate from a day on. */
    record OtherRate(LocalDate from, BigDecimal annualInterestRate) {}

    /**
     * The principal of one payment.
     *
     * @param date all payments have one, or none has
     * @param amount zero or more
     */
    record PrincipalPayment(Optional<LocalDate> date, Money amount) {
        static PrincipalPayment read(Fields in, Currency currency) {
            in.optional("currency", Forms::currency)
                    .filter(other -> other != currency)
                    .ifPresent(other -> in.wrong("currency", "must be that of principal_amount"));
            return new PrincipalPayment(
                    in.optional("date", LoanTermsFields::soundDay), LoanAmounts.moneyOrNumber(in, "amount", currency));
        }
    }

    /**
     * @param complete whether nothing is left to a product, so that the rate must be there
     * @param ofLoan the currency of numbers alone, where the terms themselves don't say it
     */
    static LoanTermsFields read(Fields in, boolean complete, Optional<Currency> ofLoan) {
        if (complete && !in.has("annual_interest_rate")) {
            in.wrong("annual_interest_rate", "is missing");
        }
        Optional<Currency> said = in.optional("currency", Forms::currency);
        Currency usual = said.or(() -> ofLoan).orElse(USUAL);
        Optional<Money> sent = in.has("principal_amount")
                ? Optional.ofNullable(LoanAmounts.amount(in, "principal_amount", usual))
                : Optional.empty();
        List<PaidOut> paidOut = in.optionalList(
                "disbursements",
                MOST_CHANGES,
                paid -> PaidOut.read(paid, sent.map(Money::currency).orElse(usual)));
        Money principal = sent.or(() -> sum(paidOut))
                .orElseGet(() -> in.has("principal_amount") ? Money.zero(usual) : in.amount("principal_amount"));
        Currency currency = principal == null ? usual : principal.currency();
        said.filter(other -> other != currency)
                .ifPresent(other -> in.wrong("currency", "must be that of principal_amount"));
        return new LoanTermsFields(
                principal,
                said,
                EntryFields.rate(in, "annual_interest_rate"),
                in.wholeNumber("number_of_payments", 1, PaymentPlan.MAX_PAYMENTS),
                in.wholeNumber("term_months", 1, PaymentPlan.MAX_PAYMENTS),
                PaymentFrequencies.read(in),
                in.optional("amortization_method", Forms.word(Amortization.class)),
                in.optional("day_count", LoanTermsFields::dayCount),
                in.optional("interest_period", Forms.word(InterestPeriod.class)),
                multiple(in, currency),
                in.wholeNumber("principal_grace_payments", 0, PaymentPlan.MAX_PAYMENTS),
                in.wholeNumber("interest_grace_payments", 0, PaymentPlan.MAX_PAYMENTS),
                in.optional("month_end_rule", Forms.word(MonthEnd.class)),
                percent(in),
                in.optional("first_payment_date", LoanTermsFields::soundDay),
                Optional.of(paidOut),
                Optional.of(in.optionalList(
                        "rate_changes", MOST_CHANGES, change -> new OtherRate(day(change, "from"), rate(change)))),
                Optional.of(in.optionalList(
                        "principal_payments",
                        PaymentPlan.MAX_PAYMENTS,
                        "amount",
                        payment -> PrincipalPayment.read(payment, currency))),
                in.optional("business_day_adjustment", Forms.word(DateAdjustment.class)),
                in.optional("interest_dates", Forms.word(InterestDates.class)));
    }

    /** What is paid out in all; what is in another currency than the first amount is refused later. */
    private static Optional<Money> sum(List<PaidOut> paidOut) {
        List<Money> amounts =
                paidOut.stream().map(PaidOut::amount).filter(Objects::nonNull).toList();
        return amounts.stream()
                .filter(amount -> amount.currency() == amounts.getFirst().currency())
                .reduce(Money::plus);
    }

    /** The currency of amounts that are sent as a number alone. */
    Currency numbers() {
        return principalAmount == null ? currency.orElse(USUAL) : principalAmount.currency();
    }

    /** Whether the list of disbursements is all that is paid out. */
    boolean listsAllDisbursements() {
        return disbursements.flatMap(LoanTermsFields::sum).equals(Optional.of(principalAmount));
    }

    /** The first day that the list of disbursements has. */
    Optional<LocalDate> firstListed() {
        return disbursements.orElse(List.of()).stream().map(PaidOut::date).min(LocalDate::compareTo);
    }

    /**
     * When money is paid out if no {@code disbursement_date} was sent: on the first day that is listed; a frequency
     * before the first payment if that has gone by, for a loan that comes from earlier books; else today.
     */
    LocalDate start(LocalDate today) {
        return firstListed()
                .or(() -> firstPaymentDate
                        .filter(first -> !first.isAfter(today))
                        .map(first -> paymentFrequency
                                .orElse(PaymentFrequency.MONTHLY)
                                .before(first)))
                .orElse(today);
    }

    /** The day that the principal is paid out on, if it was sent. */
    static Optional<LocalDate> disbursementDate(Fields in) {
        return in.optional("disbursement_date", LoanTermsFields::soundDay);
    }

    /**
     * What the fields mean for a loan whose principal is paid out on a day.
     *
     * @param calendar the bank's; it matters if {@link #movesPayments}
     * @param within what goes before the names of the fields in a refusal: nothing, or as in {@code terms.}
     * @throws io.nexum.kernel.RefusedException naming each field that doesn't fit the others
     */
    LoanTerms terms(LocalDate disbursementDate, HolidayCalendar calendar, String within) {
        return new LoanTermsOfFields(this, disbursementDate, calendar, within).terms();
    }

    /** With what a product says wherever nothing was sent. */
    LoanTermsFields or(LoanConditions product) {
        boolean custom = principalPayments.filter(list -> !list.isEmpty()).isPresent();
        return new LoanTermsFields(
                principalAmount,
                currency,
                annualInterestRate.or(product::annualRate),
                numberOfPayments,
                numberOfPayments.isPresent() || custom ? termMonths : termMonths.or(product.term()::usual),
                paymentFrequency.or(() -> Optional.of(product.paymentFrequency())),
                custom ? amortizationMethod : amortizationMethod.or(() -> Optional.of(product.amortization())),
                dayCount.or(() -> Optional.of(TermWords.DAY_COUNTS.word(product.dayCount()))),
                interestPeriod,
                installmentMultiple,
                principalGracePayments,
                interestGracePayments,
                monthEndRule,
                downPaymentPercent,
                firstPaymentDate,
                disbursements,
                rateChanges,
                principalPayments,
                businessDayAdjustment,
                interestDates);
    }

    /** Whether payments on days off go to another day. */
    boolean movesPayments() {
        return businessDayAdjustment.orElse(DateAdjustment.NONE) != DateAdjustment.NONE;
    }

    /** A rate that must be sent. */
    static BigDecimal rate(Fields in) {
        if (!in.has("annual_interest_rate")) {
            in.wrong("annual_interest_rate", "is missing");
        }
        return EntryFields.rate(in, "annual_interest_rate").orElse(BigDecimal.ZERO);
    }

    /** A day that must be sent, in the years that loans can have. */
    static LocalDate day(Fields in, String name) {
        return in.required(name, LoanTermsFields::soundDay);
    }

    static LocalDate soundDay(String text) {
        LocalDate day = Forms.date(text);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("must be of the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return day;
    }

    /** The word itself: several can mean one day count, and not all with equal months. */
    private static String dayCount(String word) {
        TermWords.DAY_COUNTS.meant(word);
        return word;
    }

    private static Optional<BigDecimal> multiple(Fields in, Currency currency) {
        Optional<BigDecimal> multiple = in.optionalDecimal("installment_multiple");
        multiple.filter(m -> m.signum() <= 0 || m.stripTrailingZeros().scale() > currency.decimals())
                .ifPresent(m ->
                        in.wrong("installment_multiple", "must be above zero, in the decimals of the loan's currency"));
        return multiple;
    }

    private static Optional<BigDecimal> percent(Fields in) {
        Optional<BigDecimal> percent = in.optionalDecimal("down_payment_percent");
        percent.filter(p -> p.signum() < 0 || p.compareTo(ALL) >= 0)
                .ifPresent(
                        p -> in.wrong("down_payment_percent", "must be from 0 to below 100, as in 25 for a quarter"));
        return percent;
    }
}
