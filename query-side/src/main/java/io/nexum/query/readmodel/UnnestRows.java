package io.nexum.query.readmodel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows handed to one statement as an array a column: for tables whose rows change. */
public final class UnnestRows {
    private final String[] types;
    private final List<List<@Nullable String>> columns = new ArrayList<>();

    /** @param types the columns' types, as in {@code uuid} */
    public UnnestRows(String... types) {
        this.types = types.clone();
        for (int i = 0; i < types.length; i++) {
            columns.add(new ArrayList<>());
        }
    }

    /** Adds a row, its values in the order of the types. */
    public void add(@Nullable Object... values) {
        if (values.length != types.length) {
            throw new IllegalArgumentException(values.length + " values for " + types.length + " columns");
        }
        for (int i = 0; i < values.length; i++) {
            columns.get(i).add(ColumnText.of(values[i]));
        }
    }

    /**
     * Runs a statement in which {@code :rows} stands for the rows, as in {@code FROM :rows AS r (id, name)}. Returns how
     * many rows it changed; without rows it does nothing.
     */
    public int write(Connection connection, String sql) throws SQLException {
        if (columns.getFirst().isEmpty()) {
            return 0;
        }
        List<String> arrays = new ArrayList<>();
        for (String type : types) {
            arrays.add("?::" + type + "[]");
        }
        String unnest = "unnest(" + String.join(", ", arrays) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql.replace(":rows", unnest))) {
            for (int i = 0; i < types.length; i++) {
                statement.setArray(
                        i + 1, connection.createArrayOf(types[i], columns.get(i).toArray(new String[0])));
            }
            return statement.executeUpdate();
        }
    }
}
