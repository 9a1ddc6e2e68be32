package io.nexum.command.store;

import static io.nexum.command.store.Units.after;
import static io.nexum.command.store.Units.question;
import static io.nexum.command.store.Units.releasing;
import static io.nexum.command.store.Units.stream;
import static io.nexum.command.store.Units.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.command.Claim;
import io.nexum.command.TestDatabase;
import io.nexum.command.WrittenLog;
import io.nexum.command.store.AppendRejected.AlreadyAnswered;
import io.nexum.command.store.AppendRejected.VersionConflict;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.Refusals.StoreUnavailable;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The appender by itself, given units as no command would make them. */
class AppenderTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private final TestDatabase database = TestDatabase.fresh();
    private final Evicted evicted = new Evicted();
    private final AccountId one = new AccountId(UUID.randomUUID());
    private final AccountId two = new AccountId(UUID.randomUUID());

    @Test
    void of_units_in_one_batch_only_those_with_outdated_states_are_rejected() {
        Gate gate = new Gate(database.program());
        try (Appender appender = appender(database.store(gate), 100)) {
            AppendUnit first = submit(appender, unit(one, -1));
            AppendUnit outdated = submit(appender, unit(one, -1));
            AppendUnit neighbour = submit(appender, unit(two, -1));
            AppendUnit next = submit(appender, after(one, 0, first));
            AppendUnit ahead = submit(appender, unit(two, 7));
            gate.open();

            assertThat(List.of(first.done(), neighbour.done(), next.done()))
                    .allSatisfy(done -> assertThat(done).succeedsWithin(SOON));
            assertThat(outdated.done())
                    .failsWithin(SOON)
                    .withThrowableThat()
                    .withCauseInstanceOf(VersionConflict.class);
            assertThat(ahead.done()).failsWithin(SOON).withThrowableThat().withCauseInstanceOf(VersionConflict.class);
            assertThat(evicted.streams).contains(stream(one), stream(two));
        }
        assertThat(WrittenLog.of(database).mustBeSound().size()).isEqualTo(3);
    }

    @Test
    void what_was_decided_on_a_rejected_unit_is_rejected_though_its_sequence_fits() {
        try (Appender appender = appender(database.store(), 100);
                Appender other = appender(database.store(), 100)) {
            assertThat(submit(appender, unit(one, -1)).done()).succeedsWithin(SOON);
            assertThat(submit(other, unit(one, 0)).done()).succeedsWithin(SOON);
            Gate gate = new Gate(database.program());
            try (Appender third = appender(database.store(gate), 100)) {
                AppendUnit outdated = submit(third, unit(one, 0));
                AppendUnit built = submit(third, after(one, 1, outdated));
                gate.open();

                assertThat(outdated.done())
                        .failsWithin(SOON)
                        .withThrowableThat()
                        .withCauseInstanceOf(VersionConflict.class);
                assertThat(built.done())
                        .failsWithin(SOON)
                        .withThrowableThat()
                        .withCauseInstanceOf(VersionConflict.class);
            }
        }
        assertThat(WrittenLog.of(database).mustBeSound().size()).isEqualTo(2);
    }

    @Test
    void a_claim_or_key_that_is_taken_rejects_its_unit_alone_and_not_before_the_taker_is_durable() {
        Claim claim = new Claim("account_number", "1", new AlreadyTaken("account number", "1"));
        StoredAnswer answer = new StoredAnswer("k", "f", "receipt", "{}");
        Gate gate = new Gate(database.program());
        try (Appender appender = appender(database.store(gate), 100)) {
            AppendUnit claims = submit(appender, unit(one, -1, List.of(claim), List.of()));
            AppendUnit claimsToo = submit(appender, unit(two, -1, List.of(claim), List.of()));
            AccountId third = new AccountId(UUID.randomUUID());
            AppendUnit answers = submit(appender, unit(third, -1, List.of(), List.of(answer)));
            AccountId fourth = new AccountId(UUID.randomUUID());
            AppendUnit answersToo = submit(appender, unit(fourth, -1, List.of(), List.of(answer)));
            AccountId fifth = new AccountId(UUID.randomUUID());
            AppendUnit neighbour = submit(appender, unit(fifth, -1));
            List<Boolean> durable = new ArrayList<>();
            CompletableFuture<?> refused = claimsToo
                    .done()
                    .whenComplete((done, failure) -> durable.add(claims.done().isDone()));
            CompletableFuture<?> answered = answersToo
                    .done()
                    .whenComplete((done, failure) -> durable.add(answers.done().isDone()));
            gate.open();

            assertThat(claims.done()).succeedsWithin(SOON);
            assertThat(answers.done()).succeedsWithin(SOON);
            assertThat(neighbour.done()).succeedsWithin(SOON);
            assertThat(refused).failsWithin(SOON).withThrowableThat().withCauseInstanceOf(RefusedException.class);
            assertThat(answered).failsWithin(SOON).withThrowableThat().withCauseInstanceOf(AlreadyAnswered.class);
            assertThat(durable).containsExactly(true, true);
        }
        assertThat(WrittenLog.of(database).mustBeSound().size()).isEqualTo(3);
    }

    @Test
    void what_is_released_can_be_claimed_again_though_both_come_in_one_batch() {
        Claim claim = new Claim("open_loan", "1", new AlreadyTaken("open loan", "1"));
        try (Appender before = appender(database.store(), 100)) {
            assertThat(submit(before, unit(one, -1, List.of(claim), List.of())).done())
                    .succeedsWithin(SOON);
        }
        Gate gate = new Gate(database.program());
        try (Appender appender = appender(database.store(gate), 100)) {
            AppendUnit leaves = submit(appender, releasing(one, 0, claim));
            AppendUnit comes = submit(appender, unit(two, -1, List.of(claim), List.of()));
            AppendUnit leavesAgain = submit(appender, releasing(one, 7, claim));
            gate.open();

            assertThat(leaves.done()).succeedsWithin(SOON);
            assertThat(comes.done()).succeedsWithin(SOON);
            assertThat(leavesAgain.done()).failsWithin(SOON);
            AppendUnit third = submit(appender, unit(new AccountId(UUID.randomUUID()), -1, List.of(claim), List.of()));
            assertThat(third.done()).failsWithin(SOON).withThrowableThat().withCauseInstanceOf(RefusedException.class);
            assertThat(submit(appender, releasing(two, 0, claim)).done()).succeedsWithin(SOON);
            AccountId last = new AccountId(UUID.randomUUID());
            assertThat(submit(appender, unit(last, -1, List.of(claim), List.of()))
                            .done())
                    .succeedsWithin(SOON);
        }
    }

    @Test
    void a_full_queue_refuses_and_takes_again_when_it_is_emptied() {
        Gate gate = new Gate(database.program());
        try (Appender appender = appender(database.store(gate), 2)) {
            AppendUnit taken = submit(appender, unit(one, -1));
            gate.awaitEntry();
            AppendUnit first = submit(appender, unit(two, -1));
            AppendUnit second = submit(appender, after(two, 0, first));

            assertThatThrownBy(() -> submit(appender, after(two, 1, second)))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(StoreUnavailable.class));

            gate.open();
            assertThat(taken.done()).succeedsWithin(SOON);
            assertThat(second.done()).succeedsWithin(SOON);
            assertThat(submit(appender, after(two, 1, second)).done()).succeedsWithin(SOON);
        }
    }

    @Test
    void an_interrupted_sender_is_refused_and_the_appender_goes_on() throws InterruptedException {
        try (Appender appender = appender(database.store(), 100)) {
            List<Throwable> refusals = new ArrayList<>();
            Thread interrupted = Thread.ofVirtual().start(() -> {
                Thread.currentThread().interrupt();
                try {
                    appender.submit(unit(one, -1));
                } catch (RefusedException e) {
                    refusals.add(e);
                }
            });
            interrupted.join();

            assertThat(refusals).hasSize(1);
            assertThat(submit(appender, unit(one, -1)).done()).succeedsWithin(SOON);
        }
    }

    @Test
    void closing_finishes_what_is_queued_and_refuses_what_comes_later() {
        Gate gate = new Gate(database.program());
        Appender appender = appender(database.store(gate), 100);
        List<AppendUnit> units = new ArrayList<>();
        units.add(submit(appender, unit(one, -1)));
        gate.awaitEntry();
        for (int i = 0; i < 20; i++) {
            units.add(submit(appender, after(one, i, units.getLast())));
        }

        Thread closing = Thread.ofPlatform().start(appender::close);
        gate.open();

        assertThat(units).allSatisfy(unit -> assertThat(unit.done()).succeedsWithin(SOON));
        assertThat(CompletableFuture.runAsync(() -> join(closing))).succeedsWithin(SOON);
        assertThatThrownBy(() -> submit(appender, unit(two, -1))).isInstanceOf(RefusedException.class);
        assertThat(WrittenLog.of(database).mustBeSound().size()).isEqualTo(21);
    }

    @Test
    void every_unit_that_was_taken_is_answered_whenever_the_appender_is_closed() {
        for (int round = 0; round < 30; round++) {
            ConcurrentLinkedQueue<AppendUnit> accepted = new ConcurrentLinkedQueue<>();
            Appender appender = appender(database.store(), 1_000);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 50; i++) {
                    var _ = threads.submit(() -> {
                        AppendUnit unit = unit(new AccountId(UUID.randomUUID()), -1);
                        accepted.add(submit(appender, unit));
                    });
                }
                appender.close();
            }
            assertThat(accepted)
                    .allSatisfy(unit -> assertThat(unit.done())
                            .satisfiesAnyOf(
                                    done -> assertThat(done).succeedsWithin(SOON),
                                    done -> assertThat(done).failsWithin(SOON)));
        }
        WrittenLog.of(database).mustBeSound();
    }

    @Test
    void a_listener_that_fails_does_not_undo_what_is_durable_nor_stop_the_appender() {
        try (Appender appender = new Appender(database.store(), 100, evicted, (tenant, position) -> {
            throw new IllegalStateException("a listener's bug");
        })) {
            assertThat(submit(appender, unit(one, -1)).done()).succeedsWithin(SOON);
            assertThat(submit(appender, unit(one, 0)).done()).succeedsWithin(SOON);
        }
        assertThat(WrittenLog.of(database).mustBeSound().size()).isEqualTo(2);
    }

    @Test
    void a_unit_without_events_asks_whether_what_it_saw_is_so() {
        try (Appender appender = appender(database.store(), 100)) {
            assertThat(submit(appender, unit(one, -1)).done()).succeedsWithin(SOON);

            assertThat(submit(appender, question(one, 0)).done()).succeedsWithin(SOON);
            assertThat(submit(appender, question(two, -1)).done()).succeedsWithin(SOON);
            assertThat(submit(appender, question(one, -1)).done())
                    .failsWithin(SOON)
                    .withThrowableThat()
                    .withCauseInstanceOf(VersionConflict.class);
        }
        assertThat(WrittenLog.of(database).mustBeSound().size()).isEqualTo(1);
    }

    private Appender appender(Store store, int queueUnits) {
        return new Appender(store, queueUnits, evicted, (tenant, position) -> {});
    }

    private static AppendUnit submit(Appender appender, AppendUnit unit) {
        appender.submit(unit);
        return unit;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Evicted implements StreamsChanged {
        private final Set<StreamId> streams = ConcurrentHashMap.newKeySet();

        @Override
        public void evict(TenantId tenant, Collection<StreamId> changed) {
            streams.addAll(changed);
        }

        @Override
        public void evictAll(TenantId tenant) {
            streams.clear();
        }
    }
}
