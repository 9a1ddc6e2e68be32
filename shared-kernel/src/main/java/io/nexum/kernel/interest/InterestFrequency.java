package io.nexum.kernel.interest;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How often interest is compounded or posted, in whole periods of the calendar. */
public enum InterestFrequency {
    DAILY(365),
    MONTHLY(12),
    QUARTERLY(4),
    ANNUALLY(1);

    private static final int MONTHS_OF_QUARTER = 3;

    private final int perYear;

    InterestFrequency(int perYear) {
        this.perYear = perYear;
    }

    /** How many periods a year has; a year of days has 365. */
    public int perYear() {
        return perYear;
    }

    /** The first day of the period that has a day. */
    public LocalDate startOfPeriod(LocalDate day) {
        return switch (this) {
            case DAILY -> day;
            case MONTHLY -> day.withDayOfMonth(1);
            case QUARTERLY -> {
                LocalDate month = day.withDayOfMonth(1);
                yield month.minusMonths((month.getMonthValue() - 1) % MONTHS_OF_QUARTER);
            }
            case ANNUALLY -> day.with(TemporalAdjusters.firstDayOfYear());
        };
    }

    /** The first day of the period after the one that has a day. */
    public LocalDate startOfNext(LocalDate day) {
        LocalDate start = startOfPeriod(day);
        return switch (this) {
            case DAILY -> start.plusDays(1);
            case MONTHLY -> start.plusMonths(1);
            case QUARTERLY -> start.plusMonths(MONTHS_OF_QUARTER);
            case ANNUALLY -> start.plusYears(1);
        };
    }

    public boolean endsOn(LocalDate day) {
        return startOfNext(day).equals(day.plusDays(1));
    }
}
