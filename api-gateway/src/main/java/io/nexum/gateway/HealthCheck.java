package io.nexum.gateway;

import io.nexum.command.CommandSide;
import io.nexum.gateway.settings.Settings;
import io.nexum.query.QuerySide;
import io.nexum.query.log.LogLevel;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Looks whether the program can do its work: whether its database answers, its appender appends and its read models keep
 * up. It looks anew after {@link #FRESH}, however often it is asked, for everybody may ask.
 */
@Component
class HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(HealthCheck.class);
    private static final Duration FRESH = Duration.ofMillis(500);

    private final QuerySide queries;
    private final CommandSide commands;
    private final Duration readyLag;
    private Optional<Health> last = Optional.empty();
    private long lastNanos;

    HealthCheck(QuerySide queries, CommandSide commands, Settings settings) {
        this.queries = queries;
        this.commands = commands;
        this.readyLag = settings.observability().readyLag();
    }

    /**
     * @param levels how far each tenant's read models are; none if the database doesn't answer
     * @param projectionsKeepUp whether none is further behind than the settings allow
     */
    record Health(boolean databaseAnswers, boolean appenderAlive, boolean projectionsKeepUp, List<LogLevel> levels) {
        boolean ready() {
            return databaseAnswers && appenderAlive && projectionsKeepUp;
        }

        /** The last positions of all tenants' logs, added up. */
        long head() {
            return sum(LogLevel::head);
        }

        /** The last positions that the read models show, added up. */
        long projected() {
            return sum(LogLevel::projected);
        }

        long lag() {
            return sum(LogLevel::lag);
        }

        private long sum(ToLongFunction<LogLevel> value) {
            return levels.stream().mapToLong(value).sum();
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
        try {
            List<LogLevel> levels = queries.levels();
            Duration oldest = levels.stream()
                    .map(LogLevel::age)
                    .max(Comparator.naturalOrder())
                    .orElse(Duration.ZERO);
            return new Health(true, commands.isAlive(), oldest.compareTo(readyLag) <= 0, levels);
        } catch (DataAccessException e) {
            LOG.warn("The database doesn't answer: {}", e.getMessage());
            return new Health(false, commands.isAlive(), false, List.of());
        }
    }
}
