package io.nexum.gateway.loan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Fields;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The terms of a loan that is asked for.
 *
 * @param disbursementDate when it is planned to be paid out; absent: on the bank's date, or so that the first payment is
 *     one period later if that has gone by
 */
record LoanOrderTerms(
        Optional<LocalDate> disbursementDate,
        @JsonUnwrapped LoanTermsFields schedule,
        @JsonUnwrapped AgreementFields agreement) {
    /** What goes before the names of the fields in a refusal. */
    static final String WITHIN = "terms.";

    static LoanOrderTerms read(Fields in, boolean complete) {
        return new LoanOrderTerms(
                LoanTermsFields.disbursementDate(in), LoanTermsFields.read(in, complete), AgreementFields.read(in));
    }
}
