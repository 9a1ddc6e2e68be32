package io.nexum.gateway.loan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Checked;
import io.nexum.gateway.request.Rate;
import io.nexum.gateway.request.Request;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.gateway.terms.FeeScaleFields;
import io.nexum.gateway.terms.ScaleAnswer;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.servicing.LoanPlan;
import io.nexum.kernel.money.Currency;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The terms of a loan that is only thought of.
 *
 * @param annualInterestRate as a fraction: 0.12 is 12 % a year
 * @param originationFee on each amount that is paid out; it counts for the annual rates
 */
record SchedulePreviewBody(
        @Rate BigDecimal annualInterestRate,
        @JsonUnwrapped LoanTermsFields fields,

        @Schema(implementation = ScaleAnswer.class) Optional<FeeScaleFields> originationFee)
        implements Request, Checked {
    @Override
    public void check(ValidationErrors errors) {
        Currency own = fields.amounts().currencyOr(Optional.empty());
        fields.amounts().check(own, errors);
        originationFee.ifPresent(fee -> fee.in(own, errors.at("origination_fee")));
    }

    /** @param today the bank's date */
    LoanPlan plan(LocalDate today, HolidayCalendar calendar) {
        ValidationErrors errors = new ValidationErrors();
        Currency own = fields.amounts().currencyOr(Optional.empty());
        LoanTerms terms = new LoanTermsOfFields(
                        fields, Optional.of(annualInterestRate), Optional.empty(), own, today, calendar, errors)
                .terms();
        return new LoanPlan(terms, originationFee.flatMap(fee -> fee.in(own, errors)));
    }
}
