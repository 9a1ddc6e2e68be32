package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.gateway.terms.PaymentFrequencies;
import io.nexum.kernel.loan.LoanTerms.PaymentPlan;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.loan.servicing.Replan.Reschedule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Other days, number or rate for what is not due yet; what is absent stays as it is, but something changes. */
record RescheduleBody(
        Optional<BigDecimal> annualInterestRate,
        Optional<LocalDate> firstPaymentDate,
        Optional<Integer> numberOfPayments,

        @Schema(implementation = String.class) Optional<PaymentFrequency> paymentFrequency,

        Optional<LocalDate> date,
        String reason,
        Optional<String> idempotencyKey)
        implements ReplanBody {
    static RescheduleBody read(Fields in) {
        if (!in.has("annual_interest_rate")
                && !in.has("first_payment_date")
                && !in.has("number_of_payments")
                && !in.has("payment_frequency")) {
            in.wrong(
                    "first_payment_date",
                    "is missing, and so are annual_interest_rate, number_of_payments and payment_frequency");
        }
        return new RescheduleBody(
                EntryFields.rate(in, "annual_interest_rate"),
                in.optional("first_payment_date", LoanTermsFields::soundDay),
                in.wholeNumber("number_of_payments", 1, PaymentPlan.MAX_PAYMENTS),
                PaymentFrequencies.read(in),
                EntryFields.date(in, "date"),
                EntryFields.reason(in),
                in.idempotencyKey());
    }

    @Override
    public Reschedule plan() {
        return new Reschedule(annualInterestRate, firstPaymentDate, numberOfPayments, paymentFrequency);
    }
}
