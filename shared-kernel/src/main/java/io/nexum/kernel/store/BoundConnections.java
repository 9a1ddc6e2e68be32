package io.nexum.kernel.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections that name their tenant to the database before they are handed out. What a connection of a pool was bound
 * to stays with it, so it is told again only when another tenant's turn comes.
 */
record BoundConnections(DataSource pool, Binding binding) implements DataSource {
    /** By the connection itself, whatever wraps it; drivers' connections are equal to themselves only. */
    private static final Map<Connection, Binding> BOUND = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * @param tenant empty for connections that name none
     * @param searchPath the schemas in which tables are found by their bare names
     */
    record Binding(String tenant, String searchPath) {}

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = pool.getConnection();
        try {
            bind(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void bind(Connection connection) throws SQLException {
        Connection bare = connection.unwrap(Connection.class);
        if (binding.equals(BOUND.get(bare))) {
            return;
        }
        BOUND.remove(bare); // should it break off, nobody knows what it is bound to
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT set_config('nexum.tenant', ?, false), set_config('search_path', ?, false)")) {
            statement.setString(1, binding.tenant());
            statement.setString(2, binding.searchPath());
            statement.execute();
        }
        BOUND.put(bare, binding);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLException("a tenant's connections are the program's own");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || pool.isWrapperFor(type);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws java.sql.SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }
}
