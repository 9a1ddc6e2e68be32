package io.nexum.command;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The event store's tables, the role that the program works under, and what that role may do. */
public final class EventStoreSchema {
    /** May read and append events, and neither change nor remove them. */
    public static final String PROGRAM_ROLE = "nexum_app";

    private EventStoreSchema() {}

    /** Creates or upgrades the tables of a store, as their owner. */
    public static void migrate(DataSource owner, String schema) {
        Flyway.configure(EventStoreSchema.class.getClassLoader())
                .dataSource(owner)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/migration")
                .table("event_store_history")
                .load()
                .migrate();
    }
}
