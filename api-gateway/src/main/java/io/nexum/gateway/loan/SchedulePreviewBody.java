package io.nexum.gateway.loan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.terms.ScaleAnswer;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.loan.servicing.LoanPlan;
import io.nexum.kernel.product.FeeScale;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The terms of a loan that is only thought of.
 *
 * @param disbursementDate when interest begins; absent: see {@link LoanTermsFields#start}
 * @param originationFee on each amount that is paid out; it counts for the annual rates
 */
record SchedulePreviewBody(
        Optional<LocalDate> disbursementDate,
        @JsonUnwrapped LoanTermsFields fields,

        @Schema(implementation = ScaleAnswer.class) Optional<FeeScale> originationFee)
        implements Body {
    static SchedulePreviewBody read(Fields in) {
        LoanTermsFields fields = LoanTermsFields.read(in, true, Optional.empty());
        return new SchedulePreviewBody(
                LoanTermsFields.disbursementDate(in),
                fields,
                AgreementFields.fee(in, "origination_fee", fields.numbers()));
    }

    /** @param today the bank's date */
    LoanPlan plan(LocalDate today, HolidayCalendar calendar) {
        return new LoanPlan(
                fields.terms(disbursementDate.orElseGet(() -> fields.start(today)), calendar, ""), originationFee);
    }
}
