package io.nexum.kernel.day;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A close of a bank's days, one after the other: under way, or the last one that was.
 *
 * @param first the first day that it closes
 * @param through the last one
 * @param askedBy the user's name, or the name of the part of the program that acts by itself
 * @param failure why it ended before its time, or what it waits for
 * @param at how far it is
 */
public record DayRun(
        UUID id,
        LocalDate first,
        LocalDate through,
        String askedBy,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<String> failure,
        Place at) {
    /**
     * How far a run is.
     *
     * @param date the day that is being closed
     * @param step what is being done for it; empty before the first step
     * @param stepsDone those of the date that are behind it, of {@code steps}
     * @param afterEntity the id of the last entity that, with all before it, is behind it
     * @param total how many entities take part in the step
     * @param counts what the step has come to so far
     */
    public record Place(
            LocalDate date,
            String step,
            Instant stepStartedAt,
            int stepsDone,
            int steps,
            String afterEntity,
            long total,
            StepCounts counts) {}

    public boolean isUnderWay() {
        return endedAt.isEmpty();
    }

    /** Entities that the step looks at in a second; 0 if it has only begun. */
    public double perSecond(Instant now) {
        double seconds = seconds(Duration.between(at.stepStartedAt(), endedAt.orElse(now)));
        return seconds <= 0 ? 0 : at.counts().looked() / seconds;
    }

    /** How long the whole run goes on if it goes on like this; empty if that can't be told yet, or it is over. */
    public Optional<Duration> left(Instant now) {
        double days = first.until(through).isNegative() ? 0 : through.toEpochDay() - first.toEpochDay() + 1.0;
        double step = at.total() == 0 ? 0 : Math.min(1, (double) at.counts().looked() / at.total());
        double done = at.date().toEpochDay() - first.toEpochDay() + (at.stepsDone() + step) / at.steps();
        if (!isUnderWay() || done <= 0) {
            return Optional.empty();
        }
        double left = seconds(Duration.between(startedAt, now)) * Math.max(0, days - done) / done;
        return Optional.of(Duration.ofMillis(Math.round(left * 1_000)));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
