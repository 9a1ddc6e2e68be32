package io.nexum.gateway.backup;

import io.nexum.gateway.database.TenantStores;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.audit.AuditQuery.IntegrityReport;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.store.Store;
import io.nexum.kernel.store.Stores;
import io.nexum.query.audit.LogVerifier;
import io.nexum.query.audit.NotedHead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads the tenants of a backup into stores that don't know them yet, and proves each chain that came out. */
public final class Restore {
    private Restore() {}

    /** What the restored log of each tenant is worth. */
    public record Restored(Map<String, IntegrityReport> reports) {
        public boolean valid() {
            return reports.values().stream().allMatch(IntegrityReport::valid);
        }
    }

    /**
     * Restores all of a store or nothing, the store that registers the tenants last, then verifies.
     *
     * @throws IOException if the file is no backup, is another version's, or the database holds a log of one of the
     *     tenants already
     */
    public static Restored read(TenantStores stores, Path file, Consumer<String> told) throws IOException {
        BackupContents contents;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            contents = contents(zip);
            mustFit(stores, zip, contents);
            for (Map.Entry<Store, List<TenantId>> tenants :
                    byStore(stores, contents).entrySet()) {
                read(zip, contents, tenants.getKey(), tenants.getValue(), told);
            }
        } catch (SQLException e) {
            throw new IOException("the database refused the backup: " + e.getMessage(), e);
        }
        return verified(stores, contents, told);
    }

    private static Map<Store, List<TenantId>> byStore(TenantStores stores, BackupContents contents) {
        Map<Store, List<TenantId>> tenants = new LinkedHashMap<>();
        contents.heads().keySet().stream()
                .map(TenantId::new)
                .sorted(Comparator.comparing(TenantId.DEFAULT::equals))
                .forEach(tenant -> {
                    stores.open(tenant);
                    tenants.computeIfAbsent(stores.storeOf(tenant), store -> new ArrayList<>())
                            .add(tenant);
                });
        return tenants;
    }

    private static void read(
            ZipFile zip, BackupContents contents, Store store, List<TenantId> tenants, Consumer<String> told)
            throws SQLException, IOException {
        try (Connection connection = store.owner().getConnection()) {
            connection.setAutoCommit(false);
            try {
                mustFit(connection, store, contents);
                for (TenantId tenant : tenants) {
                    read(zip, contents, connection, tenant, told);
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void read(
            ZipFile zip, BackupContents contents, Connection connection, TenantId tenant, Consumer<String> told)
            throws SQLException, IOException {
        for (Map.Entry<String, List<String>> table : contents.tables().entrySet()) {
            try (InputStream rows = zip.getInputStream(entry(zip, Backup.entry(tenant, table.getKey())))) {
                long count = Copying.in(connection, tenant, table.getKey(), table.getValue(), rows);
                told.accept(tenant + ": " + count + " rows of " + table.getKey());
            }
        }
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

    /** Before anything is made or written, so that what doesn't fit leaves nothing behind. */
    private static void mustFit(TenantStores stores, ZipFile zip, BackupContents contents)
            throws SQLException, IOException {
        for (String name : contents.heads().keySet()) {
            TenantId tenant = new TenantId(name);
            for (String table : contents.tables().keySet()) {
                entry(zip, Backup.entry(tenant, table));
            }
            Optional<Store> store = stores.find(tenant);
            if (store.isPresent()) {
                try (Connection connection = store.get().owner().getConnection()) {
                    mustFit(connection, store.get(), contents);
                }
            }
        }
    }

    private static void mustFit(Connection connection, Store store, BackupContents contents)
            throws SQLException, IOException {
        if (!StoreContents.migrations(connection, store.schema()).equals(contents.migrations())) {
            throw new IOException("the backup was made by another version of the program; restore it with that one, and"
                    + " then upgrade");
        }
        Set<TenantId> there = new TreeSet<>(Comparator.comparing(TenantId::value));
        there.addAll(StoreContents.heads(connection).keySet());
        there.removeIf(tenant -> !contents.heads().containsKey(tenant.value()));
        if (!there.isEmpty()) {
            throw new IOException("the database holds a log of " + there + " already; restore into an empty one");
        }
    }

    private static Restored verified(Stores stores, BackupContents contents, Consumer<String> told) {
        Map<String, IntegrityReport> reports = new LinkedHashMap<>();
        contents.heads().forEach((tenant, head) -> {
            told.accept("verifying the log of " + tenant);
            reports.put(
                    tenant,
                    LogVerifier.database(
                            stores,
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
