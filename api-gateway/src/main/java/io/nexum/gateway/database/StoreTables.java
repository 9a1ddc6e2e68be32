package io.nexum.gateway.database;

import io.nexum.command.EventStoreSchema;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of a store that don't belong to the read side. */
final class StoreTables {
    private StoreTables() {}

    /** Makes or upgrades them, as their owner. */
    static void migrate(DataSource owner, String schema) {
        EventStoreSchema.migrate(owner, schema);
        Flyway.configure(StoreTables.class.getClassLoader())
                .dataSource(owner)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/gateway")
                .table("gateway_history")
                .baselineOnMigrate(true) // the schema holds the event store already
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
