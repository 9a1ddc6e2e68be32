package io.nexum.command.axon;

import io.nexum.command.Claim;
import io.nexum.command.store.AppendUnit;
import io.nexum.command.store.Appenders;
import io.nexum.command.store.Balance;
import io.nexum.command.store.NewEvent;
import io.nexum.command.store.Released;
import io.nexum.command.store.StoredAnswer;
import io.nexum.command.store.StreamReader;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.log.EventKey;
import io.nexum.kernel.log.LogListener;
import io.nexum.kernel.log.PersonalEvents;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.privacy.DataErased;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Axon's door to the appender: one call is one unit of work, appended whole or not at all. */
final class LogStorageEngine implements EventStorageEngine {
    private final Appenders appenders;
    private final StreamReader reader;
    private final PersonalEvents codec;
    private final Duration longestWait;
    private final LogListener listener;

    LogStorageEngine(
            Appenders appenders,
            StreamReader reader,
            PersonalEvents codec,
            Duration longestWait,
            LogListener listener) {
        this.appenders = appenders;
        this.codec = codec;
        this.reader = reader;
        this.longestWait = longestWait;
        this.listener = listener;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
        UnitOfWorkWorkspace work = UnitOfWorkWorkspace.of(unitOfWork);
        List<DomainEvent> events = messages.stream()
                .map(message -> (DomainEvent) message.getPayload())
                .toList();
        Balance.mustHold(events);
        List<StreamId> erased = events.stream()
                .filter(DataErased.class::isInstance)
                .map(DomainEvent::stream)
                .toList();
        try {
            append(unitOfWork, rows(messages, work), work.claims(), work.released(), work.answers(), erased);
        } finally {
            // Also if nobody knows yet whether it was written: a key that is there still is read again.
            erased.forEach(subject -> codec.forget(work.context().tenant(), subject));
        }
        listener.recorded(work.context().tenant(), events);
    }

    /**
     * Has the log confirm that the entities are as the command has seen them, where no event does: a refusal, say, is
     * not given on what another process has changed since.
     */
    void confirm(UnitOfWork<?> unitOfWork, List<StoredAnswer> answers) {
        append(unitOfWork, List.of(), List.of(), List.of(), answers, List.of());
    }

    private void append(
            UnitOfWork<?> unitOfWork,
            List<NewEvent> events,
            List<Claim> claims,
            List<Released> released,
            List<StoredAnswer> answers,
            List<StreamId> erased) {
        UnitOfWorkWorkspace work = UnitOfWorkWorkspace.of(unitOfWork);
        AppendUnit unit = new AppendUnit(
                work.context().tenant(), work.seen(), events, claims, released, answers, erased, work.written());
        if (!events.isEmpty()) {
            NewEvent first = events.getFirst();
            listener.submitted(work.context().tenant(), new EventKey(first.stream(), first.sequence()));
        }
        appenders.submit(unit);
        StreamLocks.releaseAll(unitOfWork);
        await(unit);
    }

    /** Nobody who was interrupted turns away from what is being written: the answer would be wrong. */
    private void await(AppendUnit unit) {
        long until = System.nanoTime() + longestWait.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    unit.done().get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new RefusedException(new Refusals.StoreUnavailable(
                    "the event store takes too long, and whether this was written is not known yet;"
                            + " send it again with the same idempotency key"));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private List<NewEvent> rows(List<? extends EventMessage<?>> messages, UnitOfWorkWorkspace work) {
        CommandContext context = work.context();
        List<NewEvent> rows = new ArrayList<>(messages.size());
        for (EventMessage<?> message : messages) {
            DomainEventMessage<?> event = (DomainEventMessage<?>) message;
            rows.add(NewEvent.of(
                    UUID.fromString(event.getIdentifier()),
                    (DomainEvent) event.getPayload(),
                    event.getSequenceNumber(),
                    work.commandName(),
                    context,
                    codec));
        }
        return rows;
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        EntityKey key = EntityKey.parse(aggregateIdentifier);
        Stream<DomainEventMessage<?>> events = Stream.iterate(
                        reader.events(key.tenant(), key.stream(), firstSequenceNumber),
                        page -> !page.isEmpty(),
                        page -> reader.events(
                                key.tenant(), key.stream(), page.getLast().sequence() + 1))
                .flatMap(List::stream)
                .map(next -> new GenericDomainEventMessage<>(
                        key.stream().entityType(), aggregateIdentifier, next.sequence(), next.event()));
        return DomainEventStream.of(events);
    }

    /** Snapshots are the repository's own business: it knows the state without reading it back. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new IllegalStateException("no snapshot trigger is configured, so nobody asks for this");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }

    /** Projections follow the log by position, without Axon's processors. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken trackingToken, boolean mayBlock) {
        throw new IllegalStateException("no event processor is configured, so nobody asks for this");
    }
}
