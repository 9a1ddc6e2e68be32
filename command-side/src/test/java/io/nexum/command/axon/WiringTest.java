package io.nexum.command.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.CommandHandler;
import io.nexum.command.CommandSettings;
import io.nexum.command.TestDatabase;
import io.nexum.command.TestKeys;
import io.nexum.command.account.AccountCommands;
import io.nexum.command.account.AccountState;
import io.nexum.command.customer.CustomerCommands;
import io.nexum.command.customer.CustomerState;
import io.nexum.command.customer.Obligations;
import io.nexum.command.ledger.LedgerCommands;
import io.nexum.command.rate.RateCommands;
import io.nexum.command.rate.RateState;
import io.nexum.command.store.Appenders;
import io.nexum.command.transaction.TransactionCommands;
import io.nexum.kernel.account.AccountCommand;
import io.nexum.kernel.transaction.TransactionCommand;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Axon is put together of exactly the parts that are meant: what it would choose by itself never comes in. */
class WiringTest {
    private static final List<CommandHandler<?>> HANDLERS = List.of(
            new AccountCommands(),
            new CustomerCommands(0, Obligations.NONE),
            new TransactionCommands(Duration.ofHours(24)),
            new LedgerCommands(),
            new RateCommands());

    private final TestDatabase database = TestDatabase.fresh();

    private final AxonCommandSide axon = new AxonCommandSide(
            database.store(),
            CommandSettings.defaults(),
            List.of(AccountState.TYPE, CustomerState.TYPE, RateState.TYPE, LedgerCommands.CHART, LedgerCommands.ENTRY),
            HANDLERS,
            (tenant, position) -> {},
            TestKeys.of(database.store()));

    @AfterEach
    void close() {
        axon.close();
    }

    @Test
    void each_kind_of_entity_has_a_repository_of_ours_and_all_share_locks_cache_and_event_store() {
        Map<?, ?> repositories = (Map<?, ?>) part(axon, "repositories");

        assertThat(repositories.keySet().stream().map(Object::toString))
                .containsExactlyInAnyOrder("account", "customer", "rate", "chart", "journal_entry");
        assertThat(repositories.values()).allMatch(EntityRepository.class::isInstance);
        assertThat(distinct(repositories.values(), "lockFactory"))
                .singleElement()
                .isInstanceOf(StreamLocks.class);
        assertThat(distinct(repositories.values(), "cache")).singleElement().isInstanceOf(StateCache.class);
        assertThat(distinct(repositories.values(), "eventStore"))
                .singleElement()
                .isInstanceOf(EmbeddedEventStore.class);
        assertThat(distinct(repositories.values(), "snapshotTriggerDefinition"))
                .allMatch(NoSnapshotTriggerDefinition.class::isInstance);
    }

    @Test
    void events_go_to_the_log_through_appenders_that_evict_from_the_one_cache_and_the_days() {
        Map<?, ?> repositories = (Map<?, ?>) part(axon, "repositories");
        Object repository = repositories.values().iterator().next();
        Object engine = part(part(repository, "eventStore"), "storageEngine");

        assertThat(engine).isInstanceOf(LogStorageEngine.class);
        assertThat(part(engine, "appenders")).isSameAs(axon.appenders()).isInstanceOf(Appenders.class);
        Object told = part(axon.appenders(), "streamsChanged");
        assertThat(part(told, "one")).isSameAs(part(repository, "cache"));
        assertThat(part(told, "other")).isSameAs(axon.days());
    }

    @Test
    void every_command_has_its_one_handler_on_a_plain_bus() {
        Object bus = part(axon, "bus");
        Map<?, ?> subscriptions = (Map<?, ?>) part(bus, "subscriptions");

        assertThat(bus).isExactlyInstanceOf(SimpleCommandBus.class);
        assertThat(subscriptions.keySet().stream().map(Object::toString))
                .containsExactlyInAnyOrderElementsOf(HANDLERS.stream()
                        .flatMap(handler -> records(handler.commands()))
                        .map(Class::getName)
                        .toList())
                .contains(
                        TransactionCommand.Deposit.class.getName(),
                        TransactionCommand.PostBulk.class.getName(),
                        AccountCommand.OpenAccount.class.getName());
    }

    @Test
    void no_event_processor_runs() {
        Set<String> threads = Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("EventProcessor") || name.contains("EventProducer"))
                .collect(Collectors.toSet());

        assertThat(threads).isEmpty();
        assertThat(Stream.of(AxonCommandSide.class.getDeclaredFields()).map(Field::getType))
                .noneMatch(EventProcessor.class::isAssignableFrom);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.thoughtworks.xstream.XStream",
                // What would start Axon's update checker, which calls home.
                "org.axonframework.config.Configurer",
                "org.axonframework.springboot.autoconfig.AxonAutoConfiguration"
            })
    void what_is_not_meant_is_not_there(String className) {
        assertThat(WiringTest.class.getClassLoader().getResource(className.replace('.', '/') + ".class"))
                .isNull();
    }

    private static Stream<Class<?>> records(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .flatMap(sub -> sub.isSealed() ? records(sub) : Stream.of(sub));
    }

    private static Set<Object> distinct(Collection<?> owners, String field) {
        Set<Object> parts = new HashSet<>();
        owners.forEach(owner -> parts.add(part(owner, field)));
        return parts;
    }

    /** A part that Axon keeps to itself; it is looked for from the most special class up. */
    private static Object part(Object owner, String field) {
        for (@Nullable Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            for (Field candidate : type.getDeclaredFields()) {
                if (candidate.getName().equals(field)) {
                    return read(owner, candidate);
                }
            }
        }
        throw new AssertionError(owner.getClass() + " has no part '" + field + "'");
    }

    private static Object read(Object owner, Field field) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
