package io.nexum.query.readmodel;

import io.nexum.kernel.TenantId;
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
    private final String tenant;
    private final NamedColumns columns;
    private final StringBuilder rows = new StringBuilder();

    public CopyRows(String table, TenantId tenant) {
        this.table = table;
        this.tenant = tenant.value();
        this.columns = new NamedColumns(table);
    }

    /** Begins a row, which is the tenant's. */
    public CopyRows row() {
        if (!columns.areEmpty()) {
            rows.append('\n');
        }
        columns.beginRow();
        return set("tenant", tenant);
    }

    /** Sets the row's next column. */
    public CopyRows set(String column, @Nullable Object value) {
        if (columns.place(column) > 0) {
            rows.append('\t');
        }
        append(ColumnText.of(value));
        return this;
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
        columns.endRow();
        if (columns.areEmpty()) {
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
            statement.execute("INSERT INTO " + table + " (" + columns.list() + ") SELECT " + columns.list()
                    + " FROM pg_temp." + staged);
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
                .copyIn("COPY " + target + " (" + columns.list() + ") FROM STDIN");
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
