package io.nexum.kernel.loan.servicing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.nexum.kernel.loan.PaymentFrequency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** A new plan for a loan that is running. What it doesn't name stays as it was. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Replan.Reschedule.class, name = "reschedule"),
    @JsonSubTypes.Type(value = Replan.ReAge.class, name = "re_age"),
    @JsonSubTypes.Type(value = Replan.ReAmortize.class, name = "re_amortize"),
    @JsonSubTypes.Type(value = Replan.Restructure.class, name = "restructure")
})
public sealed interface Replan {
    /** Other days, number or rate for what is not due yet. What is overdue stays overdue. */
    record Reschedule(
            Optional<BigDecimal> annualRate,
            Optional<LocalDate> firstPayment,
            Optional<Integer> payments,
            Optional<PaymentFrequency> frequency)
            implements Replan {}

    /** All that is owed, overdue or not, is paid in new instalments from a day on. Interest so far is spread over them. */
    record ReAge(LocalDate firstPayment, int payments, Optional<PaymentFrequency> frequency) implements Replan {}

    /** All that is owed, overdue or not, is spread over the payments that are left, on their days. */
    record ReAmortize() implements Replan {}

    /**
     * New terms for all that is owed.
     *
     * @param capitalize whether unpaid interest, fees and penalties become principal
     */
    record Restructure(
            BigDecimal annualRate,
            LocalDate firstPayment,
            int payments,
            Optional<PaymentFrequency> frequency,
            boolean capitalize)
            implements Replan {}
}
