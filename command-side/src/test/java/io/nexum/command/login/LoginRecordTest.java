package io.nexum.command.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.Story;
import io.nexum.kernel.login.LoginCommand.NoteLogin;
import io.nexum.kernel.login.LoginEvent;
import io.nexum.kernel.login.LoginEvent.Failure;
import io.nexum.kernel.login.LoginEvent.LockedOut;
import io.nexum.kernel.login.LoginEvent.LoggedIn;
import io.nexum.kernel.login.LoginEvent.LoginFailed;
import io.nexum.kernel.user.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept of a user's ways in. */
class LoginRecordTest {
    private final UserId user = new UserId(UUID.randomUUID());
    private final Story bank = new Story();

    private void happens(LoginEvent event, int times) {
        for (int i = 0; i < times; i++) {
            bank.send(new NoteLogin(event));
        }
    }

    private long failuresKept() {
        return bank.log().stream().filter(LoginFailed.class::isInstance).count();
    }

    @Test
    void failed_logins_are_kept_up_to_a_bound() {
        happens(new LoginFailed(user, Failure.WRONG_PASSWORD), 1_000);

        assertThat(failuresKept()).isEqualTo(NoteLogin.MOST_FAILURES);
    }

    @Test
    void a_lock_out_is_always_kept_and_begins_a_new_row_of_failures() {
        happens(new LoginFailed(user, Failure.WRONG_PASSWORD), 50);
        happens(new LockedOut(user, 50), 3);
        happens(new LoginFailed(user, Failure.WRONG_CODE), 1);

        assertThat(bank.log()).hasSize(10 + 3 + 1).endsWith(new LoginFailed(user, Failure.WRONG_CODE));
    }

    @Test
    void a_success_is_always_kept_and_begins_a_new_row_of_failures() {
        happens(new LoginFailed(user, Failure.WRONG_PASSWORD), 50);
        happens(new LoggedIn(user, UUID.randomUUID()), 2);
        happens(new LoginFailed(user, Failure.BARRED), 50);

        assertThat(failuresKept()).isEqualTo(20);
        assertThat(bank.log()).hasSize(22);
    }

    @Test
    void one_users_failures_leave_room_for_anothers() {
        happens(new LoginFailed(user, Failure.WRONG_PASSWORD), 50);
        happens(new LoginFailed(new UserId(UUID.randomUUID()), Failure.WRONG_PASSWORD), 1);

        assertThat(failuresKept()).isEqualTo(11);
    }
}
