package io.nexum.query.readmodel;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** New rows for one table, written with COPY: for tables whose rows never change. */
public final class CopyRows {
    private final String statement;
    private final StringBuilder rows = new StringBuilder();

    /** @param columns as in {@code tenant, id} */
    public CopyRows(String table, String columns) {
        this.statement = "COPY " + table + " (" + columns + ") FROM STDIN";
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
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
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
