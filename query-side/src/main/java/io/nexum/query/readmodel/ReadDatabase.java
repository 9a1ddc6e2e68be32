package io.nexum.query.readmodel;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.store.Stores;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The databases as queries read them. */
public final class ReadDatabase {
    private final Stores stores;
    private final int longestStatement;

    /** @param longestStatement in whole seconds */
    public ReadDatabase(Stores stores, Duration longestStatement) {
        this.stores = stores;
        this.longestStatement = Math.toIntExact(longestStatement.toSeconds());
    }

    /** The database as far as it is this tenant's. */
    public JdbcClient of(TenantId tenant) {
        JdbcTemplate statements = new JdbcTemplate(stores.of(tenant));
        statements.setQueryTimeout(longestStatement);
        return JdbcClient.create(statements);
    }

    /** Runs several statements that all see the same state, each on {@link #of} the same tenant. */
    public <T> T inOneSnapshot(TenantId tenant, Supplier<T> statements) {
        TransactionTemplate snapshot = new TransactionTemplate(new JdbcTransactionManager(stores.of(tenant)));
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        T answer = snapshot.execute(status -> statements.get());
        if (answer == null) {
            throw new IllegalStateException("a query always has an answer");
        }
        return answer;
    }
}
