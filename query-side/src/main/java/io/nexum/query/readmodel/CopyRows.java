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
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
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
