package io.nexum.kernel.loan;

import java.time.LocalDate;

/**
 * How often a loan is paid: every so many units of time.
 *
 * @param every at least 1
 */
public record PaymentFrequency(int every, Unit unit) {
    public static final PaymentFrequency WEEKLY = new PaymentFrequency(1, Unit.WEEKS);
    public static final PaymentFrequency BI_WEEKLY = new PaymentFrequency(2, Unit.WEEKS);

    /** On a day of the month and 15 days of the month away from it. */
    public static final PaymentFrequency SEMI_MONTHLY = new PaymentFrequency(1, Unit.HALF_MONTHS);

    public static final PaymentFrequency MONTHLY = new PaymentFrequency(1, Unit.MONTHS);
    public static final PaymentFrequency QUARTERLY = new PaymentFrequency(3, Unit.MONTHS);
    public static final PaymentFrequency SEMI_ANNUALLY = new PaymentFrequency(6, Unit.MONTHS);
    public static final PaymentFrequency ANNUALLY = new PaymentFrequency(12, Unit.MONTHS);

    private static final int HALF_A_MONTH = 15;

    /** A unit of time, and how many of it a year is taken to have. */
    public enum Unit {
        DAYS(365, 1),
        WEEKS(52, 7),
        HALF_MONTHS(24, 15),
        MONTHS(12, 30);

        private final int perYear;
        private final int days;

        Unit(int perYear, int days) {
            this.perYear = perYear;
            this.days = days;
        }

        public int perYear() {
            return perYear;
        }

        /** The days of a unit where months are taken to have 30. */
        int days() {
            return days;
        }

        boolean isOfMonths() {
            return this == MONTHS || this == HALF_MONTHS;
        }
    }

    /** The day that a payment is one frequency after; where its month lacks that day, the month's last. */
    public LocalDate before(LocalDate payment) {
        return switch (unit) {
            case DAYS -> payment.minusDays(every);
            case WEEKS -> payment.minusWeeks(every);
            case HALF_MONTHS -> every % 2 == 0 ? payment.minusMonths(every / 2) : halfBefore(payment, every / 2);
            case MONTHS -> payment.minusMonths(every);
        };
    }

    private static LocalDate halfBefore(LocalDate payment, int months) {
        LocalDate half = payment.getDayOfMonth() > HALF_A_MONTH
                ? payment.minusDays(HALF_A_MONTH)
                : payment.minusMonths(1).plusDays(HALF_A_MONTH);
        return half.minusMonths(months);
    }

    /** @throws IllegalArgumentException if {@code every} is below 1 */
    public PaymentFrequency {
        if (every < 1) {
            throw new IllegalArgumentException("a payment falls every 1 or more " + unit);
        }
    }
}
