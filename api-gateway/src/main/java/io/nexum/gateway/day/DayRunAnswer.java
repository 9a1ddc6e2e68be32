package io.nexum.gateway.day;

import io.nexum.kernel.day.DayRun;
import io.nexum.kernel.day.DayRun.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * How far the close of days is.
 *
 * @param businessDate the first day that is not closed
 * @param from the first day that the run closes
 * @param date the day that is being closed, or was last
 * @param stepsDone steps of that day that are done, of {@code steps}
 * @param done entities that the step has looked at, of {@code total}
 * @param ratePerSecond entities a second in this step
 * @param secondsLeft until the whole run ends, if it goes on like this
 * @param setAside entities that some step could not decide, all in all
 * @param failure why the run ended before its time, or what it waits for
 */
record DayRunAnswer(
        LocalDate businessDate,
        State state,
        Optional<UUID> runId,
        Optional<LocalDate> from,
        Optional<LocalDate> through,
        Optional<LocalDate> date,
        Optional<String> step,
        Optional<Integer> stepsDone,
        Optional<Integer> steps,
        Optional<Long> done,
        Optional<Long> total,
        Optional<Double> ratePerSecond,
        Optional<Long> secondsLeft,
        int setAside,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<String> failure) {

    enum State {
        /** No day was ever closed. */
        IDLE,
        RUNNING,
        FINISHED,
        FAILED
    }

    static DayRunAnswer of(LocalDate businessDate, int setAside, Optional<DayRun> found, Instant now) {
        Optional<Place> at = found.map(DayRun::at);
        Optional<Place> inStep = at.filter(place -> !place.step().isEmpty());
        return new DayRunAnswer(
                businessDate,
                found.map(DayRunAnswer::state).orElse(State.IDLE),
                found.map(DayRun::id),
                found.map(DayRun::first),
                found.map(DayRun::through),
                at.map(Place::date),
                inStep.map(Place::step),
                at.map(Place::stepsDone),
                at.map(Place::steps),
                inStep.map(place -> place.counts().looked()),
                inStep.map(Place::total),
                inStep.flatMap(place -> found).map(run -> Math.round(run.perSecond(now) * 10) / 10.0),
                found.flatMap(run -> run.left(now)).map(Duration::toSeconds),
                setAside,
                found.map(DayRun::startedAt),
                found.flatMap(DayRun::endedAt),
                found.flatMap(DayRun::failure));
    }

    private static State state(DayRun run) {
        if (run.isUnderWay()) {
            return State.RUNNING;
        }
        return run.failure().isPresent() ? State.FAILED : State.FINISHED;
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }
}
