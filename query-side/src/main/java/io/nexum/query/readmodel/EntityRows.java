package io.nexum.query.readmodel;

import io.nexum.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table that has a row an entity, as its last events left it. What a batch tells of an entity is gathered; then new rows
 * are inserted, and of rows that are there just those columns are changed that were told, all that were told the same
 * ones with one statement.
 *
 * @param <K> the entity's id
 */
public final class EntityRows<K> {
    private final String table;
    private final TenantId tenant;
    private final Column key;
    private final List<Column> columns = new ArrayList<>();
    private final Map<K, Row> rows = new LinkedHashMap<>();

    /** A column of such a table: a constant of its projection. */
    public record Column(String name, ColumnType type) {}

    /** Which columns rows were told, by their places. */
    private record Told(boolean isNew, long columns) {}

    public EntityRows(String table, TenantId tenant, Column key) {
        this.table = table;
        this.tenant = tenant;
        this.key = key;
    }

    /** What the batch tells of an entity, which it begins with or which is there. */
    public Row of(K id) {
        return rows.computeIfAbsent(id, absent -> new Row(this));
    }

    public void write(Connection connection) throws SQLException {
        Map<Told, UnnestRows> alike = new LinkedHashMap<>();
        rows.forEach((id, row) -> row.addTo(
                alike.computeIfAbsent(row.told(), told -> new UnnestRows(table, tenant))
                        .row(),
                id));
        for (Map.Entry<Told, UnnestRows> group : alike.entrySet()) {
            if (group.getKey().isNew()) {
                group.getValue().insert(connection);
            } else if (group.getKey().columns() != 0) {
                group.getValue().update(connection);
            }
        }
    }

    /** Few columns are told in a batch, and they are constants: looking through them costs less than a hash. */
    private int placeOf(Column column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equals(column)) {
                return i;
            }
        }
        if (columns.size() == Long.SIZE) {
            throw new IllegalStateException(table + " has more columns than can be told apart");
        }
        columns.add(column);
        return columns.size() - 1;
    }

    /** What a batch tells of one entity. */
    public static final class Row {
        private final EntityRows<?> rows;
        private @Nullable Object[] values;
        private long told;
        private boolean isNew;

        private Row(EntityRows<?> rows) {
            this.rows = rows;
            this.values = new Object[rows.columns.size()];
        }

        /** The entity begins here. */
        public Row begin() {
            isNew = true;
            return this;
        }

        /** Sets a column, which may become empty. */
        public Row set(Column column, @Nullable Object value) {
            int place = rows.placeOf(column);
            if (place >= values.length) {
                values = Arrays.copyOf(values, rows.columns.size());
            }
            values[place] = value;
            told |= 1L << place;
            return this;
        }

        private Told told() {
            return new Told(isNew, told);
        }

        private void addTo(UnnestRows alike, Object id) {
            alike.key(rows.key.name(), rows.key.type(), id);
            for (int i = 0; i < values.length; i++) {
                if ((told & 1L << i) != 0) {
                    alike.set(rows.columns.get(i).name(), rows.columns.get(i).type(), values[i]);
                }
            }
        }
    }
}
