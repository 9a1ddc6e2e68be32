package io.nexum.gateway.backup;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.audit.AuditQuery.IntegrityReport;
import io.nexum.kernel.json.Json;
import io.nexum.query.audit.LogVerifier;
import io.nexum.query.audit.NotedHead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;

/** Reads a backup into a database that has the tables and no rows yet, and proves each chain that came out. */
public final class Restore {
    private Restore() {}

    /** What the restored log of each tenant is worth. */
    public record Restored(Map<String, IntegrityReport> reports) {
        public boolean valid() {
            return reports.values().stream().allMatch(IntegrityReport::valid);
        }
    }

    /**
     * Restores all or nothing, then verifies.
     *
     * @throws IOException if the file is no backup, is another version's, or the database holds a log already; nothing
     *     was written then
     */
    public static Restored read(DataSource owner, DataSource program, Path file, Consumer<String> told)
            throws IOException {
        BackupContents contents;
        try (ZipFile zip = new ZipFile(file.toFile());
                Connection connection = owner.getConnection()) {
            contents = contents(zip);
            connection.setAutoCommit(false);
            mustFit(connection, contents);
            for (Map.Entry<String, List<String>> table : contents.tables().entrySet()) {
                try (InputStream rows = zip.getInputStream(entry(zip, Backup.entry(table.getKey())))) {
                    long count = Copying.in(connection, table.getKey(), table.getValue(), rows);
                    told.accept(count + " rows of " + table.getKey());
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IOException("the database refused the backup: " + e.getMessage(), e);
        }
        return verified(program, contents, told);
    }

    private static BackupContents contents(ZipFile zip) throws IOException {
        try (InputStream json = zip.getInputStream(entry(zip, Backup.CONTENTS))) {
            return Json.MAPPER.readValue(json, BackupContents.class);
        }
    }

    private static ZipEntry entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(zip.getName() + " is no backup, or not all of one: it lacks " + name);
        }
        return entry;
    }

    private static void mustFit(Connection connection, BackupContents contents) throws SQLException, IOException {
        if (!BackupContents.migrations(connection).equals(contents.migrations())) {
            throw new IOException("the backup was made by another version of the program; restore it with that one, and"
                    + " then upgrade");
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT 1 FROM nexum.chain_head)")) {
            if (row.next() && row.getBoolean(1)) {
                throw new IOException("the database holds a log already; restore into an empty one");
            }
        }
    }

    private static Restored verified(DataSource program, BackupContents contents, Consumer<String> told) {
        Map<String, IntegrityReport> reports = new LinkedHashMap<>();
        contents.heads().forEach((tenant, head) -> {
            told.accept("verifying the log of " + tenant);
            reports.put(
                    tenant,
                    LogVerifier.database(
                            program,
                            new TenantId(tenant),
                            Optional.empty(),
                            Optional.empty(),
                            noted(head),
                            checked -> {}));
        });
        return new Restored(reports);
    }

    /** A log without an event has nothing to be compared with. */
    private static Optional<NotedHead> noted(String head) {
        return head.startsWith("0:") ? Optional.empty() : Optional.of(NotedHead.parse(head));
    }
}
