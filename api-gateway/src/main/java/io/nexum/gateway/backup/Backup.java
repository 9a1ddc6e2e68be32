package io.nexum.gateway.backup;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.store.Store;
import io.nexum.kernel.store.Stores;
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
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes all that the read models can't be built without into one file, tenant by tenant. */
public final class Backup {
    static final String CONTENTS = "contents.json";

    private final Predicate<TenantId> wanted;
    private final ZipOutputStream zip;
    private final Consumer<String> told;
    private final Map<String, String> heads = new TreeMap<>();
    private List<String> migrations = List.of();
    private Map<String, List<String>> tables = Map.of();

    private Backup(Predicate<TenantId> wanted, ZipOutputStream zip, Consumer<String> told) {
        this.wanted = wanted;
        this.zip = zip;
        this.told = told;
    }

    /**
     * Writes the file. It can be asked for while the program serves: each store is written as it was at one moment, and
     * first the one that registers the tenants, so that no tenant is missing whom it names.
     *
     * @param wanted whose rows are written
     * @param file stands only when it is whole
     * @throws IOException if it can't be written, or nothing that is wanted is there
     */
    public static BackupContents write(Stores stores, Predicate<TenantId> wanted, Path file, Consumer<String> told)
            throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream bytes = Files.newOutputStream(aside);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            Backup backup = new Backup(wanted, zip, told);
            backup.write(stores.all().getFirst());
            for (Store store : stores.all().stream().skip(1).toList()) {
                backup.write(store);
            }
            if (backup.heads.isEmpty()) {
                throw new IOException("there is no log of such a tenant; no backup was written");
            }
            BackupContents contents = new BackupContents(backup.migrations, backup.tables, backup.heads);
            zip.putNextEntry(new ZipEntry(CONTENTS));
            zip.write(Json.bytes(contents));
            zip.finish();
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return contents;
        } catch (SQLException e) {
            throw new IOException("the database could not be read: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private void write(Store store) throws SQLException, IOException {
        try (Connection connection = store.owner().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            }
            migrations = StoreContents.migrations(connection, store.schema());
            tables = StoreContents.tables(connection, store.schema());
            for (Map.Entry<TenantId, String> head :
                    StoreContents.heads(connection).entrySet()) {
                if (wanted.test(head.getKey())) {
                    write(connection, head.getKey());
                    heads.put(head.getKey().value(), head.getValue());
                }
            }
            connection.rollback();
        }
    }

    private void write(Connection connection, TenantId tenant) throws SQLException, IOException {
        for (Map.Entry<String, List<String>> table : tables.entrySet()) {
            zip.putNextEntry(new ZipEntry(entry(tenant, table.getKey())));
            long rows = Copying.out(connection, tenant, table.getKey(), table.getValue(), zip);
            told.accept(tenant + ": " + rows + " rows of " + table.getKey());
        }
    }

    static String entry(TenantId tenant, String table) {
        return "tenants/" + tenant + "/" + table;
    }
}
