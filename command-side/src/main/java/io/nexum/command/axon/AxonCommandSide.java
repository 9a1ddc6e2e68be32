package io.nexum.command.axon;

import io.nexum.command.CommandHandler;
import io.nexum.command.CommandSettings;
import io.nexum.command.EntityType;
import io.nexum.command.day.DayStep;
import io.nexum.command.store.Appenders;
import io.nexum.command.store.BankDays;
import io.nexum.command.store.SealedStates;
import io.nexum.command.store.Snapshots;
import io.nexum.command.store.StatesInBulk;
import io.nexum.command.store.StreamReader;
import io.nexum.command.store.StreamsChanged;
import io.nexum.command.store.day.DayAppends;
import io.nexum.command.store.day.DayTools;
import io.nexum.kernel.Command;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Refusal;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.LogListener;
import io.nexum.kernel.log.PersonalEvents;
import io.nexum.kernel.privacy.PersonalData;
import io.nexum.kernel.store.Stores;
import io.nexum.kernel.tenant.TenantSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.jspecify.annotations.Nullable;

/** Axon, put together by hand: command bus, event store and repositories, and nothing that isn't used. */
public final class AxonCommandSide implements AutoCloseable {
    private static final String CONTEXT = "context";

    private final CommandBus bus = SimpleCommandBus.builder().build();
    private final CommandSettings settings;
    private final Function<TenantId, TenantSettings> tenantSettings;
    private final Appenders appenders;
    private final Snapshots snapshots;
    private final StreamReader reader;
    private final BankDays days;
    private final LogStorageEngine engine;
    private final StatesInBulk inBulk;
    private final DayAppends appends;
    private final Map<String, EntityRepository> repositories;
    private final List<Class<? extends Command<?>>> commands = new ArrayList<>();

    /**
     * @param types every kind of entity that a handler loads
     * @param handlers who executes what
     * @param personal the keys to personal data
     */
    public AxonCommandSide(
            Stores stores,
            CommandSettings settings,
            List<EntityType<?>> types,
            List<CommandHandler<?>> handlers,
            LogListener listener,
            PersonalData personal) {
        this(stores, settings, tenant -> TenantSettings.NONE, types, handlers, listener, personal);
    }

    /** @param tenantSettings what each tenant has set for itself; asked at every command, so it answers from memory */
    public AxonCommandSide(
            Stores stores,
            CommandSettings settings,
            Function<TenantId, TenantSettings> tenantSettings,
            List<EntityType<?>> types,
            List<CommandHandler<?>> handlers,
            LogListener listener,
            PersonalData personal) {
        this.settings = settings;
        this.tenantSettings = tenantSettings;
        StateCache cache = new StateCache(settings.aggregatesCached());
        SealedStates states = new SealedStates(personal);
        PersonalEvents codec = new PersonalEvents(personal);
        this.snapshots = new Snapshots(stores, states);
        this.reader = new StreamReader(stores, codec, states);
        this.days = new BankDays(reader);
        this.appenders =
                new Appenders(stores, settings.appendQueueUnits(), new StreamsChanged.Both(cache, days), listener);
        this.engine =
                new LogStorageEngine(appenders, reader, codec, settings.longestWait(), LogListener.all(listener, days));
        EventStore eventStore =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        AggregateModel<EntityAggregate> model =
                AnnotatedAggregateMetaModelFactory.inspectAggregate(EntityAggregate.class);
        StreamLocks locks = new StreamLocks();
        this.inBulk = new StatesInBulk(stores, codec, states, reader);
        this.appends = new DayAppends(appenders, codec, cache, listener);
        this.repositories = types.stream()
                .collect(Collectors.toUnmodifiableMap(
                        EntityType::name,
                        type -> new EntityRepository(
                                erased(type),
                                model,
                                eventStore,
                                locks,
                                cache,
                                reader,
                                snapshots,
                                settings.snapshotEvery())));
        handlers.forEach(this::subscribe);
    }

    @SuppressWarnings("unchecked") // the repository only hands states back to the type that made them
    private static EntityType<Object> erased(EntityType<?> type) {
        return (EntityType<Object>) type;
    }

    private <C extends Command<?>> void subscribe(CommandHandler<C> handler) {
        records(handler.commands()).forEach(record -> {
            commands.add(record);
            bus.subscribe(record.getName(), message -> handle(handler, message));
        });
    }

