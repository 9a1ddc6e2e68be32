package io.nexum.command.store.day;

import static io.nexum.command.store.day.DayBank.FIRST;
import static io.nexum.command.store.day.DayBank.TENANT;
import static io.nexum.command.store.day.DayBank.mustBeClosedThrough;
import static io.nexum.command.store.day.DayBank.pairs;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.FaultyDataSource;
import io.nexum.command.FaultyDataSource.Fault;
import io.nexum.command.TestDatabase;
import io.nexum.kernel.day.DayCommand.OpenBusinessDate;
import io.nexum.kernel.day.DayRun;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Days whose close is broken off, meets others, or is done by several at once: nothing twice, and nothing left out. */
class BrokenOffDaysTest {
    private static final int RATES = 1_100;

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void a_run_that_was_killed_anywhere_is_gone_on_with_by_the_next_process() throws Exception {
        LocalDate last = FIRST.plusDays(2);
        Random random = new Random(11);
        try (DayBank bank = new DayBank(database)) {
            bank.withRates(database, RATES);
            bank.step.allowed.drainPermits();
            bank.days().close(TENANT, last, "tester");
        }
        boolean underWay = true;
        for (int kills = 0; underWay && kills < 40; kills++) {
            try (DayBank bank = new DayBank(database)) {
                bank.step.allowed.drainPermits();
                bank.step.allowed.release(random.nextInt(400));
                bank.days().resume(bank.store);
                while (bank.step.allowed.availablePermits() > 0
                        && bank.days().find(TENANT).orElseThrow().isUnderWay()) {
                    Thread.onSpinWait();
                }
                underWay = bank.days().find(TENANT).orElseThrow().isUnderWay();
                bank.step.allowed.release(2_000); // those that wait are let go when their run is stopped
            }
        }
        try (DayBank bank = new DayBank(database)) {
            bank.days().resume(bank.store);
            bank.ended();
        }
        mustBeClosedThrough(database, RATES, last);
    }

    @Test
    void a_connection_that_breaks_during_an_append_or_cannot_be_made_costs_nothing() throws Exception {
        FaultyDataSource connections = new FaultyDataSource(database.program());
        try (DayBank bank = new DayBank(database, connections, new DailyQuotes())) {
            bank.withRates(database, RATES);
            LocalDate date = FIRST;
            for (Fault fault : Fault.values()) {
                connections.breakNext(fault == Fault.AFTER_COMMIT ? Fault.AFTER_APPEND : fault);
                connections.stayAwayFor(2);
                DayRun run = bank.close(date);
                assertThat(run.failure()).isEmpty();
                mustBeClosedThrough(database, RATES, date);
                date = date.plusDays(1);
            }
            assertThat(connections.allHappened()).isTrue();
        }
    }

    @Test
    void two_processes_that_are_both_asked_do_everything_once() throws Exception {
        try (DayBank one = new DayBank(database);
                DayBank two = new DayBank(database)) {
            one.withRates(database, RATES);
            LocalDate last = FIRST.plusDays(4);
            one.days().close(TENANT, last, "tester");
            two.days().close(TENANT, last, "tester");

            one.ended();

            assertThat(one.businessDate()).isEqualTo(last.plusDays(1));
            mustBeClosedThrough(database, RATES, last);
        }
    }

    @Test
    void a_process_that_stands_by_takes_over_when_the_other_one_dies() throws Exception {
        DailyQuotes stuck = new DailyQuotes();
        stuck.allowed.drainPermits();
        try (DayBank second = new DayBank(database)) {
            second.withRates(database, RATES);
            try (DayBank first = new DayBank(database, database.program(), stuck)) {
                first.days().close(TENANT, FIRST, "tester");
                while (!stuck.allowed.hasQueuedThreads()) {
                    Thread.onSpinWait();
                }
                second.days().close(TENANT, FIRST, "tester");
                assertThat(second.days().find(TENANT).orElseThrow().isUnderWay())
                        .isTrue();
                JdbcClient.create(database.owner())
                        .sql("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
                                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                        .query()
                        .listOfRows();

                second.ended();

                mustBeClosedThrough(database, RATES, FIRST);
                stuck.allowed.release(1_000_000);
            }
        }
        mustBeClosedThrough(database, RATES, FIRST);
    }

    @Test
    void a_process_that_knows_an_earlier_day_ends_what_another_has_all_but_done() throws Exception {
        try (DayBank one = new DayBank(database);
                DayBank two = new DayBank(database)) {
            one.withRates(database, 10);
            two.send(new OpenBusinessDate(FIRST));
            one.close(FIRST);
            one.days().runSteps(TENANT, List.of(one.step.name()), FIRST.plusDays(1), DayBank.context());

            DayRun run = two.close(FIRST.plusDays(1));

            assertThat(run.failure()).isEmpty();
            assertThat(two.businessDate()).isEqualTo(FIRST.plusDays(2));
            mustBeClosedThrough(database, 10, FIRST.plusDays(1));
        }
    }

    @Test
    void customers_who_change_entities_meanwhile_are_neither_lost_nor_in_the_way() throws Exception {
        try (DayBank bank = new DayBank(database)) {
            bank.withRates(database, RATES);
            List<Future<?>> quoted = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                bank.days().close(TENANT, FIRST.plusDays(2), "tester");
                for (int i = 0; i < 3; i++) {
                    pairs(RATES)
                            .forEach(pair ->
                                    quoted.add(threads.submit(() -> bank.quote(pair, "9", FIRST.minusDays(20)))));
                }
            }
            for (Future<?> done : quoted) {
                done.get();
            }

            assertThat(bank.ended().failure()).isEmpty();

            mustBeClosedThrough(database, RATES, FIRST.plusDays(2));
        }
    }
}
