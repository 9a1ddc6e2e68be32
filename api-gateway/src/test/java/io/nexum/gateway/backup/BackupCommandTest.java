package io.nexum.gateway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.settings.Settings;
import io.nexum.gateway.tenant.Banks;
import io.nexum.gateway.tenant.Installation.Bank;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./nexum backup} and {@code restore}, beside the running program: what they print and what they exit with. */
class BackupCommandTest extends BankApiTest {
    private static Bank bank;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeAll
    static void a_bank_has_something_to_lose() {
        bank = Banks.open("");
        String customer =
                bank.user().post("/customers", """
                {"first_name": "Alice", "last_name": "Johnson", "email": "%s"}
                """.formatted(freshEmail())).at("customer_id");
        String account = bank.user().post("/accounts", """
                {"customer_id": "%s", "product_type": "checking", "currency": "USD", "name": "Everyday"}
                """.formatted(customer)).at("account_id");
        assertThat(bank.user()
                        .post("/transactions/deposit", depositBody(account, "314.15"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void one_tenant_is_backed_up_alone_restored_and_proven() throws IOException {
        Path file = folder.resolve("bank.backup");

        assertThat(backup(file.toString(), "--tenant", bank.id())).isZero();

        assertThat(printed()).startsWith("head of " + bank.id() + ": ").hasLineCount(1);
        String head = printed().substring(printed().indexOf(": ") + 2).strip();
        assertThat(restore(NexumServer.running().settingsOnEmptyDatabase(Map.of()), file.toString()))
                .isZero();
        assertThat(printed()).startsWith("VALID: " + bank.id()).contains(head).hasLineCount(1);
    }

    @Test
    void all_tenants_are_backed_up_where_none_is_named() throws IOException {
        Path file = folder.resolve("all.backup");

        assertThat(backup(file.toString())).isZero();

        assertThat(printed()).contains("head of default: ", "head of " + bank.id() + ": ");
        assertThat(file).exists();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Note the heads elsewhere");
    }

    @Test
    void a_backup_that_somebody_changed_is_restored_and_called_invalid() throws IOException {
        Path file = folder.resolve("bank.backup");
        Path changed = folder.resolve("changed.backup");
        backup(file.toString(), "--tenant", bank.id());
        BackupTest.change(file, changed, "event", "314.15", "914.15");

        assertThat(restore(NexumServer.running().settingsOnEmptyDatabase(Map.of()), changed.toString()))
                .isEqualTo(1);

        assertThat(printed()).startsWith("INVALID: " + bank.id());
    }

    @Test
    void a_tenant_that_is_not_there_leaves_no_file() {
        Path file = folder.resolve("nobody.backup");

        assertThatThrownBy(() -> backup(file.toString(), "--tenant", "nobody")).isInstanceOf(IOException.class);

        assertThat(file).doesNotExist();
    }

    @Test
    void a_command_that_can_not_be_understood_is_answered_with_the_usage() throws IOException {
        Settings running = NexumServer.running().settings();
        for (List<String> wrong : List.of(
                List.<String>of(), List.of("a", "b"), List.of("a", "--tenants", "b"), List.of("a", "--tenant"))) {
            assertThat(backup(wrong.toArray(String[]::new)))
                    .as(wrong.toString())
                    .isEqualTo(2);
        }
        assertThat(restore(running)).isEqualTo(2);
        assertThat(restore(running, folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("nexum backup FILE [--tenant TENANT]", "nexum restore FILE");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private int backup(String... arguments) throws IOException {
        out.reset();
        return BackupCommand.backup(List.of(arguments), NexumServer.running().settings(), stream(out), stream(err));
    }

    private int restore(Settings settings, String... arguments) throws IOException {
        out.reset();
        return BackupCommand.restore(List.of(arguments), settings, stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
