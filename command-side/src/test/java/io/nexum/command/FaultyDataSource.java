package io.nexum.command;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections that break where a test wants them to, the way a network does: the client sees only that it broke. */
public final class FaultyDataSource extends DelegatingDataSource {
    /** When a connection breaks. */
    public enum Fault {
        BEFORE_APPEND,
        AFTER_APPEND,
        AFTER_COMMIT
    }

    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger away = new AtomicInteger();

    public FaultyDataSource(DataSource sound) {
        super(sound);
    }

    /** The next append breaks so. */
    public FaultyDataSource breakNext(Fault fault) {
        faults.add(fault);
        return this;
    }

    /** After the next break so many connections can't be made. */
    public void stayAwayFor(int connections) {
        away.set(connections);
    }

    /** The next connections can't be made. */
    public void refuseConnections(int count) {
        refusals.set(count);
    }

    public boolean allHappened() {
        return faults.isEmpty() && refusals.get() == 0;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new SQLException("connection refused", "08001");
        }
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    Object result = call(connection, method, args);
                    if (method.getName().equals("commit")) {
                        breakIf(Fault.AFTER_COMMIT, connection);
                    }
                    return result instanceof PreparedStatement statement && isAppend(args)
                            ? watched(statement, connection)
                            : result;
                });
    }

    private static boolean isAppend(Object[] args) {
        return args[0] instanceof String sql && sql.contains("UPDATE chain_head");
    }

    private PreparedStatement watched(PreparedStatement statement, Connection connection) {
        return (PreparedStatement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, args) -> {
                    boolean executes = method.getName().startsWith("execute");
                    if (executes) {
                        breakIf(Fault.BEFORE_APPEND, connection);
                    }
                    Object result = call(statement, method, args);
                    if (executes) {
                        breakIf(Fault.AFTER_APPEND, connection);
                    }
                    return result;
                });
    }

    private void breakIf(Fault fault, Connection connection) throws SQLException {
        if (faults.peek() == fault) {
            faults.remove();
            connection.abort(Runnable::run);
            refusals.set(away.getAndSet(0));
            throw new SQLException("An I/O error occurred while sending to the backend.", "08006");
        }
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
