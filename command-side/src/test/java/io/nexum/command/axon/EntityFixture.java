package io.nexum.command.axon;

import static org.hamcrest.Matchers.instanceOf;

import io.nexum.command.Claim;
import io.nexum.command.CommandHandler;
import io.nexum.command.EntityType;
import io.nexum.command.Workspace;
import io.nexum.command.store.Seen;
import io.nexum.kernel.Command;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.IdempotencyKey;
import io.nexum.kernel.Refusal;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;

/** Axon's given-when-then around the shell of one entity, with the decisions that work on it. */
final class EntityFixture<C extends Command<?>> {
    private final AggregateTestFixture<EntityAggregate> fixture = new AggregateTestFixture<>(EntityAggregate.class);
    private final EntityType<Object> type;
    private final CommandHandler<C> handler;
    private Instant now = Instant.parse("2026-03-10T12:00:00Z");

    @SuppressWarnings("unchecked") // states only come from the type and go back to it
    EntityFixture(EntityType<?> type, CommandHandler<C> handler) {
        this.type = (EntityType<Object>) type;
        this.handler = handler;
        fixture.registerAggregateFactory(new Shells());
    }

    EntityFixture<C> at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    Instant now() {
        return now;
    }

    When given(List<? extends DomainEvent> events) {
        return new When(fixture.given(events));
    }

    When given(DomainEvent... events) {
        return given(List.of(events));
    }

    static Matcher<RefusedException> refusal(Class<? extends Refusal> type) {
        return new CustomTypeSafeMatcher<>("refused by " + type.getSimpleName()) {
            @Override
            protected boolean matchesSafely(RefusedException refused) {
                return instanceOf(type).matches(refused.refusal());
            }
        };
    }

    /** What happened before; the command comes next. */
    final class When {
        private final TestExecutor<EntityAggregate> given;

        When(TestExecutor<EntityAggregate> given) {
            this.given = given;
        }

        @SuppressWarnings("unchecked") // it is the command that was just sent
        ResultValidator<EntityAggregate> when(C command) {
            fixture.registerCommandHandler(
                    command.getClass(), message -> handler.handle((C) message.getPayload(), new OneEntity()));
            return given.when(command);
        }
    }

    private final class Shells implements AggregateFactory<EntityAggregate> {
        @Override
        public EntityAggregate createAggregateRoot(String id, DomainEventMessage<?> firstEvent) {
            return shell(id);
        }

        @Override
        public Class<EntityAggregate> getAggregateType() {
            return EntityAggregate.class;
        }
    }

    private EntityAggregate shell(String id) {
        return new EntityAggregate(id, type, new CachedState(type.initial(), Seen.inTheLog(-1)));
    }

    /** The fixture holds one aggregate, so this is for commands that need no other. */
    private final class OneEntity implements Workspace {
        @Override
        public CommandContext context() {
            return CommandContext.of(TenantId.DEFAULT, "tester", "fixture", now);
        }

        @Override
        public LocalDate bookingDate() {
            return LocalDate.ofInstant(now, ZoneOffset.UTC);
        }

        @Override
        @SuppressWarnings("unchecked") // the fixture is of this type
        public <S> S load(EntityType<S> asked, StreamId stream) {
            return (S) entity(stream).invoke(EntityAggregate::state);
        }

        @Override
        public void record(DomainEvent event) {
            entity(event.stream()).execute(shell -> shell.record(event));
        }

        private Aggregate<EntityAggregate> entity(StreamId stream) {
            try {
                return fixture.getRepository().loadOrCreate(stream.value(), () -> shell(stream.value()));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void claim(Claim claim) {
            throw new IllegalStateException("this command concerns more than one entity");
        }

        @Override
        public void release(String kind, String value) {
            throw new IllegalStateException("this command concerns more than one entity");
        }

        @Override
        public void recall(List<IdempotencyKey> keys) {
            throw new IllegalStateException("only bulks recall");
        }

        @Override
        public <T> Optional<T> earlierAnswer(IdempotencyKey key, Class<T> answerType) {
            return Optional.empty();
        }

        @Override
        public void answer(IdempotencyKey key, Object answer) {
            throw new IllegalStateException("only bulks answer by themselves");
        }

        @Override
        public List<DomainEvent> eventsFrom(long position, int count) {
            throw new IllegalStateException("this command concerns more than one entity");
        }
    }
}
