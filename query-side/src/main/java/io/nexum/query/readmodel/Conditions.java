package io.nexum.query.readmodel;

import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the rows of a list must fulfil, each condition with its parameter; the tenant is always one. */
public final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private Conditions() {}

    public static Conditions of(TenantId tenant) {
        Conditions conditions = new Conditions();
        conditions.parameters.put("tenant", tenant.value());
        return conditions;
    }

    public Conditions with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    public Conditions and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Asks for a condition if its value is present. */
    public Conditions and(Optional<?> value, String condition, String parameter) {
        value.ifPresent(present -> {
            conditions.add(condition);
            parameters.put(parameter, present);
        });
        return this;
    }

    /** The conditions beside the tenant's, to be put after it. */
    public String sql() {
        StringBuilder sql = new StringBuilder();
        conditions.forEach(condition -> sql.append(" AND ").append(condition));
        return sql.toString();
    }

    /** A statement with the parameters; {@code {conditions}} in it stands for the conditions. */
    public JdbcClient.StatementSpec statement(JdbcClient client, String sql) {
        return client.sql(sql.replace("{conditions}", sql())).params(parameters);
    }

    /** A page of the rows that a statement lists, and how many there are by another. */
    public <T> Page<T> page(JdbcClient client, String list, String count, PageRequest page, RowMapper<T> row) {
        List<T> items = statement(client, list + " LIMIT :limit OFFSET :skip")
                .param("limit", page.limit())
                .param("skip", page.skip())
                .query(row)
                .list();
        boolean isAll = items.size() < page.limit() && (page.skip() == 0 || !items.isEmpty());
        long total = isAll
                ? page.skip() + items.size()
                : statement(client, count).query(Long.class).single();
        return new Page<>(items, page.skip(), page.limit(), total);
    }
}
