package io.nexum.gateway.backup;

import io.nexum.kernel.TenantId;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** Tables out of the database and into it, in PostgreSQL's own text format. */
final class Copying {
    private Copying() {}

    /** Neither end of the copy may close what comes after it in the same file. */
    static long out(Connection connection, TenantId tenant, String table, List<String> columns, OutputStream to)
            throws SQLException, IOException {
        OutputStream left = new FilterOutputStream(to) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "COPY (SELECT " + names(columns) + " FROM " + quoted(table) + " WHERE tenant = '" + tenant
                                + "') TO STDOUT",
                        left);
    }

    /**
     * By way of a table that lasts as long as the transaction: into one that is under a policy nobody but a superuser
     * may copy.
     *
     * @throws IOException if a row is another tenant's: whoever made the file wants to write where it doesn't belong
     */
    static long in(Connection connection, TenantId tenant, String table, List<String> columns, InputStream from)
            throws SQLException, IOException {
        InputStream left = new FilterInputStream(from) {
            @Override
            public void close() {}
        };
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE incoming ON COMMIT DROP AS SELECT " + names(columns) + " FROM "
                    + quoted(table) + " WITH NO DATA");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY incoming (" + names(columns) + ") FROM STDIN", left);
            mustBeOf(connection, tenant, table);
            long rows = statement.executeLargeUpdate("INSERT INTO " + quoted(table) + " (" + names(columns)
                    + ") SELECT " + names(columns) + " FROM incoming");
            statement.execute("DROP TABLE incoming");
            return rows;
        }
    }

    private static void mustBeOf(Connection connection, TenantId tenant, String table)
            throws SQLException, IOException {
        try (PreparedStatement foreign =
                connection.prepareStatement("SELECT EXISTS (SELECT FROM incoming WHERE tenant IS DISTINCT FROM ?)")) {
            foreign.setString(1, tenant.value());
            try (ResultSet row = foreign.executeQuery()) {
                if (row.next() && row.getBoolean(1)) {
                    throw new IOException("the backup has rows of another tenant among those of " + tenant + " in "
                            + table + "; somebody has changed it");
                }
            }
        }
    }

    private static String names(List<String> columns) {
        return columns.stream().map(Copying::quoted).collect(Collectors.joining(", "));
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
