package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.gateway.terms.PaymentFrequencies;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.loan.servicing.Replan.Restructure;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * New terms for all that is owed.
 *
 * @param capitalize whether unpaid interest, fees and penalties become principal; absent: they don't
 */
record RestructureBody(
        BigDecimal annualInterestRate,
        LocalDate firstPaymentDate,
        int numberOfPayments,

        @Schema(implementation = String.class) Optional<PaymentFrequency> paymentFrequency,

        Optional<Boolean> capitalize,
        Optional<LocalDate> date,
        String reason,
        Optional<String> idempotencyKey)
        implements ReplanBody {
    static RestructureBody read(Fields in) {
        return new RestructureBody(
                LoanTermsFields.rate(in),
                LoanTermsFields.day(in, "first_payment_date"),
                ReAgeBody.payments(in),
                PaymentFrequencies.read(in),
                in.flag("capitalize"),
                EntryFields.date(in, "date"),
                EntryFields.reason(in),
                in.idempotencyKey());
    }

    @Override
    public Restructure plan() {
        return new Restructure(
                annualInterestRate, firstPaymentDate, numberOfPayments, paymentFrequency, capitalize.orElse(false));
    }
}
