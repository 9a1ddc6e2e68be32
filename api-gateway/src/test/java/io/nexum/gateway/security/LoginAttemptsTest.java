package io.nexum.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nexum.gateway.NexumServer;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.http.TooManyRequests;
import io.nexum.gateway.security.LoginAttempts.Attempt;
import io.nexum.gateway.settings.LoginPolicy;
import io.nexum.kernel.TenantId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginAttemptsTest {
    private static final LoginPolicy POLICY = new LoginPolicy(3, 6, Duration.ofMinutes(15));
    private static final String HERE = "192.0.2.1";

    private final String name = Credentials.freshName();
    private final Database database;
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final LoginAttempts attempts;

    LoginAttemptsTest() throws IOException {
        database = NexumServer.running().database();
        attempts = attemptsOfANode();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private LoginAttempts attemptsOfANode() {
        InstantSource source = () -> now;
        return new LoginAttempts(database.program(), database.stores(), POLICY, source.withZone(ZoneOffset.UTC));
    }

    private Attempt fail() {
        return attempts.begin(TenantId.DEFAULT, name, HERE);
    }

    private Duration waitOf(Callable<?> attempt) {
        TooManyRequests refused = catchThrowableOfType(TooManyRequests.class, attempt::call);
        return Duration.ofSeconds(refused.seconds());
    }

    @Test
    void each_failure_after_the_third_costs_twice_the_wait_of_the_one_before() {
        fail();
        fail();
        fail();
        assertThat(waitOf(this::fail)).isEqualTo(Duration.ofSeconds(1));

        now = now.plusSeconds(1);
        fail();
        assertThat(waitOf(this::fail)).isEqualTo(Duration.ofSeconds(2));

        now = now.plusSeconds(2);
        fail();
        assertThat(waitOf(this::fail)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void the_sixth_failure_locks_for_a_quarter_of_an_hour_and_no_longer() {
        Attempt last = fail();
        for (int i = 0; i < 5; i++) {
            now = now.plusSeconds(10);
            last = fail();
        }
        assertThat(attempts.locks(last)).isTrue();
        assertThat(waitOf(this::fail)).isEqualTo(Duration.ofMinutes(15));

        now = now.plus(Duration.ofMinutes(14));
        assertThat(waitOf(this::fail)).isEqualTo(Duration.ofMinutes(1));

        now = now.plus(Duration.ofMinutes(1));
        assertThatCode(this::fail).doesNotThrowAnyException();
    }

    @Test
    void a_success_forgets_the_failures() {
        fail();
        fail();
        attempts.succeeded(fail());

        assertThat(fail().failures()).isEqualTo(1);
    }

    @Test
    void failures_of_the_day_before_are_forgotten() {
        fail();
        fail();
        now = now.plus(Duration.ofHours(25));

        assertThat(fail().failures()).isEqualTo(1);
    }

    @Test
    void many_attempts_at_once_through_two_nodes_are_as_many_as_one_after_the_other() throws Exception {
        LoginAttempts other = attemptsOfANode();
        List<Callable<Boolean>> many = IntStream.range(0, 20)
                .<Callable<Boolean>>mapToObj(i -> () -> isDecided(i % 2 == 0 ? attempts : other))
                .toList();
        long decided = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> attempt : threads.invokeAll(many)) {
                decided += attempt.get() ? 1 : 0;
            }
        }

        assertThat(decided).isEqualTo(3);
    }

    private boolean isDecided(LoginAttempts node) {
        try {
            node.begin(TenantId.DEFAULT, name, HERE);
            return true;
        } catch (TooManyRequests e) {
            return false;
        }
    }

    @Test
    void a_stranger_does_not_lock_the_user_out_of_an_address_that_the_user_came_from() throws IOException {
        Credentials.create(name, "a password of this user");
        UUID user =
                Credentials.with(users -> users.idOf(TenantId.DEFAULT, name)).orElseThrow();
        attempts.cameFrom(TenantId.DEFAULT, user, HERE);
        for (int i = 0; i < 3; i++) {
            attempts.begin(TenantId.DEFAULT, name, "203.0.113.9");
        }

        assertThatThrownBy(() -> attempts.begin(TenantId.DEFAULT, name, "203.0.113.10"))
                .isInstanceOf(TooManyRequests.class);
        assertThat(fail().failures()).isEqualTo(1);
    }

    @Test
    void an_attempt_that_could_not_be_decided_does_not_count() {
        fail();
        fail();
        attempts.takeBack(fail());

        assertThat(fail().failures()).isEqualTo(3);
    }
}
