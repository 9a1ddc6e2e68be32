package io.nexum.gateway;

import io.nexum.gateway.database.Database;
import io.nexum.kernel.TenantId;
import io.nexum.query.QuerySide;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks whether the program can do its work: whether its database answers and its read models keep up. It looks anew
 * after {@link #FRESH}, however often it is asked, for everybody may ask.
 */
@Component
class HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(HealthCheck.class);
    private static final Duration FRESH = Duration.ofMillis(500);

    private final Database database;
    private final QuerySide queries;
    private Optional<Health> last = Optional.empty();
    private long lastNanos;

    HealthCheck(Database database, QuerySide queries) {
        this.database = database;
        this.queries = queries;
    }

    /**
     * @param head the last positions of all tenants' logs, added up
     * @param projected the last positions that the read models show, added up
     */
    record Health(boolean databaseAnswers, long head, long projected) {
        long lag() {
            return Math.max(0, head - projected);
        }
    }

    synchronized Health look() {
        if (last.isEmpty() || System.nanoTime() - lastNanos > FRESH.toNanos()) {
            last = Optional.of(lookAnew());
            lastNanos = System.nanoTime();
        }
        return last.get();
    }

    private Health lookAnew() {
        long head = 0;
        long projected = 0;
        try (Connection connection = database.program().getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT tenant, position FROM chain_head")) {
            statement.setQueryTimeout(5);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    head += rows.getLong("position");
                    projected += queries.position(new TenantId(rows.getString("tenant")));
                }
                return new Health(true, head, projected);
            }
        } catch (SQLException e) {
            LOG.warn("The database doesn't answer: {}", e.getMessage());
            return new Health(false, head, projected);
        }
    }
}
