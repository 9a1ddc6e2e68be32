package io.nexum.command;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The event store's tables, the role that the program works under, and what that role may do. */
public final class EventStoreSchema {
    /** The schema of the event store. */
    public static final String SCHEMA = "nexum";

    /** May read and append events, and neither change nor remove them. */
    public static final String PROGRAM_ROLE = "nexum_app";

    private EventStoreSchema() {}

    /** Creates or upgrades the tables, as the owner of the database. */
    public static void migrate(DataSource owner) {
        Flyway.configure(EventStoreSchema.class.getClassLoader())
                .dataSource(owner)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .locations("classpath:db/migration")
                .table("event_store_history")
                .load()
                .migrate();
    }
}
