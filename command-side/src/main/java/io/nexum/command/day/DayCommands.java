package io.nexum.command.day;

import io.nexum.command.CommandHandler;
import io.nexum.command.Workspace;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.day.DayCommand;
import io.nexum.kernel.day.DayCommand.FinishStep;
import io.nexum.kernel.day.DayCommand.MoveBusinessDate;
import io.nexum.kernel.day.DayCommand.OpenBusinessDate;
import io.nexum.kernel.day.DayCommand.OpenNewBank;
import io.nexum.kernel.day.DayCommand.ReadmitEntities;
import io.nexum.kernel.day.DayCommand.SetEntitiesAside;
import io.nexum.kernel.day.DayCommand.SetHolidays;
import io.nexum.kernel.day.DayEvent;
import io.nexum.kernel.day.DayEvent.BusinessDateMoved;
import io.nexum.kernel.day.DayEvent.BusinessDateOpened;
import io.nexum.kernel.day.DayEvent.EntitiesReadmitted;
import io.nexum.kernel.day.DayEvent.EntitiesSetAside;
import io.nexum.kernel.day.DayEvent.HolidaysSet;
import io.nexum.kernel.day.DayEvent.StepFinished;
import io.nexum.kernel.day.DayRefusal.TooManySetAside;
import io.nexum.kernel.day.SetAside;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The business date and what closing a day notes; each of it once, however often it is asked for. */
public final class DayCommands implements CommandHandler<DayCommand> {
    /** All of them are kept in the state of the bank's day. */
    public static final int MOST_SET_ASIDE = 10_000;

    @Override
    public Class<?> commands() {
        return DayCommand.class;
    }

    @Override
    public Boolean handle(DayCommand command, Workspace work) {
        BankDay day = work.load(BankDay.TYPE, DayEvent.STREAM);
        Optional<? extends DayEvent> event = switch (command) {
            case SetHolidays set -> when(!set.calendar().equals(day.calendar()), new HolidaysSet(set.calendar()));
            case OpenNewBank open -> when(work.eventsFrom(1, 1).isEmpty(), new BusinessDateOpened(open.date()));
            case OpenBusinessDate open -> when(day.date().isEmpty(), new BusinessDateOpened(open.date()));
            case FinishStep finish ->
                when(
                        isOn(day, finish.date()) && !day.finished().contains(finish.step()),
                        new StepFinished(finish.date(), finish.step(), finish.counts()));
            case SetEntitiesAside aside -> setAside(aside, day);
            case ReadmitEntities readmit -> readmit(readmit, day);
            case MoveBusinessDate move ->
                when(
                        isOn(day, move.from()),
                        new BusinessDateMoved(move.from(), move.from().plusDays(1)));
        };
        event.ifPresent(work::record);
        return event.isPresent();
    }

    private static <E extends DayEvent> Optional<E> when(boolean happens, E event) {
        return happens ? Optional.of(event) : Optional.empty();
    }

    private static boolean isOn(BankDay day, LocalDate date) {
        return day.date().equals(Optional.of(date));
    }

    private static Optional<EntitiesSetAside> setAside(SetEntitiesAside command, BankDay day) {
        List<SetAside> more = command.entities().stream()
                .filter(entity -> !day.isSetAside(command.step(), entity))
                .toList();
        if (day.setAsideCount() + more.size() > MOST_SET_ASIDE) {
            throw new RefusedException(new TooManySetAside(MOST_SET_ASIDE));
        }
        return when(!more.isEmpty(), new EntitiesSetAside(command.date(), command.step(), more));
    }

    private static Optional<EntitiesReadmitted> readmit(ReadmitEntities command, BankDay day) {
        List<String> back = command.entities().stream()
                .filter(day.setAsideBy(command.step())::containsKey)
                .toList();
        return when(!back.isEmpty(), new EntitiesReadmitted(command.date(), command.step(), back));
    }
}
