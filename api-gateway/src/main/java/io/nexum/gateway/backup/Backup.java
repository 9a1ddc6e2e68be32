package io.nexum.gateway.backup;

import io.nexum.kernel.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;

/** Writes all that the read models can't be built without into one file, as it is at one moment. */
public final class Backup {
    static final String CONTENTS = "contents.json";

    private Backup() {}

    /**
     * Writes the file. It can be asked for while the program serves.
     *
     * @param owner connections that see every row
     * @param file stands only when it is whole
     */
    public static BackupContents write(DataSource owner, Path file, Consumer<String> told) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        try (Connection connection = owner.getConnection();
                OutputStream bytes = Files.newOutputStream(aside);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
                // Rows that a policy would hide are an error, not a hole in the backup.
                statement.execute("SET LOCAL row_security = off");
            }
            BackupContents contents = BackupContents.of(connection);
            zip.putNextEntry(new ZipEntry(CONTENTS));
            zip.write(Json.bytes(contents));
            for (Map.Entry<String, List<String>> table : contents.tables().entrySet()) {
                zip.putNextEntry(new ZipEntry(entry(table.getKey())));
                long rows = Copying.out(connection, table.getKey(), table.getValue(), zip);
                told.accept(rows + " rows of " + table.getKey());
            }
            zip.finish();
            connection.rollback();
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return contents;
        } catch (SQLException e) {
            throw new IOException("the database could not be read: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    static String entry(String table) {
        return "tables/" + table;
    }
}
