package io.nexum.command.axon;

import io.nexum.command.EntityType;
import io.nexum.command.store.Seen;
import io.nexum.command.store.Snapshots;
import io.nexum.command.store.StreamReader;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.inspection.AggregateModel;

/** Loads entities of one type from the cache, else from snapshot and log, and keeps what they become. */
final class EntityRepository extends EventSourcingRepository<EntityAggregate> {
    private final EntityType<Object> type;
    private final EventStore eventStore;
    private final StateCache cache;
    private final StreamReader reader;
    private final Snapshots snapshots;
    private final int snapshotEvery;

    EntityRepository(
            EntityType<Object> type,
            AggregateModel<EntityAggregate> model,
            EventStore eventStore,
            StreamLocks locks,
            StateCache cache,
            StreamReader reader,
            Snapshots snapshots,
            int snapshotEvery) {
        super(EventSourcingRepository.builder(EntityAggregate.class)
                .aggregateModel(model)
                .aggregateFactory(new NeverAsked())
                .lockFactory(locks)
                .eventStore(eventStore));
        this.type = type;
        this.eventStore = eventStore;
        this.cache = cache;
        this.reader = reader;
        this.snapshots = snapshots;
        this.snapshotEvery = snapshotEvery;
    }

    /** The entity as it is, or as nothing has happened to it yet. */
    Aggregate<EntityAggregate> loadOrStart(EntityKey key) throws Exception {
        return loadOrCreate(
                key.id(),
                () -> new EntityAggregate(key.id(), type, new CachedState(type.initial(), Seen.inTheLog(-1))));
    }

    @Override
    protected EventSourcedAggregate<EntityAggregate> doLoadWithLock(String id, Long expectedVersion) {
        CachedState state = cache.get(id);
        if (state == null) {
            EntityKey key = EntityKey.parse(id);
            state = reader.load(key.tenant(), type, key.stream())
                    .map(read -> new CachedState(read.state(), Seen.inTheLog(read.sequence())))
                    .orElseThrow(() -> new AggregateNotFoundException(id, "nothing has happened to it yet"));
            cache.put(id, state);
        }
        return EventSourcedAggregate.reconstruct(
                new EntityAggregate(id, type, state),
                aggregateModel(),
                state.seen().sequence(),
                false,
                eventStore,
                NoSnapshotTriggerDefinition.TRIGGER);
    }

    @Override
    protected void doSaveWithLock(EventSourcedAggregate<EntityAggregate> aggregate) {
        EntityAggregate entity = aggregate.getAggregateRoot();
        Long sequence = aggregate.lastSequence();
        // What was only looked at is not put back: it may have been evicted meanwhile, and for a reason.
        if (sequence == null || sequence == entity.loaded().sequence()) {
            return;
        }
        String id = aggregate.identifierAsString();
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
        CachedState became = new CachedState(
                entity.state(),
                new Seen(sequence, UnitOfWorkWorkspace.of(unitOfWork).written()));
        cache.put(id, became);
        unitOfWork.onRollback(rolledBack -> cache.evict(id, became));
        if ((entity.loaded().sequence() + 1) / snapshotEvery != (sequence + 1) / snapshotEvery) {
            EntityKey key = EntityKey.parse(id);
            unitOfWork.afterCommit(
                    committed -> snapshots.store(key.tenant(), type, key.stream(), became.state(), sequence));
        }
    }

    /** Axon demands a factory, for the loading that {@link #doLoadWithLock} does itself. */
    private static final class NeverAsked implements AggregateFactory<EntityAggregate> {
        @Override
        public EntityAggregate createAggregateRoot(String id, DomainEventMessage<?> firstEvent) {
            throw new IllegalStateException("entities are loaded by EntityRepository itself");
        }

        @Override
        public Class<EntityAggregate> getAggregateType() {
            return EntityAggregate.class;
        }
    }
}
