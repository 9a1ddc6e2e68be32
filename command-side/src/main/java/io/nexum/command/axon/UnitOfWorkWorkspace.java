package io.nexum.command.axon;

import io.nexum.command.Claim;
import io.nexum.command.EntityType;
import io.nexum.command.Workspace;
import io.nexum.command.day.BankDay;
import io.nexum.command.store.BankDays;
import io.nexum.command.store.CallersLimit;
import io.nexum.command.store.Released;
import io.nexum.command.store.Seen;
import io.nexum.command.store.StoredAnswer;
import io.nexum.command.store.StreamReader;
import io.nexum.command.store.StreamReader.VersionedState;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.IdempotencyKey;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.day.DayEvent;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.tenant.TenantSettings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;

/** The workspace of one command within Axon's unit of work. */
final class UnitOfWorkWorkspace implements Workspace {
    private static final String RESOURCE = "nexum.workspace";

    private final CommandContext context;
    private final String commandName;
    private final TenantSettings settings;
    private final ZoneId bankZone;
    private final Map<String, EntityRepository> repositories;
    private final StreamReader reader;
    private final BankDays days;
    private final Map<StreamId, Aggregate<EntityAggregate>> loaded = new HashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Released> released = new ArrayList<>();
    private final Map<String, StoredAnswer> answers = new HashMap<>();
    private final Map<String, StoredAnswer> recalled = new HashMap<>();
    private final CompletableFuture<Void> written = new CompletableFuture<>();
    private @Nullable StreamId lastLoaded;
    private @Nullable VersionedState<BankDay> day;
    private boolean recording;

    private UnitOfWorkWorkspace(
            CommandContext context,
            String commandName,
            TenantSettings settings,
            ZoneId bankZone,
            Map<String, EntityRepository> repositories,
            StreamReader reader,
            BankDays days) {
        this.context = context;
        this.commandName = commandName;
        this.settings = settings;
        this.bankZone = settings.timeZone().orElse(bankZone);
        this.repositories = repositories;
        this.reader = reader;
        this.days = days;
    }

    static UnitOfWorkWorkspace start(
            UnitOfWork<?> unitOfWork,
            CommandContext context,
            String commandName,
            TenantSettings settings,
            ZoneId bankZone,
            Map<String, EntityRepository> repositories,
            StreamReader reader,
            BankDays days) {
        UnitOfWorkWorkspace work =
                new UnitOfWorkWorkspace(context, commandName, settings, bankZone, repositories, reader, days);
        unitOfWork.resources().put(RESOURCE, work);
        return work;
    }

    static UnitOfWorkWorkspace of(UnitOfWork<?> unitOfWork) {
        return unitOfWork.getResource(RESOURCE);
    }

    @Override
    public CommandContext context() {
        return context;
    }

    @Override
    public TenantSettings settings() {
        return settings;
    }

    @Override
    public LocalDate bookingDate() {
        return bankDay().date().orElseGet(() -> LocalDate.ofInstant(context.at(), bankZone));
    }

    @Override
    public HolidayCalendar calendar() {
        return bankDay().calendar();
    }

    /** The same one all through the command. */
    private BankDay bankDay() {
        if (day == null) {
            day = days.of(context.tenant());
        }
        return day.state();
    }

    @Override
    @SuppressWarnings("unchecked") // a stream's name starts with its type's, and each type has one state
    public <S> S load(EntityType<S> type, StreamId stream) {
        Aggregate<EntityAggregate> aggregate = loaded.get(stream);
        if (aggregate == null) {
            aggregate = loadInOrder(type, stream);
        }
        return (S) aggregate.invoke(EntityAggregate::state);
    }

    private Aggregate<EntityAggregate> loadInOrder(EntityType<?> type, StreamId stream) {
        if (recording) {
            throw new IllegalStateException(stream + " must be loaded before the first event is recorded");
        }
        if (lastLoaded != null && stream.compareTo(lastLoaded) < 0) {
            throw new IllegalStateException(stream + " must be loaded before " + lastLoaded);
        }
        EntityRepository repository = repositories.get(type.name());
        if (repository == null) {
            throw new IllegalStateException("no repository keeps " + type.name());
        }
        try {
            Aggregate<EntityAggregate> aggregate = repository.loadOrStart(new EntityKey(context.tenant(), stream));
            loaded.put(stream, aggregate);
            lastLoaded = stream;
            return aggregate;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Axon could not load " + stream, e);
        }
    }

    @Override
    public void record(DomainEvent event) {
        CallersLimit.mustAllow(event, context.limit());
        recording = true;
        Aggregate<EntityAggregate> aggregate = loaded.get(event.stream());
        if (aggregate == null) {
            throw new IllegalStateException(event.stream() + " is not loaded");
        }
        aggregate.execute(entity -> entity.record(event));
    }

    /** All or none: a bulk goes on after a line that is refused. */
    @Override
    public void recordAll(List<? extends DomainEvent> events) {
        events.forEach(event -> CallersLimit.mustAllow(event, context.limit()));
        events.forEach(this::record);
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
        if (!keys.isEmpty()) {
            recalled.putAll(reader.answers(
                    context.tenant(), keys.stream().map(IdempotencyKey::key).toList()));
        }
    }

    @Override
    public <T> Optional<T> earlierAnswer(IdempotencyKey key, Class<T> type) {
        StoredAnswer earlier = recalled.getOrDefault(key.key(), answers.get(key.key()));
        return Optional.ofNullable(earlier).map(answer -> type.cast(answer.to(key)));
    }

    @Override
    public void answer(IdempotencyKey key, Object answer) {
        answers.put(key.key(), StoredAnswer.of(key, answer));
    }

    @Override
    public List<DomainEvent> eventsFrom(long position, int count) {
        return reader.eventsFrom(context.tenant(), position, count);
    }

    /** Every entity's stream as this command has seen it, and the bank's day if it asked for that. */
    Map<StreamId, Seen> seen() {
        Map<StreamId, Seen> seen = new HashMap<>();
        if (day != null) {
            seen.put(DayEvent.STREAM, Seen.inTheLog(day.sequence()));
        }
        loaded.forEach((stream, aggregate) -> seen.put(stream, aggregate.invoke(EntityAggregate::loaded)));
        return seen;
    }

    /** Completes when what this command has recorded is durable. */
    CompletableFuture<Void> written() {
        return written;
    }

    /** Refuses if somebody has what this command claims, as its append would. */
    void claimsMustBeFree() {
        reader.findTaken(context.tenant(), claims).ifPresent(taken -> {
            throw new RefusedException(taken.ifTaken());
        });
    }

    boolean hasRecorded() {
        return recording;
    }

    String commandName() {
        return commandName;
    }

    List<Claim> claims() {
        return claims;
    }

    List<Released> released() {
        return released;
    }

    List<StoredAnswer> answers() {
        return List.copyOf(answers.values());
    }
}
