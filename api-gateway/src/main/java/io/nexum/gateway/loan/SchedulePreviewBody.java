package io.nexum.gateway.loan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.loan.LoanTerms;
import java.time.LocalDate;

/** @param disbursementDate when interest begins */
record SchedulePreviewBody(
        LocalDate disbursementDate, @JsonUnwrapped LoanTermsFields fields) implements Body {
    static SchedulePreviewBody read(Fields in) {
        return new SchedulePreviewBody(LoanTermsFields.day(in, "disbursement_date"), LoanTermsFields.read(in, true));
    }

    LoanTerms terms(HolidayCalendar calendar) {
        return fields.terms(disbursementDate, calendar, "");
    }
}