    /** Every command that can be executed. */
    public Stream<Class<? extends Command<?>>> commands() {
        return commands.stream();
    }

    /** The records that a sealed interface permits, directly or through other sealed interfaces. */
    @SuppressWarnings("unchecked") // what a sealed interface of commands permits is commands
    private static Stream<Class<? extends Command<?>>> records(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .flatMap(sub -> sub.isSealed() ? records(sub) : Stream.of((Class<? extends Command<?>>) sub));
    }

    @SuppressWarnings("unchecked") // it is subscribed to the records of its own interface
    private <C extends Command<?>> Object handle(CommandHandler<C> handler, CommandMessage<?> message) {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
        CommandContext context =
                Objects.requireNonNull((CommandContext) message.getMetaData().get(CONTEXT));
        C command = (C) message.getPayload();
        UnitOfWorkWorkspace work = UnitOfWorkWorkspace.start(
                unitOfWork,
                context,
                command.getClass().getSimpleName(),
                tenantSettings.apply(context.tenant()),
                settings.bankZone(),
                repositories,
                reader,
                days);
        Object answer = decide(handler, command, work, unitOfWork);
        if (context.dryRun()) {
            engine.confirm(unitOfWork, List.of());
            work.claimsMustBeFree();
            throw new DryRun(answer);
        }
        context.idempotency().ifPresent(key -> work.answer(key, answer));
        if (!work.hasRecorded() && !work.answers().isEmpty()) {
            // After what was looked at has been checked out, which takes its locks.
            unitOfWork.onPrepareCommit(committing -> engine.confirm(committing, work.answers()));
        }
        return answer;
    }

    private <C extends Command<?>> Object decide(
            CommandHandler<C> handler, C command, UnitOfWorkWorkspace work, UnitOfWork<?> unitOfWork) {
        try {
            return handler.handle(command, work);
        } catch (RefusedException refused) {
            if (refused.refusal().kind() != Refusal.Kind.UNAVAILABLE) {
                engine.confirm(unitOfWork, List.of());
                // That a thing is taken outranks every other reason, as it does when the events are appended. Only now
                // is durable what was decided before this, so only now can it be seen to be taken.
                work.claimsMustBeFree();
            }
            throw refused;
        }
    }

    /**
     * Executes a command once, in the caller's thread, and returns when its events are durable.
     *
     * @throws io.nexum.command.store.AppendRejected if deciding anew can help
     * @throws io.nexum.kernel.RefusedException if the bank refuses
     */
    public Object execute(Command<?> command, CommandContext context) {
        CommandMessage<Command<?>> message = new GenericCommandMessage<>(command, MetaData.with(CONTEXT, context));
        Result result = new Result();
        bus.dispatch(message, (sent, answer) -> result.message = answer);
        return result.get();
    }

    /** Reads back what was appended. */
    public StreamReader reader() {
        return reader;
    }

    /** The banks' days, as commands see them. */
    public BankDays days() {
        return days;
    }

    /**
     * What the banks' days are closed with.
     *
     * @param steps in the order in which they are done
     */
    public DayTools dayTools(Stores stores, Commands commands, List<DayStep<?>> steps, Clock clock) {
        return new DayTools(
                stores, commands, steps, days, inBulk, reader, appends, tenantSettings, settings.bankZone(), clock);
    }

    public Appenders appenders() {
        return appenders;
    }

    @Override
    public void close() {
        appenders.close();
        snapshots.close();
    }

    /** Ends a unit of work that is to leave no trace, and carries its answer out. */
    private static final class DryRun extends RuntimeException {
        private final transient Object answer;

        DryRun(Object answer) {
            super("a dry run", null, false, false);
            this.answer = answer;
        }
    }

    /** The bus calls back in the caller's own thread, before it returns. */
    private static final class Result {
        private @Nullable CommandResultMessage<?> message;

        Object get() {
            if (message == null) {
                throw new IllegalStateException("the command bus didn't answer");
            }
            if (message.isExceptional() && message.exceptionResult() instanceof DryRun dryRun) {
                return dryRun.answer;
            }
            if (message.isExceptional()) {
                throw message.exceptionResult() instanceof RuntimeException reason
                        ? reason
                        : new IllegalStateException(message.exceptionResult());
            }
            return message.getPayload();
        }
    }
}
