package io.nexum.command.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.Story;
import io.nexum.kernel.access.AccessCommand.NotePermissionRefused;
import io.nexum.kernel.access.AccessEvent.PermissionRefused;
import io.nexum.kernel.access.Permission;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept of refused permissions. */
class AccessRecordTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private final UUID credential = UUID.randomUUID();
    private final Story bank = new Story();

    private void refused(UUID who, Permission permission, String operation, LocalDate day) {
        bank.send(new NotePermissionRefused(who, "mallory", permission, operation, day));
    }

    @Test
    void a_client_in_a_loop_is_on_record_once_a_day() {
        for (int i = 0; i < 100; i++) {
            refused(credential, Permission.MANAGE_USERS, "GET /rbac/users", DAY);
            refused(credential, Permission.MANAGE_USERS, "POST /rbac/users", DAY);
        }
        refused(credential, Permission.MANAGE_USERS, "POST /rbac/users", DAY.plusDays(1));

        assertThat(bank.log())
                .containsExactly(
                        new PermissionRefused(credential, "mallory", Permission.MANAGE_USERS, "GET /rbac/users", DAY),
                        new PermissionRefused(
                                credential, "mallory", Permission.MANAGE_USERS, "POST /rbac/users", DAY.plusDays(1)));
    }

    @Test
    void each_permission_and_each_credential_is_on_record_for_itself() {
        refused(credential, Permission.MANAGE_USERS, "GET /rbac/users", DAY);
        refused(credential, Permission.VIEW_ACCOUNT, "GET /accounts/{account_id}", DAY);
        refused(UUID.randomUUID(), Permission.MANAGE_USERS, "GET /rbac/users", DAY);

        assertThat(bank.log()).hasSize(3);
    }
}
