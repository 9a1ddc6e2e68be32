package io.nexum.gateway.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * What a database must be for the books to be kept on it.
 *
 * @param version as PostgreSQL counts, 180006 for 18.6
 */
record DatabaseCheck(int version, String encoding, List<String> durabilityOff) {
    private static final int OLDEST_VERSION = 150000;

    static DatabaseCheck of(DataSource owner) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT current_setting('server_version_num')::int,
                               current_setting('server_encoding'),
                               current_setting('fsync'),
                               current_setting('synchronous_commit'),
                               current_setting('full_page_writes')
                        """)) {
            row.next();
            String fsync = row.getString(3);
            String commit = row.getString(4);
            String pages = row.getString(5);
            return new DatabaseCheck(
                    row.getInt(1),
                    row.getString(2),
                    Stream.of(
                                    "off".equals(fsync) ? "fsync" : "",
                                    // local and remote_* wait at least for the own disk
                                    "off".equals(commit) ? "synchronous_commit" : "",
                                    "off".equals(pages) ? "full_page_writes" : "")
                            .filter(name -> !name.isEmpty())
                            .toList());
        }
    }

    /** @throws DatabaseUnusable if the books can't be kept on it */
    void require() {
        if (version < OLDEST_VERSION) {
            throw new DatabaseUnusable("the database is PostgreSQL " + version / 10_000 + "; Nexum needs 15 or later");
        }
        if (!encoding.equals("UTF8")) {
            throw new DatabaseUnusable("the database's encoding is " + encoding
                    + "; create it anew with: CREATE DATABASE nexum ENCODING 'UTF8' TEMPLATE template0");
        }
    }
}
