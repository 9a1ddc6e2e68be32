package io.nexum.kernel.loan.servicing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.nexum.kernel.loan.InterestPause;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** One thing that happened to a loan, on the day from which it counts. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LoanEntry.PaidOut.class, name = "paid_out"),
    @JsonSubTypes.Type(value = LoanEntry.Paid.class, name = "paid"),
    @JsonSubTypes.Type(value = LoanEntry.Charged.class, name = "charged"),
    @JsonSubTypes.Type(value = LoanEntry.Waived.class, name = "waived"),
    @JsonSubTypes.Type(value = LoanEntry.Refunded.class, name = "refunded"),
    @JsonSubTypes.Type(value = LoanEntry.ChargedBack.class, name = "charged_back"),
    @JsonSubTypes.Type(value = LoanEntry.RateSet.class, name = "rate_set"),
    @JsonSubTypes.Type(value = LoanEntry.Paused.class, name = "paused"),
    @JsonSubTypes.Type(value = LoanEntry.Replanned.class, name = "replanned"),
    @JsonSubTypes.Type(value = LoanEntry.ChargedOff.class, name = "charged_off"),
    @JsonSubTypes.Type(value = LoanEntry.WrittenOff.class, name = "written_off"),
    @JsonSubTypes.Type(value = LoanEntry.Recovered.class, name = "recovered")
})
public sealed interface LoanEntry {
    TransactionId id();

    LocalDate date();

    record PaidOut(TransactionId id, LocalDate date, Money amount) implements LoanEntry {}

    /**
     * A payment of the borrower's, or the bank's goodwill in place of one.
     *
     * @param excess what the borrower chose for this payment; else the agreement says it
     */
    record Paid(TransactionId id, LocalDate date, Money amount, Optional<ExcessUse> excess, Source source)
            implements LoanEntry {}

    /** Who a payment came from. */
    enum Source {
        BORROWER,
        GOODWILL
    }

    /** A fee or a penalty that somebody charged by hand, due at once. */
    record Charged(TransactionId id, LocalDate date, String name, Component component, Money amount)
            implements LoanEntry {}

    record Waived(TransactionId id, LocalDate date, Component component, Money amount) implements LoanEntry {}

    /** What was paid too much goes back to the borrower. */
    record Refunded(TransactionId id, LocalDate date, Money amount) implements LoanEntry {}

    /** A payment that the borrower's bank took back: what it paid is owed again, at once. */
    record ChargedBack(TransactionId id, LocalDate date, Money amount) implements LoanEntry {}

    record RateSet(TransactionId id, LocalDate date, BigDecimal annualRate) implements LoanEntry {}

    record Paused(TransactionId id, LocalDate date, InterestPause pause) implements LoanEntry {}

    record Replanned(TransactionId id, LocalDate date, Replan plan) implements LoanEntry {}

    /** The loan counts as lost; nothing more is earned, and what still comes is a recovery. The borrower owes on. */
    record ChargedOff(TransactionId id, LocalDate date) implements LoanEntry {}

    /** The loan is given up. */
    record WrittenOff(TransactionId id, LocalDate date) implements LoanEntry {}

    record Recovered(TransactionId id, LocalDate date, Money amount) implements LoanEntry {}
}
