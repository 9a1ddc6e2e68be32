package io.nexum.command.store.day;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.store.Stores;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Who takes part in a step: the entities with a claim of its kind, in the order of their ids. */
record Members(Stores stores, TenantId tenant, String kind) {
    long count() throws SQLException {
        try (Connection connection = stores.of(tenant).getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT count(*) FROM claim WHERE tenant = ? AND kind = ?")) {
            statement.setString(1, tenant.value());
            statement.setString(2, kind);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The next ones after an id. */
    List<String> after(String entity, int count) throws SQLException {
        try (Connection connection = stores.of(tenant).getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT value FROM claim
                        WHERE tenant = ? AND kind = ? AND value > ? ORDER BY value LIMIT ?
                        """)) {
            statement.setString(1, tenant.value());
            statement.setString(2, kind);
            statement.setString(3, entity);
            statement.setInt(4, count);
            List<String> page = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    page.add(rows.getString(1));
                }
            }
            return page;
        }
    }
}
