package io.nexum.kernel.product;

import io.nexum.kernel.money.Money;
import java.util.Optional;

/**
 * What a product charges, what for, and when.
 *
 * @param event what it is charged for
 * @param condition what must hold beside the event
 * @param threshold the balance of {@link Condition#BALANCE_BELOW}; absent otherwise
 * @param withinDays the days after the opening of {@link Condition#CLOSED_WITHIN_DAYS}; absent otherwise
 */
public record ProductFee(
        String name,
        Event event,
        FeeScale scale,
        Condition condition,
        Optional<Money> threshold,
        Optional<Integer> withinDays,
        Frequency frequency) {

    /** What a fee is charged for. */
    public enum Event {
        /** The holder's own withdrawal, transfer or payment; the scale is on its amount. */
        TRANSACTION,

        /** A transaction that leaves the balance below zero; the scale is on what it is below. */
        OVERDRAFT,

        /** Keeping the account, at the end of each month; the scale is on the balance then. */
        MAINTENANCE,

        /** A lowest balance of the month below the minimum; the scale is on what it was below. */
        MINIMUM_BALANCE,

        /** An instalment that is late beyond its grace; the scale is on what is overdue. */
        LATE_PAYMENT,

        /** Paying out a loan; the scale is on what is paid out. */
        ORIGINATION,

        /** Paying back early; the scale is on what is paid early. */
        PREPAYMENT,

        /** Drawing more than a credit line's limit; the scale is on what is above it. */
        OVER_LIMIT,

        /** Closing the account; the scale is on the balance then. */
        CLOSING;

        /** Whether it comes with the end of each month, and not with what somebody does. */
        public boolean isMonthly() {
            return this == MAINTENANCE || this == MINIMUM_BALANCE;
        }
    }

    /** What must hold for a fee to be charged. */
    public enum Condition {
        ALWAYS,
        PAYMENT_LATE,
        OVER_LIMIT,
        CLOSED_EARLY,
        BALANCE_BELOW,
        CLOSED_WITHIN_DAYS
    }

    /** How often it is charged at most. */
    public enum Frequency {
        ONE_TIME,
        MONTHLY,
        ANNUALLY,
        PER_OCCURRENCE
    }

    /** @throws IllegalArgumentException if the condition and what it needs don't go together */
    public ProductFee {
        Terms.require(!name.isBlank(), "a fee has a name");
        Terms.require(
                threshold.isPresent() == (condition == Condition.BALANCE_BELOW),
                "a fee on a balance below something, and no other, has a threshold");
        Terms.require(
                withinDays.isPresent() == (condition == Condition.CLOSED_WITHIN_DAYS),
                "a fee for closing within days, and no other, says within how many");
        Terms.require(withinDays.filter(days -> days < 1).isEmpty(), "within_days is at least 1");
        Terms.requireAmounts(scale.currency(), threshold);
    }

    /** A fee with no condition beside its event. */
    public static ProductFee of(String name, Event event, FeeScale scale, Frequency frequency) {
        return new ProductFee(name, event, scale, Condition.ALWAYS, Optional.empty(), Optional.empty(), frequency);
    }
}
