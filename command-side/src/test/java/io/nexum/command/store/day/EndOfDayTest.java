package io.nexum.command.store.day;

import static io.nexum.command.store.day.DayBank.FIRST;
import static io.nexum.command.store.day.DayBank.TENANT;
import static io.nexum.command.store.day.DayBank.mustBeClosedThrough;
import static io.nexum.command.store.day.DayBank.pairs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nexum.command.TestDatabase;
import io.nexum.command.WrittenLog;
import io.nexum.kernel.Refusals.NotFound;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.day.DayEvent;
import io.nexum.kernel.day.DayEvent.BusinessDateMoved;
import io.nexum.kernel.day.DayEvent.EntitiesReadmitted;
import io.nexum.kernel.day.DayEvent.EntitiesSetAside;
import io.nexum.kernel.day.DayEvent.StepFinished;
import io.nexum.kernel.day.DayRefusal.StillSetAside;
import io.nexum.kernel.day.DayRefusal.TooManyDays;
import io.nexum.kernel.day.DayRun;
import io.nexum.kernel.day.SetAside;
import io.nexum.kernel.day.StepCounts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Days that are closed, by one process that nothing happens to. */
class EndOfDayTest {
    private static final int RATES = 1_100;
    private static final String STEP = "quote_rates";

    private final TestDatabase database = TestDatabase.fresh();
    private final DayBank bank = new DayBank(database);

    @AfterEach
    void stop() {
        bank.close();
    }

    @Test
    void each_day_is_closed_in_its_turn_and_for_each_entity_once() throws Exception {
        bank.withRates(database, RATES);

        DayRun run = bank.close(FIRST.plusDays(2));

        mustBeClosedThrough(database, RATES, FIRST.plusDays(2));
        assertThat(run.failure()).isEmpty();
        assertThat(bank.businessDate()).isEqualTo(FIRST.plusDays(3));
        StepCounts counts = new StepCounts(RATES, RATES, 0);
        assertThat(happenedToTheDay())
                .containsExactly(
                        new StepFinished(FIRST, STEP, counts),
                        new BusinessDateMoved(FIRST, FIRST.plusDays(1)),
                        new StepFinished(FIRST.plusDays(1), STEP, counts),
                        new BusinessDateMoved(FIRST.plusDays(1), FIRST.plusDays(2)),
                        new StepFinished(FIRST.plusDays(2), STEP, counts),
                        new BusinessDateMoved(FIRST.plusDays(2), FIRST.plusDays(3)));
    }

    @Test
    void a_day_that_is_closed_is_not_closed_again() throws Exception {
        bank.withRates(database, 10);
        DayRun first = bank.close(FIRST);
        int size = WrittenLog.of(database).size();

        DayRun second = bank.close(FIRST);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(WrittenLog.of(database).size()).isEqualTo(size);
    }

    @Test
    void who_missed_days_makes_up_for_them() throws Exception {
        bank.withRates(database, 10);
        bank.step.broken.add(pairs(1).getFirst());
        bank.close(FIRST.plusDays(4));
        bank.step.broken.clear();

        bank.close(FIRST.plusDays(5));

        mustBeClosedThrough(database, 10, FIRST.plusDays(5));
    }

    @Test
    void who_can_not_be_decided_is_set_aside_and_the_others_go_on_until_it_can() throws Exception {
        bank.withRates(database, RATES);
        String one = pairs(RATES).get(3);
        String other = pairs(RATES).get(RATES - 1);
        bank.step.broken.addAll(List.of(one, other));

        bank.close(FIRST.plusDays(1));
        bank.step.broken.remove(one);
        DayRun run = bank.close(FIRST.plusDays(2));
        bank.step.broken.remove(other);
        bank.close(FIRST.plusDays(3));

        assertThat(run.failure()).isEmpty();
        mustBeClosedThrough(database, RATES, FIRST.plusDays(3));
        String reason = "IllegalStateException: no rate for ";
        assertThat(happenedToTheDay().stream()
                        .filter(event -> !(event instanceof StepFinished) && !(event instanceof BusinessDateMoved)))
                .containsExactlyInAnyOrder(
                        new EntitiesSetAside(FIRST, STEP, List.of(new SetAside(one, reason + one))),
                        new EntitiesSetAside(FIRST, STEP, List.of(new SetAside(other, reason + other))),
                        new EntitiesReadmitted(FIRST.plusDays(2), STEP, List.of(one)),
                        new EntitiesReadmitted(FIRST.plusDays(3), STEP, List.of(other)));
    }

