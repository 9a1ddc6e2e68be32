package io.nexum.gateway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.gateway.NexumServer;
import io.nexum.kernel.TenantId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class DatabaseErrorTest {
    @Test
    void an_error_of_the_database_does_not_repeat_the_row_that_was_refused() throws IOException, SQLException {
        try (Database database = NexumServer.running().database();
                Connection connection =
                        database.stores().storeOf(TenantId.DEFAULT).owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE person (name text PRIMARY KEY)");
            assertThat(statement.executeUpdate("INSERT INTO person VALUES ('marked')"))
                    .isEqualTo(1);

            assertThatThrownBy(() -> statement.executeUpdate("INSERT INTO person VALUES ('marked')"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("person_pkey")
                    .hasMessageNotContaining("marked");
        }
    }
}
