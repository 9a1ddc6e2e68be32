package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.gateway.terms.PaymentFrequencies;
import io.nexum.kernel.loan.LoanTerms.PaymentPlan;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.loan.servicing.Replan.ReAge;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Optional;

/** All that is owed, overdue or not, in new instalments. */
record ReAgeBody(
        LocalDate firstPaymentDate,
        int numberOfPayments,

        @Schema(implementation = String.class) Optional<PaymentFrequency> paymentFrequency,

        Optional<LocalDate> date,
        String reason,
        Optional<String> idempotencyKey)
        implements ReplanBody {
    static ReAgeBody read(Fields in) {
        return new ReAgeBody(
                LoanTermsFields.day(in, "first_payment_date"),
                payments(in),
                PaymentFrequencies.read(in),
                EntryFields.date(in, "date"),
                EntryFields.reason(in),
                in.idempotencyKey());
    }

    static int payments(Fields in) {
        if (!in.has("number_of_payments")) {
            in.wrong("number_of_payments", "is missing");
        }
        return in.wholeNumber("number_of_payments", 1, PaymentPlan.MAX_PAYMENTS).orElse(1);
    }

    @Override
    public ReAge plan() {
        return new ReAge(firstPaymentDate, numberOfPayments, paymentFrequency);
    }
}
