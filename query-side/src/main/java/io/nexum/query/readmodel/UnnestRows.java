package io.nexum.query.readmodel;

import static io.nexum.query.readmodel.ColumnType.TEXT;

import io.nexum.kernel.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows handed to one statement as an array a column: for tables whose rows change. A row names its columns, each with its
 * type and with what it does to the column of a row that is there; statements are built from that.
 */
public final class UnnestRows {
    private final String table;
    private final String tenant;
    private final NamedColumns names;
    private final List<Column> columns = new ArrayList<>();

    /** What a told value does to the one that is there. */
    private enum Effect {
        IS_KEY(""),
        SETS("%2$s.%1$s"),
        SETS_IF_TOLD("coalesce(%2$s.%1$s, there.%1$s)"),
        ADDS("there.%1$s + %2$s.%1$s"),
        MOVES_ON("greatest(there.%1$s, %2$s.%1$s)");

        private final String sql;

        Effect(String sql) {
            this.sql = sql;
        }
    }

    private record Column(String name, ColumnType type, Effect effect, List<@Nullable String> values) {
        boolean isKey() {
            return effect == Effect.IS_KEY;
        }

        /** @param told what the statement calls the new row */
        String assignment(String told) {
            return name + " = " + effect.sql.formatted(name, told);
        }
    }

    public UnnestRows(String table, TenantId tenant) {
        this.table = table;
        this.tenant = tenant.value();
        this.names = new NamedColumns(table);
    }

    /** Begins a row, which is the tenant's. */
    public UnnestRows row() {
        names.beginRow();
        return key("tenant", TEXT, tenant);
    }

    /** The row's next column, one of those that tell which row it is. */
    public UnnestRows key(String column, ColumnType type, Object value) {
        return tell(column, type, Effect.IS_KEY, value);
    }

    /** The row's next column, whatever was there before. */
    public UnnestRows set(String column, ColumnType type, @Nullable Object value) {
        return tell(column, type, Effect.SETS, value);
    }

    /** The row's next column; what was there stays if there is no value now. */
    public UnnestRows setIfTold(String column, ColumnType type, @Nullable Object value) {
        return tell(column, type, Effect.SETS_IF_TOLD, value);
    }

    /** The row's next column, on top of what was there. */
    public UnnestRows plus(String column, ColumnType type, Object value) {
        return tell(column, type, Effect.ADDS, value);
    }

    /** The row's next column, unless there was a later one. */
    public UnnestRows latest(String column, ColumnType type, @Nullable Object value) {
        return tell(column, type, Effect.MOVES_ON, value);
    }

    private UnnestRows tell(String column, ColumnType type, Effect effect, @Nullable Object value) {
        int place = names.place(column);
        if (place == columns.size()) {
            columns.add(new Column(column, type, effect, new ArrayList<>()));
        }
        columns.get(place).values.add(ColumnText.of(value));
        return this;
    }

    /** Writes rows that are new. */
    public void insert(Connection connection) throws SQLException {
        write(connection, "INSERT INTO " + table + " (" + names.list() + ") SELECT * FROM :rows");
    }

    /** Writes rows that may be there. */
    public void upsert(Connection connection) throws SQLException {
        String there = join(Column::isKey, ", ", Column::name);
        String changes = join(column -> !column.isKey(), ", ", column -> column.assignment("EXCLUDED"));
        write(
                connection,
                "INSERT INTO " + table + " AS there (" + names.list() + ") SELECT * FROM :rows ON CONFLICT (" + there
                        + ") DO " + (changes.isEmpty() ? "NOTHING" : "UPDATE SET " + changes));
    }

    /** Changes rows that are there. */
    public void update(Connection connection) throws SQLException {
        String changes = join(column -> !column.isKey(), ", ", column -> column.assignment("told"));
        write(connection, "UPDATE " + table + " AS there SET " + changes + " FROM :rows WHERE " + isSame());
    }

    /** Deletes all rows that have the keys. */
    public void delete(Connection connection) throws SQLException {
        write(connection, "DELETE FROM " + table + " AS there USING :rows WHERE " + isSame());
    }

    private String isSame() {
        return join(Column::isKey, " AND ", column -> "there." + column.name + " = told." + column.name);
    }

    private String join(Predicate<Column> which, String between, Function<Column, String> part) {
        return columns.stream().filter(which).map(part).collect(Collectors.joining(between));
    }

    /** Runs a statement of another kind, in which {@code :rows} stands for the rows, called {@code told}. */
    public void write(Connection connection, String sql) throws SQLException {
        names.endRow();
        if (names.areEmpty()) {
            return;
        }
        String unnest = "unnest(" + join(column -> true, ", ", column -> "?::" + column.type.sql() + "[]")
                + ") AS told (" + names.list() + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql.replace(":rows", unnest))) {
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                statement.setArray(
                        i + 1, connection.createArrayOf(column.type.sql(), column.values.toArray(new String[0])));
            }
            statement.executeUpdate();
        }
    }
}
