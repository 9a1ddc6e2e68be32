package io.nexum.command.store;

import java.sql.SQLException;
import java.util.Set;

/** What an SQL state says. */
final class SqlStates {
    private static final String UNIQUE_VIOLATION = "23505";

    /** Data exceptions, broken constraints, wrong statements, limits of the server. */
    private static final Set<String> REFUSED = Set.of("22", "23", "42", "54");

    private SqlStates() {}

    static boolean isUniqueViolation(SQLException e) {
        return UNIQUE_VIOLATION.equals(e.getSQLState());
    }

    /** Whether the server has read the statement and will never take it: nothing was written. */
    static boolean isRefused(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.length() == 5 && REFUSED.contains(state.substring(0, 2));
    }
}
