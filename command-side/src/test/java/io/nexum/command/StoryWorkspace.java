package io.nexum.command;

import io.nexum.command.day.BankDay;
import io.nexum.command.store.Released;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.IdempotencyKey;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.day.DayEvent;
import io.nexum.kernel.log.StreamId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One command of a {@link Story}, held to the same rules of loading as the real one. */
final class StoryWorkspace implements Workspace {
    private final Story story;
    private final Map<StreamId, Object> loaded = new HashMap<>();
    private final List<DomainEvent> recorded = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Released> released = new ArrayList<>();
    private final Map<String, Story.Answered> answers = new HashMap<>();
    private final List<String> recalled = new ArrayList<>();
    private @Nullable StreamId lastLoaded;

    StoryWorkspace(Story story) {
        this.story = story;
    }

    @Override
    public CommandContext context() {
        return CommandContext.of(TenantId.DEFAULT, "tester", "story", story.now);
    }

    @Override
    public LocalDate bookingDate() {
        return bankDay().date().orElseGet(() -> LocalDate.ofInstant(story.now, ZoneOffset.UTC));
    }

    @Override
    public HolidayCalendar calendar() {
        return bankDay().calendar();
    }

    private BankDay bankDay() {
        return (BankDay) story.states.getOrDefault(DayEvent.STREAM, BankDay.TYPE.initial());
    }

    @Override
    @SuppressWarnings("unchecked") // a stream's name starts with its type's, and each type has one state
    public <S> S load(EntityType<S> type, StreamId stream) {
        if (!loaded.containsKey(stream)) {
            if (!recorded.isEmpty()) {
                throw new IllegalStateException(stream + " must be loaded before the first event is recorded");
            }
            if (lastLoaded != null && stream.compareTo(lastLoaded) < 0) {
                throw new IllegalStateException(stream + " must be loaded before " + lastLoaded);
            }
            lastLoaded = stream;
            loaded.put(stream, story.states.getOrDefault(stream, type.initial()));
        }
        return (S) loaded.get(stream);
    }

    @Override
    public void record(DomainEvent event) {
        Object before = loaded.get(event.stream());
        if (before == null) {
            throw new IllegalStateException(event.stream() + " is not loaded");
        }
        loaded.put(event.stream(), evolve(before, event));
        recorded.add(event);
    }

    @SuppressWarnings("unchecked") // the state came from this type
    static Object evolve(Object before, DomainEvent event) {
        EntityType<Object> type = (EntityType<Object>)
                Objects.requireNonNull(Story.TYPES.get(event.stream().entityType()));
        return type.evolve().apply(before, event);
    }

    @Override
    public void claim(Claim claim) {
        claims.add(claim);
    }

    @Override
    public void release(String kind, String value) {
        released.add(new Released(kind, value));
    }

    @Override
    public void recall(List<IdempotencyKey> keys) {
        keys.forEach(key -> recalled.add(key.key()));
    }

    @Override
    public <T> Optional<T> earlierAnswer(IdempotencyKey key, Class<T> type) {
        if (!recalled.contains(key.key())) {
            throw new IllegalStateException(key + " must be recalled before it is asked for");
        }
        Story.Answered answered = answers.getOrDefault(key.key(), story.answers.get(key.key()));
        if (answered == null) {
            return Optional.empty();
        }
        if (!answered.fingerprint().equals(key.fingerprint())) {
            throw new RefusedException(new Refusals.IdempotencyKeyReused(key.key()));
        }
        return Optional.of(type.cast(answered.answer()));
    }

    @Override
    public void answer(IdempotencyKey key, Object answer) {
        answers.put(key.key(), new Story.Answered(key.fingerprint(), answer));
    }

    @Override
    public List<DomainEvent> eventsFrom(long position, int count) {
        return story.log.stream().skip(position - 1).limit(count).toList();
    }

    List<DomainEvent> recorded() {
        return recorded;
    }

    void claimsMustBeFree() {
        for (Claim claim : claims) {
            if (story.claims.containsKey(claim.kind() + claim.value())) {
                throw new RefusedException(claim.ifTaken());
            }
        }
    }

    /** All of it, or a refusal and nothing. */
    void append() {
        claimsMustBeFree();
        claims.forEach(claim -> story.claims.put(claim.kind() + claim.value(), claim));
        released.forEach(gone -> story.claims.remove(gone.kind() + gone.value()));
        story.answers.putAll(answers);
        story.log.addAll(recorded);
        recorded.forEach(event -> story.know(event.stream(), Objects.requireNonNull(loaded.get(event.stream()))));
    }
}
