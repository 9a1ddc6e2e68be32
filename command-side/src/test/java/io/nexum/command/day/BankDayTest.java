package io.nexum.command.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.Story;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.day.DayCommand.FinishStep;
import io.nexum.kernel.day.DayCommand.MoveBusinessDate;
import io.nexum.kernel.day.DayCommand.OpenBusinessDate;
import io.nexum.kernel.day.DayCommand.OpenNewBank;
import io.nexum.kernel.day.DayCommand.ReadmitEntities;
import io.nexum.kernel.day.DayCommand.SetEntitiesAside;
import io.nexum.kernel.day.DayCommand.SetHolidays;
import io.nexum.kernel.day.DayEvent.BusinessDateMoved;
import io.nexum.kernel.day.DayEvent.BusinessDateOpened;
import io.nexum.kernel.day.DayEvent.EntitiesReadmitted;
import io.nexum.kernel.day.DayEvent.EntitiesSetAside;
import io.nexum.kernel.day.DayEvent.HolidaysSet;
import io.nexum.kernel.day.DayEvent.StepFinished;
import io.nexum.kernel.day.DayRefusal.TooManySetAside;
import io.nexum.kernel.day.SetAside;
import io.nexum.kernel.day.StepCounts;
import io.nexum.kernel.money.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BankDayTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 31);
    private static final StepCounts COUNTS = new StepCounts(3, 2, 1);

    private final Story bank = new Story().at("2026-03-10T12:00:00Z");

    @Test
    void a_bank_that_closes_no_day_books_by_the_calendar() {
        assertThat(bookedOn()).isEqualTo(LocalDate.of(2026, 3, 10));
        bank.at("2026-03-11T00:00:00Z");
        assertThat(bookedOn()).isEqualTo(LocalDate.of(2026, 3, 11));
    }

    @Test
    void a_bank_with_a_business_date_books_on_it_until_it_is_moved() {
        bank.send(new OpenBusinessDate(DAY));
        assertThat(bookedOn()).isEqualTo(DAY);
        bank.at("2026-03-11T00:00:00Z");
        assertThat(bookedOn()).isEqualTo(DAY);

        bank.send(new MoveBusinessDate(DAY));

        assertThat(bookedOn()).isEqualTo(LocalDate.of(2024, 4, 1));
    }

    @Test
    void the_business_date_is_opened_once_and_each_day_is_closed_once() {
        assertThat(bank.send(new OpenBusinessDate(DAY))).isTrue();
        assertThat(bank.send(new OpenBusinessDate(DAY.plusDays(5)))).isFalse();
        assertThat(bank.send(new MoveBusinessDate(DAY))).isTrue();
        assertThat(bank.send(new MoveBusinessDate(DAY))).isFalse();

        assertThat(bank.log())
                .containsExactly(new BusinessDateOpened(DAY), new BusinessDateMoved(DAY, DAY.plusDays(1)));
    }

    @Test
    void only_a_bank_without_a_past_is_a_new_one() {
        bank.customer();

        assertThat(bank.send(new OpenNewBank(DAY))).isFalse();
        assertThat(new Story().send(new OpenNewBank(DAY))).isTrue();
    }

    @Test
    void a_step_is_finished_once_a_day() {
        bank.send(new OpenBusinessDate(DAY));
        int before = bank.log().size();
        bank.send(new FinishStep(DAY, "close_loans", COUNTS));
        bank.send(new FinishStep(DAY, "close_loans", COUNTS));
        bank.send(new FinishStep(DAY.plusDays(1), "close_loans", COUNTS));
        bank.send(new MoveBusinessDate(DAY));
        bank.send(new FinishStep(DAY, "close_loans", COUNTS));
        bank.send(new FinishStep(DAY.plusDays(1), "close_loans", COUNTS));

        assertThat(bank.since(before))
                .containsExactly(
                        new StepFinished(DAY, "close_loans", COUNTS),
                        new BusinessDateMoved(DAY, DAY.plusDays(1)),
                        new StepFinished(DAY.plusDays(1), "close_loans", COUNTS));
    }

    @Test
    void an_entity_is_set_aside_once_for_a_reason_and_readmitted_once() {
        SetAside first = new SetAside("1", "no rate");
        SetAside other = new SetAside("2", "no rate");
        SetAside reason = new SetAside("1", "no product");
        bank.send(new SetEntitiesAside(DAY, "close_loans", List.of(first)));
        bank.send(new SetEntitiesAside(DAY.plusDays(1), "close_loans", List.of(first, other)));
        bank.send(new SetEntitiesAside(DAY.plusDays(2), "close_loans", List.of(reason)));
        bank.send(new ReadmitEntities(DAY.plusDays(3), "close_loans", List.of("1", "3")));
        bank.send(new ReadmitEntities(DAY.plusDays(3), "close_loans", List.of("1")));

        assertThat(bank.log())
                .containsExactly(
                        new EntitiesSetAside(DAY, "close_loans", List.of(first)),
                        new EntitiesSetAside(DAY.plusDays(1), "close_loans", List.of(other)),
                        new EntitiesSetAside(DAY.plusDays(2), "close_loans", List.of(reason)),
                        new EntitiesReadmitted(DAY.plusDays(3), "close_loans", List.of("1")));
    }

    @Test
    void more_than_single_entities_are_not_set_aside() {
        List<SetAside> all = IntStream.range(0, DayCommands.MOST_SET_ASIDE)
                .mapToObj(i -> new SetAside("" + i, "a defect"))
                .toList();
        bank.send(new SetEntitiesAside(DAY, "close_loans", all));

        SetAside oneMore = new SetAside("one more", "a defect");
        bank.refused(new SetEntitiesAside(DAY, "other", List.of(oneMore)), TooManySetAside.class);
    }

    @Test
    void a_calendar_that_is_set_again_changes_nothing() {
        HolidayCalendar calendar = new HolidayCalendar(Set.of(DayOfWeek.MONDAY), Set.of(DAY));
        bank.send(new SetHolidays(calendar));
        bank.send(new SetHolidays(calendar));

        assertThat(bank.log()).containsExactly(new HolidaysSet(calendar));
    }

    private LocalDate bookedOn() {
        return bank.deposit(bank.account("USD"), Money.of("1.00", "USD")).bookingDate();
    }
}
