package io.nexum.command.store;

import java.sql.SQLException;

/** What an SQL state says. */
final class SqlStates {
    private static final String UNIQUE_VIOLATION = "23505";

    private SqlStates() {}

    static boolean isUniqueViolation(SQLException e) {
        return UNIQUE_VIOLATION.equals(e.getSQLState());
    }
}
