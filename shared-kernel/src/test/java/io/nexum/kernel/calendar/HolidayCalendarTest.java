package io.nexum.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.json.Json;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayCalendarTest {
    private static final Set<DayOfWeek> MONDAY_TO_FRIDAY = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /** Good Friday and Easter Monday of 2024, and New Year. */
    private static final HolidayCalendar CALENDAR = new HolidayCalendar(
            MONDAY_TO_FRIDAY, Set.of(LocalDate.of(2024, 3, 29), LocalDate.of(2024, 4, 1), LocalDate.of(2024, 1, 1)));

    @ParameterizedTest
    @CsvSource({
        // a working day stays
        "2024-03-28, none, 2024-03-28",
        "2024-03-28, following, 2024-03-28",
        "2024-03-28, modified_following, 2024-03-28",
        "2024-03-28, preceding, 2024-03-28",
        // a Saturday within a month
        "2024-03-16, none, 2024-03-16",
        "2024-03-16, following, 2024-03-18",
        "2024-03-16, modified_following, 2024-03-18",
        "2024-03-16, preceding, 2024-03-15",
        // Good Friday: the next working day is in April
        "2024-03-29, none, 2024-03-29",
        "2024-03-29, following, 2024-04-02",
        "2024-03-29, modified_following, 2024-03-28",
        "2024-03-29, preceding, 2024-03-28",
        // New Year: the working day before is in another year
        "2024-01-01, following, 2024-01-02",
        "2024-01-01, preceding, 2023-12-29",
        // the same month of another year is another month
        "2023-12-31, modified_following, 2023-12-29"
    })
    void a_date_goes_where_the_rule_says(LocalDate date, String rule, LocalDate expected) {
        DateAdjustment adjustment = Json.read('"' + rule + '"', DateAdjustment.class);

        assertThat(CALENDAR.adjust(date, adjustment)).isEqualTo(expected);
    }

    @Property
    void an_adjusted_date_is_the_nearest_working_day_on_its_side(
            @ForAll @Size(min = 1, max = 7) Set<DayOfWeek> week,
            @ForAll @Size(max = 20) Set<@IntRange(max = 60) Integer> off,
            @ForAll @IntRange(max = 60) int day) {
        LocalDate start = LocalDate.of(2024, 1, 1);
        HolidayCalendar calendar =
                new HolidayCalendar(week, off.stream().map(start::plusDays).collect(Collectors.toSet()));
        LocalDate date = start.plusDays(day);

        LocalDate following = calendar.adjust(date, DateAdjustment.FOLLOWING);
        LocalDate preceding = calendar.adjust(date, DateAdjustment.PRECEDING);

        assertThat(calendar.isWorkingDay(following)).isTrue();
        assertThat(calendar.isWorkingDay(preceding)).isTrue();
        assertThat(LongStream.range(preceding.toEpochDay() + 1, following.toEpochDay())
                        .mapToObj(LocalDate::ofEpochDay))
                .noneMatch(calendar::isWorkingDay);
        LocalDate modified = calendar.adjust(date, DateAdjustment.MODIFIED_FOLLOWING);
        assertThat(modified).isEqualTo(following.getMonth() == date.getMonth() ? following : preceding);
    }

    @Test
    void a_bank_that_has_set_no_calendar_works_every_day() {
        assertThat(HolidayCalendar.EVERY_DAY.isWorkingDay(LocalDate.of(2024, 12, 25)))
                .isTrue();
    }

    @Test
    void a_week_without_a_working_day_is_refused() {
        assertThatThrownBy(() -> new HolidayCalendar(Set.of(), Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_calendar_is_written_in_order_and_read_back() {
        String json = Json.text(CALENDAR);

        assertThat(json)
                .isEqualTo("{\"working_days\":[\"monday\",\"tuesday\",\"wednesday\",\"thursday\",\"friday\"],"
                        + "\"holidays\":[\"2024-01-01\",\"2024-03-29\",\"2024-04-01\"]}");
        assertThat(Json.read(json, HolidayCalendar.class)).isEqualTo(CALENDAR);
    }
}
