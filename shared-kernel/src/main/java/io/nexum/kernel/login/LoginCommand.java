package io.nexum.kernel.login;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.nexum.kernel.Command;
import io.nexum.kernel.user.UserId;

/** What is put on record about users' ways in. Each answers the user's id. */
public sealed interface LoginCommand extends Command<UserId> {
    UserId user();

    /**
     * Puts on record what happened at the door. Of a user's failed logins at most {@link #MOST_FAILURES} are kept
     * between two events that end such a row, a success or a lock-out; everything else is kept always. A lock-out says
     * how many failures there were, and comes once a time that the user is locked out for. So whoever guesses passwords
     * can't fill the log.
     */
    record NoteLogin(
            @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "event")
            LoginEvent event) implements LoginCommand {
        public static final int MOST_FAILURES = 10;

        @Override
        public UserId user() {
            return event.user();
        }
    }
}
