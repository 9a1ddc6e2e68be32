package io.nexum.gateway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.gateway.Api;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.Nexum;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.backup.Restore.Restored;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest extends BankApiTest {
    @TempDir
    private Path folder;

    private final NexumServer server = NexumServer.running();

    private Path backup() throws IOException {
        Path file = folder.resolve("bank.backup");
        try (Database database = server.database()) {
            BackupContents contents = Backup.write(database.stores(), tenant -> true, file, row -> {});
            assertThat(contents.tables()).containsKeys("event", "chain_head", "user_account", "session");
        }
        return file;
    }

    @Test
    void what_was_backed_up_is_restored_proven_and_served() throws IOException, SQLException {
        String account = fundedAccount("123.45");
        String token = server.token(); // a session is in the backup too
        Path file = backup();
        Settings empty = server.settingsOnEmptyDatabase(Map.of());

        try (Database target = Database.open(empty)) {
            Restored restored = Restore.read(target.stores(), file, row -> {});

            assertThat(restored.valid()).as(restored.toString()).isTrue();
            assertThat(restored.reports()).containsKey("default");
            assertThatThrownBy(() -> Restore.read(target.stores(), file, row -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("holds a log of");
        }
        try (Nexum bank = Nexum.start(empty)) {
            Api restored = new Api(bank.base(), token);
            assertThat(restored.get("/accounts/" + account + "/balance").at("ledger_balance/amount"))
                    .isEqualTo("123.45");
        }
    }

    @Test
    void a_backup_that_somebody_changed_is_found_out() throws IOException, SQLException {
        fundedAccount("271.83");
        Path changed = folder.resolve("changed.backup");
        change(backup(), changed, "event", "271.83", "999.83");

        try (Database target = Database.open(server.settingsOnEmptyDatabase(Map.of()))) {
            Restored restored = Restore.read(target.stores(), changed, row -> {});

            assertThat(restored.valid()).isFalse();
        }
    }

    @Test
    void rows_of_another_tenant_than_they_are_given_out_for_are_refused() throws IOException {
        Path changed = folder.resolve("smuggling.backup");
        change(backup(), changed, "user_account", "\tdefault\t", "\tanother\t");

        try (Database target = Database.open(server.settingsOnEmptyDatabase(Map.of()))) {
            assertThatThrownBy(() -> Restore.read(target.stores(), changed, row -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another tenant")
                    .hasMessageContaining("user_account");
        }
    }

    @Test
    void what_is_no_backup_is_refused() throws IOException, SQLException {
        Path file = folder.resolve("other.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("other"));
        }

        try (Database target = Database.open(server.settingsOnEmptyDatabase(Map.of()))) {
            assertThatThrownBy(() -> Restore.read(target.stores(), file, row -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is no backup");
        }
    }

    /** As somebody would who wants other rows restored than there were. */
    static void change(Path from, Path to, String table, String old, String with) throws IOException {
        try (ZipFile source = new ZipFile(from.toFile());
                ZipOutputStream target = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : source.stream().toList()) {
                byte[] bytes = source.getInputStream(entry).readAllBytes();
                target.putNextEntry(new ZipEntry(entry.getName()));
                boolean ofTable = entry.getName().endsWith("/" + table);
                String text = new String(bytes, StandardCharsets.UTF_8);
                target.write(ofTable ? text.replace(old, with).getBytes(StandardCharsets.UTF_8) : bytes);
            }
        }
    }
}
