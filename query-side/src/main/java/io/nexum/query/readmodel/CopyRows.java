package io.nexum.query.readmodel;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * New rows for one table, written with COPY: for tables whose rows never change. Nobody may copy into a table that keeps
 * tenants apart by a policy; there the rows go by way of a temporary table.
 */
public final class CopyRows {
    private final String table;
    private final String columns;
    private final StringBuilder rows = new StringBuilder();

    /** @param columns as in {@code tenant, id} */
    public CopyRows(String table, String columns) {
        this.table = table;
        this.columns = columns;
    }

    /** Adds a row, its values in the order of the columns. */
    public void add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                rows.append('\t');
            }
            append(ColumnText.of(values[i]));
        }
        rows.append('\n');
    }

    private void append(@Nullable String text) {
        if (text == null) {
            rows.append("\\N");
            return;
        }
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            String escaped = escape(text.charAt(i));
            if (escaped != null) {
                rows.append(text, plain, i).append(escaped);
                plain = i + 1;
            }
        }
        if (plain == 0) {
            rows.append(text);
        } else {
            rows.append(text, plain, text.length());
        }
    }

    private static @Nullable String escape(char c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> null;
        };
    }

    public void write(Connection connection) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        if (!isUnderPolicy(connection)) {
            copy(connection, table);
            return;
        }
        String staged = "staged_" + table;
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TEMPORARY TABLE IF NOT EXISTS " + staged + " (LIKE " + table + ") ON COMMIT DELETE ROWS");
            copy(connection, staged);
            statement.execute(
                    "INSERT INTO " + table + " (" + columns + ") SELECT " + columns + " FROM pg_temp." + staged);
        }
    }

    private boolean isUnderPolicy(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT row_security_active(?)")) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private void copy(Connection connection, String target) throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + target + " (" + columns + ") FROM STDIN");
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
