package io.nexum.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.nexum.kernel.Command;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Refusals.StoreUnavailable;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.login.LoginCommand.NoteLogin;
import io.nexum.kernel.login.LoginEvent;
import io.nexum.kernel.login.LoginEvent.Failure;
import io.nexum.kernel.login.LoginEvent.LoggedIn;
import io.nexum.kernel.login.LoginEvent.LoggedOut;
import io.nexum.kernel.login.LoginEvent.LoginFailed;
import io.nexum.kernel.user.UserId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LoginRecordTest {
    private static final TenantId TENANT = new TenantId("acme");

    private final UserId user = new UserId(UUID.randomUUID());
    private final Log log = new Log();
    private final LoginRecord record = new LoginRecord(log, Clock.systemUTC());

    /** Keeps what it is sent, as long as its store is there and nobody holds it up. */
    private static final class Log implements Commands {
        private final List<LoginEvent> written = new CopyOnWriteArrayList<>();
        private final CountDownLatch open = new CountDownLatch(1);
        private volatile boolean away;

        @Override
        @SuppressWarnings("unchecked") // a note answers the user's id
        public <R> Outcome<R> send(Command<R> command, CommandContext context) {
            NoteLogin note = (NoteLogin) command;
            if (away) {
                throw new RefusedException(new StoreUnavailable("the database is gone"));
            }
            if (!context.tenant().equals(TENANT)) {
                try {
                    open.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            written.add(note.event());
            return new Outcome<>((R) note.user(), false);
        }
    }

    private void saw(TenantId tenant, LoginEvent event) {
        record.saw(new SecurityEvent(tenant, "ada", event), "c-1");
    }

    @Test
    void what_a_user_does_is_on_record_when_it_is_answered_and_in_the_order_in_which_it_happened() {
        LoginEvent failed = new LoginFailed(user, Failure.WRONG_PASSWORD);
        LoginEvent in = new LoggedIn(user, UUID.randomUUID());
        LoginEvent out = new LoggedOut(user, UUID.randomUUID());
        saw(TENANT, failed);
        saw(TENANT, in);
        saw(TENANT, out);

        assertThat(log.written).containsExactly(failed, in, out);
        record.close();
    }

    @Test
    void that_it_cannot_be_written_keeps_nobody_out() {
        log.away = true;
        assertThatCode(() -> saw(TENANT, new LoggedIn(user, UUID.randomUUID()))).doesNotThrowAnyException();

        log.away = false;
        LoginEvent next = new LoggedIn(user, UUID.randomUUID());
        saw(TENANT, next);
        assertThat(log.written).containsExactly(next);
        record.close();
    }

    @Test
    void a_wrong_password_is_answered_without_waiting_and_a_slow_tenant_keeps_no_other_waiting() {
        TenantId slow = new TenantId("slow");
        LoginEvent failed = new LoginFailed(user, Failure.WRONG_PASSWORD);
        LoginEvent in = new LoggedIn(user, UUID.randomUUID());
        saw(slow, failed);
        saw(TENANT, in);
        assertThat(log.written).containsExactly(in);

        log.open.countDown();
        record.close();
        assertThat(log.written).containsExactly(in, failed);
    }
}
