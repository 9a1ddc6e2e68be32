package io.nexum.gateway.security;

import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.login.LoginCommand.NoteLogin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts on record in the tenant's log what happens at the door. That it can't be written changes no answer.
 *
 * <p>What users did who proved who they are is waited for, so that it is durable before it is answered. What a stranger
 * did is written meanwhile: a wrong password of a user who is there must be answered as fast as one of a user who isn't.
 * Each tenant's events are written one after the other, as they happened; a tenant whose store is slow keeps no other
 * one waiting.
 */
@Component
final class LoginRecord implements SecurityWatch, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoginRecord.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Of each tenant. */
    private static final int MOST_WAITING = 1_024;

    private final Commands commands;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<TenantId, Semaphore> rooms = new ConcurrentHashMap<>();
    private final Map<TenantId, CompletableFuture<Void>> lastOf = new ConcurrentHashMap<>();

    LoginRecord(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void saw(SecurityEvent event, String correlationId) {
        CommandContext context = CommandContext.of(
                event.tenant(), event.actor(), correlationId, Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
        if (!room(event).tryAcquire()) {
            LOG.warn("{}: too many wait to be put on record", words(event));
            return;
        }
        CompletableFuture<Void> written = lastOf.compute(
                event.tenant(),
                (tenant, last) -> after(last)
                        .handleAsync(
                                (nothing, never) -> {
                                    write(event, context);
                                    return null;
                                },
                                threads));
        if (!event.byStranger()) {
            await(event, written);
        }
    }

    private Semaphore room(SecurityEvent event) {
        return Objects.requireNonNull(rooms.computeIfAbsent(event.tenant(), tenant -> new Semaphore(MOST_WAITING)));
    }

    private static CompletableFuture<Void> after(@Nullable CompletableFuture<Void> last) {
        return last == null ? CompletableFuture.completedFuture(null) : last;
    }

    private void write(SecurityEvent event, CommandContext context) {
        try {
            commands.send(new NoteLogin(event.what()), context);
        } catch (RuntimeException e) {
            LOG.warn("{} is not on record", words(event), e);
        } finally {
            room(event).release();
        }
    }

    private static void await(SecurityEvent event, CompletableFuture<Void> written) {
        try {
            written.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("{} is not on record yet", words(event), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A user is named by id in the program's own log. */
    private static String words(SecurityEvent event) {
        return event.what().getClass().getSimpleName() + " of user "
                + event.what().user() + " of " + event.tenant();
    }

    @Override
    public void close() {
        CompletableFuture.allOf(lastOf.values().toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        threads.shutdown();
    }
}
