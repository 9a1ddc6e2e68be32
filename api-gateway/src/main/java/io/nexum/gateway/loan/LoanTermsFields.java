package io.nexum.gateway.loan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.Default;
import io.nexum.gateway.request.Rate;
import io.nexum.gateway.terms.PaymentFrequencies;
import io.nexum.gateway.terms.TermWords;
import io.nexum.kernel.calendar.DateAdjustment;
import io.nexum.kernel.loan.Amortization;
import io.nexum.kernel.loan.InterestPeriod;
import io.nexum.kernel.loan.LoanTerms.PaymentPlan;
import io.nexum.kernel.loan.MonthEnd;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.loan.WorkingDays.InterestDates;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;

/**
 * The terms of a loan, as a preview and a loan have them in common, save for its rate. Whether they fit together is seen
 * by {@link LoanTermsOfFields}.
 *
 * @param disbursementDate when the principal is paid out; absent: on the first day that disbursements lists; a frequency
 *     before the first payment if that has gone by, for a loan that comes from earlier books; else today
 * @param dayCount one of the words of {@link TermWords#DAY_COUNTS}, as several can mean one day count, and not all with
 *     equal months
 */
record LoanTermsFields(
        @JsonUnwrapped LoanAmounts amounts,
        Optional<@LoanDate LocalDate> disbursementDate,
        Optional<@Range(min = 1, max = PaymentPlan.MAX_PAYMENTS) Integer> numberOfPayments,
        Optional<@Range(min = 1, max = PaymentPlan.MAX_PAYMENTS) Integer> termMonths,

        @Schema(implementation = String.class, description = "a word as in monthly, or an object of every and unit")
        @ConvertedBy(PaymentFrequencies.Form.class)
        Optional<PaymentFrequency> paymentFrequency,

        Optional<Amortization> amortizationMethod,
        @ConvertedBy(TermWords.DayCountWord.class) Optional<String> dayCount,
        Optional<InterestPeriod> interestPeriod,

        @Default("0") @Range(min = 0, max = PaymentPlan.MAX_PAYMENTS)
        int principalGracePayments,

        @Default("0") @Range(min = 0, max = PaymentPlan.MAX_PAYMENTS)
        int interestGracePayments,

        @Default("clamp") MonthEnd monthEndRule,

        @Default("0")
        @DecimalMin(value = "0", message = PART)
        @DecimalMax(value = "100", inclusive = false, message = PART)
        BigDecimal downPaymentPercent,

        Optional<@LoanDate LocalDate> firstPaymentDate,
        @Default("[]") @Size(max = MOST_CHANGES) List<OtherRate> rateChanges,
        @Default("none") DateAdjustment businessDayAdjustment,
        @Default("unadjusted") InterestDates interestDates) {
    static final int MOST_CHANGES = 100;
    private static final String PART = "must be from 0 to below 100, as in 25 for a quarter";

    /** The rate from a day on. */
    record OtherRate(@LoanDate LocalDate from, @Rate BigDecimal annualInterestRate) {}

    /** Whether payments on days off go to another day. */
    boolean movesPayments() {
        return businessDayAdjustment != DateAdjustment.NONE;
    }
}