    @Test
    void what_is_set_aside_can_be_tried_again_between_days() throws Exception {
        bank.withRates(database, 10);
        String pair = pairs(1).getFirst();
        bank.step.broken.add(pair);
        bank.close(FIRST.plusDays(2));

        assertThat(refused(() -> bank.days().retry(TENANT, STEP, pair, DayBank.context())))
                .isInstanceOf(StillSetAside.class);
        bank.step.broken.clear();
        bank.days().retry(TENANT, STEP, pair, DayBank.context());

        mustBeClosedThrough(database, 10, FIRST.plusDays(2));
        assertThat(refused(() -> bank.days().retry(TENANT, STEP, pair, DayBank.context())))
                .isInstanceOf(NotFound.class);
        assertThat(refused(() -> bank.days().retry(TENANT, "no_step", pair, DayBank.context())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void steps_can_be_run_for_a_date_without_closing_it() throws Exception {
        bank.withRates(database, 10);

        Map<String, StepCounts> once = bank.days().runSteps(TENANT, List.of(STEP), FIRST, DayBank.context());
        Map<String, StepCounts> twice = bank.days().runSteps(TENANT, List.of(STEP), FIRST, DayBank.context());

        assertThat(once).isEqualTo(Map.of(STEP, new StepCounts(10, 10, 0)));
        assertThat(twice).isEqualTo(Map.of(STEP, new StepCounts(10, 0, 0)));
        assertThat(bank.businessDate()).isEqualTo(FIRST);
        mustBeClosedThrough(database, 10, FIRST);
        bank.close(FIRST);
        mustBeClosedThrough(database, 10, FIRST);
    }

    @Test
    void a_bank_that_never_closed_a_day_begins_with_today_or_with_yesterday() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(bank.days().businessDate(TENANT)).isEqualTo(today);

        assertThat(bank.days().close(TENANT, today.minusDays(2), "tester")).isEmpty();
        assertThat(bank.close(today.minusDays(1)).first()).isEqualTo(today.minusDays(1));

        assertThat(bank.businessDate()).isEqualTo(today);
    }

    @Test
    void too_many_days_at_once_are_refused_and_nothing_is_begun() throws Exception {
        bank.withRates(database, 10);

        assertThat(refused(() -> bank.days().close(TENANT, FIRST.plusDays(EndOfDay.MOST_DAYS), "tester")))
                .isInstanceOf(TooManyDays.class);

        assertThat(bank.days().find(TENANT)).isEmpty();
    }

    @Test
    void a_run_that_is_under_way_goes_on_further_when_it_is_asked_to() throws Exception {
        bank.withRates(database, RATES);
        bank.step.allowed.drainPermits();
        bank.days().close(TENANT, FIRST, "tester");
        DayRun run = bank.days().close(TENANT, FIRST.plusDays(2), "tester").orElseThrow();
        assertThat(run.through()).isEqualTo(FIRST.plusDays(2));
        assertThat(run.isUnderWay()).isTrue();

        bank.step.allowed.release(1_000_000);

        assertThat(bank.ended().id()).isEqualTo(run.id());
        mustBeClosedThrough(database, RATES, FIRST.plusDays(2));
    }

    private List<DayEvent> happenedToTheDay() {
        return WrittenLog.of(database).events().stream()
                .filter(DayEvent.class::isInstance)
                .map(DayEvent.class::cast)
                .skip(1)
                .toList();
    }

    @FunctionalInterface
    private interface Asked {
        void run() throws Exception;
    }

    private static Object refused(Asked asked) {
        return catchThrowableOfType(RefusedException.class, asked::run).refusal();
    }
}
