package io.nexum.query.readmodel;

import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The database as queries read it. */
public final class ReadDatabase {
    private final JdbcClient client;
    private final TransactionTemplate snapshot;

    /** @param longestStatement in whole seconds */
    public ReadDatabase(DataSource program, Duration longestStatement) {
        JdbcTemplate statements = new JdbcTemplate(program);
        statements.setQueryTimeout(Math.toIntExact(longestStatement.toSeconds()));
        this.client = JdbcClient.create(statements);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(program));
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    public JdbcClient client() {
        return client;
    }

    /** Runs several statements that all see the same state. */
    public <T> T inOneSnapshot(Supplier<T> statements) {
        T answer = snapshot.execute(status -> statements.get());
        if (answer == null) {
            throw new IllegalStateException("a query always has an answer");
        }
        return answer;
    }
}
