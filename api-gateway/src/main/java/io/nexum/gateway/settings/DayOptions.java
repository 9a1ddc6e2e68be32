package io.nexum.gateway.settings;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * How days are closed.
 *
 * @param businessDate the date that a new bank begins with; absent: it goes by the calendar until it closes a day
 * @param closeAt when the day before is closed every night, in each bank's time zone; absent: by request only
 */
public record DayOptions(Optional<LocalDate> businessDate, Optional<LocalTime> closeAt) {
    static final List<Setting> ALL = List.of(
            new Setting(
                    "NEXUM_BUSINESS_DATE",
                    "",
                    "the business date that a new bank begins with, as `2024-01-31`; without it a bank goes by the"
                            + " calendar until it closes its first day"),
            new Setting(
                    "NEXUM_EOD_AT",
                    "",
                    "when the day before is closed every night, in each bank's own time zone, as `02:00`; without it"
                            + " days are closed by `POST /admin/eod` only"));

    static DayOptions read(Variables variables) {
        return new DayOptions(
                variables.optional("NEXUM_BUSINESS_DATE", DayOptions::date, "a date as in 2024-01-31"),
                variables.optional("NEXUM_EOD_AT", LocalTime::parse, "a time of day as in 02:00"));
    }

    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() < 1900 || date.getYear() > 9000) {
            throw new IllegalArgumentException("its year is not one of 1900 to 9000");
        }
        return date;
    }
}
