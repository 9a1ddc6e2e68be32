package io.nexum.gateway.hostile;

import io.nexum.gateway.database.Database;
import io.nexum.kernel.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables hold, by a digest a table: the same before and after a request that wrote nothing. */
final class Books {
    /** What the program writes without being told to, or to remember a refusal. */
    private static final List<String> BY_ITSELF = List.of(
            "chain_head",
            "snapshot",
            "login_attempt",
            "known_address",
            "api_call_hour",
            "bill",
            "rate_limit_use",
            "key_rotation",
            "day_run");

    /** What may change when somebody is kept out. */
    static final Collection<String> LOG = List.of("event", "claim");

    private static final String SUM = "coalesce(sum(hashtextextended(%s, 0)), 0)";

    private final JdbcClient owner;
    private final String digests;

    Books(Database database) {
        this.owner =
                JdbcClient.create(database.stores().storeOf(TenantId.DEFAULT).owner());
        this.digests = owner
                .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'nexum' ORDER BY 1")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !BY_ITSELF.contains(table) && !table.endsWith("_history"))
                .map(Books::digestOf)
                .collect(Collectors.joining(" UNION ALL "));
    }

    private static String digestOf(String table) {
        // Where the log ends is told by how many events there are. Who failed to log in is on record after the answer.
        // A change of keys that was granted goes on after its answer: what counts is which keys there are.
        String digest = switch (table) {
            case "event" -> "0";
            case "data_key" -> SUM.formatted("t.tenant || t.subject || (t.wrapped IS NULL)");
            case "tenant_key" -> SUM.formatted("t.tenant || t.version");
            default -> SUM.formatted("t::text");
        };
        // A key is made before what it seals is written. One that seals nothing says nothing.
        String rows = switch (table) {
            case "data_key" ->
                " WHERE EXISTS (SELECT FROM nexum.event e WHERE e.tenant = t.tenant AND e.stream = t.subject)";
            case "event" -> " WHERE type NOT LIKE 'login.%'";
            default -> "";
        };
        return "SELECT '%1$s' AS name, count(*) || ' ' || %2$s AS digest FROM nexum.%1$s t%3$s"
                .formatted(table, digest, rows);
    }

    Map<String, String> look() {
        Map<String, String> tables = new TreeMap<>();
        owner.sql(digests).query(row -> {
            tables.put(row.getString("name"), row.getString("digest"));
        });
        return tables;
    }
}
