package io.nexum.gateway.loan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.loan.LoanTerms;
import java.time.LocalDate;
import java.util.Optional;

/** @param disbursementDate when interest begins; absent: see {@link LoanTermsFields#start} */
record SchedulePreviewBody(
        Optional<LocalDate> disbursementDate, @JsonUnwrapped LoanTermsFields fields) implements Body {
    static SchedulePreviewBody read(Fields in) {
        return new SchedulePreviewBody(
                LoanTermsFields.disbursementDate(in), LoanTermsFields.read(in, true, Optional.empty()));
    }

    /** @param today the bank's date */
    LoanTerms terms(LocalDate today, HolidayCalendar calendar) {
        return fields.terms(disbursementDate.orElseGet(() -> fields.start(today)), calendar, "");
    }
}
