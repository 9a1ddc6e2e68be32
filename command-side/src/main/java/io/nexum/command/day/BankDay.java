package io.nexum.command.day;

import io.nexum.command.EntityType;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.day.DayEvent;
import io.nexum.kernel.day.DayEvent.BusinessDateMoved;
import io.nexum.kernel.day.DayEvent.BusinessDateOpened;
import io.nexum.kernel.day.DayEvent.EntitiesReadmitted;
import io.nexum.kernel.day.DayEvent.EntitiesSetAside;
import io.nexum.kernel.day.DayEvent.HolidaysSet;
import io.nexum.kernel.day.DayEvent.StepFinished;
import io.nexum.kernel.day.SetAside;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The day of a bank.
 *
 * @param date the business date; absent as long as the bank goes by the calendar
 * @param calendar the days on which the bank works
 * @param finished the steps of the date's close that are done
 * @param setAside the entities that are set aside, by step
 */
public record BankDay(
        Optional<LocalDate> date,
        HolidayCalendar calendar,
        Set<String> finished,
        Map<String, Map<String, Aside>> setAside) {
    /**
     * Why an entity is set aside.
     *
     * @param date the one whose close failed for it
     */
    public record Aside(LocalDate date, String reason) {}

    public static final EntityType<BankDay> TYPE = new EntityType<>(
            DayEvent.STREAM.entityType(),
            new BankDay(Optional.empty(), HolidayCalendar.EVERY_DAY, Set.of(), Map.of()),
            BankDay.class,
            "1",
            BankDay::evolve);

    static BankDay evolve(BankDay before, DomainEvent event) {
        return switch ((DayEvent) event) {
            case BusinessDateOpened opened -> before.on(opened.date());
            case BusinessDateMoved moved -> before.on(moved.to());
            case StepFinished finished -> before.finish(finished.step());
            case EntitiesSetAside aside -> before.setAside(aside);
            case EntitiesReadmitted readmitted -> before.readmit(readmitted);
            case HolidaysSet set -> new BankDay(before.date, set.calendar(), before.finished, before.setAside);
        };
    }

    private BankDay on(LocalDate next) {
        return new BankDay(Optional.of(next), calendar, Set.of(), setAside);
    }

    private BankDay finish(String step) {
        Set<String> more = new TreeSet<>(finished);
        more.add(step);
        return new BankDay(date, calendar, more, setAside);
    }

    private BankDay setAside(EntitiesSetAside aside) {
        Map<String, Aside> more = new HashMap<>(setAsideBy(aside.step()));
        aside.entities().forEach(entity -> more.put(entity.entity(), new Aside(aside.date(), entity.reason())));
        return withSetAside(aside.step(), more);
    }

    private BankDay readmit(EntitiesReadmitted readmitted) {
        Map<String, Aside> fewer = new HashMap<>(setAsideBy(readmitted.step()));
        readmitted.entities().forEach(fewer::remove);
        return withSetAside(readmitted.step(), fewer);
    }

    private BankDay withSetAside(String step, Map<String, Aside> entities) {
        Map<String, Map<String, Aside>> all = new TreeMap<>(setAside);
        all.put(step, entities);
        return new BankDay(date, calendar, finished, all);
    }

    /** Why each entity is set aside by a step. */
    public Map<String, Aside> setAsideBy(String step) {
        return setAside.getOrDefault(step, Map.of());
    }

    boolean isSetAside(String step, SetAside entity) {
        Aside before = setAsideBy(step).get(entity.entity());
        return before != null && before.reason().equals(entity.reason());
    }

    /** How many entities are set aside by all steps. */
    public int setAsideCount() {
        return setAside.values().stream().mapToInt(Map::size).sum();
    }
}
