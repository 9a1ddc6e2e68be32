package io.nexum.query.readmodel;

import static io.nexum.query.readmodel.ColumnType.BIGINT;
import static io.nexum.query.readmodel.ColumnType.DATE;
import static io.nexum.query.readmodel.ColumnType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.nexum.kernel.TenantId;
import io.nexum.query.TestDatabase;
import io.nexum.query.readmodel.EntityRows.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What rows that name their columns do to a table. */
class RowsTest {
    private static final TenantId BANK = new TenantId("bank");
    private static final Column ID = new Column("id", TEXT);
    private static final Column NAME = new Column("name", TEXT);
    private static final Column AMOUNT = new Column("amount", BIGINT);
    private static final Column DAY = new Column("day", DATE);
    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);

    private final TestDatabase database = new TestDatabase();

    @BeforeEach
    void make_a_table() {
        database.execute("CREATE TABLE nexum.thing (tenant text, id text, name text, amount bigint, day date,"
                + " PRIMARY KEY (tenant, id))");
    }

    @Test
    void of_an_entity_that_is_there_only_what_was_told_is_changed() throws SQLException {
        EntityRows<String> first = entities();
        first.of("a").begin().set(NAME, "Ada").set(AMOUNT, 1).set(DAY, MARCH_1);
        first.of("b").begin().set(AMOUNT, 2);
        first.of("b").set(NAME, "Bob").set(AMOUNT, 3);
        write(first::write);
        EntityRows<String> second = entities();
        second.of("b").set(AMOUNT, 4);
        second.of("a").set(NAME, Optional.empty());
        second.of("c").begin().set(NAME, "Cy\0d");
        write(second::write);

        assertThat(things()).containsExactly("a,,1,2026-03-01", "b,Bob,4,", "c,Cy\ufffdd,,");
    }

    @Test
    void an_entity_of_which_nothing_is_told_is_left_alone() throws SQLException {
        EntityRows<String> rows = entities();
        rows.of("a");
        write(rows::write);

        assertThat(things()).isEmpty();
    }

    @Test
    void a_value_replaces_adds_to_or_goes_beyond_what_is_there() throws SQLException {
        for (int day = 2; day > 0; day--) {
            UnnestRows rows = new UnnestRows("thing", BANK);
            rows.row()
                    .key("id", TEXT, "a")
                    .setIfTold("name", TEXT, day == 2 ? "Ada" : null)
                    .plus("amount", BIGINT, 5)
                    .latest("day", DATE, MARCH_1.plusDays(day));
            write(rows::upsert);
            write(rows::update);
        }

        assertThat(things()).containsExactly("a,Ada,20,2026-03-03");
    }

    @Test
    void rows_are_inserted_once_and_deleted_by_their_keys() throws SQLException {
        UnnestRows rows = new UnnestRows("thing", BANK);
        rows.row().key("id", TEXT, "a");
        rows.row().key("id", TEXT, "b");
        write(rows::upsert);
        write(rows::upsert);
        UnnestRows gone = new UnnestRows("thing", BANK);
        gone.row().key("id", TEXT, "b");
        write(gone::delete);
        write(new UnnestRows("thing", new TenantId("other"))::delete);

        assertThat(things()).containsExactly("a,,,");
    }

    @Test
    void copied_rows_keep_every_character_that_a_database_can() throws SQLException {
        CopyRows rows = new CopyRows("thing", BANK);
        rows.row().set("id", "a\tb\\n").set("name", "x\r\ny").set("amount", 7);
        rows.row().set("id", "b").set("name", null).set("amount", Optional.of(8));
        write(rows::write);

        assertThat(things()).containsExactly("a\tb\\n,x\r\ny,7,", "b,,8,");
    }

    @Test
    void a_row_that_misplaces_or_forgets_a_column_is_refused_by_its_name() {
        UnnestRows rows = new UnnestRows("thing", BANK);
        rows.row().key("id", TEXT, "a").set("name", TEXT, "Ada");

        assertThatIllegalStateException()
                .isThrownBy(() -> rows.row().set("name", TEXT, "Bob"))
                .withMessage("a row of thing has the column name where the first has id");
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> rows.key("id", TEXT, "b").set("name", TEXT, "Bob").set("day", DATE, MARCH_1))
                .withMessage("a row of thing has the column day where the first has none");
        rows.row().key("id", TEXT, "c");
        assertThatIllegalStateException()
                .isThrownBy(() -> write(rows::insert))
                .withMessage("a row of thing lacks the column name");
        CopyRows copied = new CopyRows("thing", BANK);
        copied.row().set("id", "a").set("name", "Ada");
        copied.row().set("id", "b");
        assertThatIllegalStateException().isThrownBy(copied::row).withMessage("a row of thing lacks the column name");
    }

    private static EntityRows<String> entities() {
        return new EntityRows<>("thing", BANK, ID);
    }

    @FunctionalInterface
    private interface Writing {
        void write(Connection connection) throws SQLException;
    }

    private void write(Writing writing) throws SQLException {
        try (Connection connection = database.owner().getConnection()) {
            writing.write(connection);
        }
    }

    private List<String> things() {
        return JdbcClient.create(database.owner())
                .sql(
                        "SELECT concat_ws(',', id, coalesce(name, ''), coalesce(amount::text, ''), coalesce(day::text, ''))"
                                + " FROM nexum.thing WHERE tenant = 'bank' ORDER BY id")
                .query(String.class)
                .list();
    }
}
