package io.nexum.gateway.loan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Fields;
import io.nexum.kernel.money.Currency;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The terms of a loan that is asked for.
 *
 * @param disbursementDate when it is planned to be paid out; absent: see {@link
 *     LoanTermsFields#start}
 */
record LoanOrderTerms(
        Optional<LocalDate> disbursementDate,
        @JsonUnwrapped LoanTermsFields schedule,
        @JsonUnwrapped AgreementFields agreement) {
    /** What goes before the names of the fields in a refusal. */
    static final String WITHIN = "terms.";

    static LoanOrderTerms read(Fields in, boolean complete, Optional<Currency> ofLoan) {
        LoanTermsFields schedule = LoanTermsFields.read(in, complete, ofLoan);
        return new LoanOrderTerms(
                LoanTermsFields.disbursementDate(in), schedule, AgreementFields.read(in, schedule.numbers()));
    }
}
