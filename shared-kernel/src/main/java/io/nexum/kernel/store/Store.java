package io.nexum.kernel.store;

import io.nexum.kernel.TenantId;
import javax.sql.DataSource;

/** One set of all tables: the log, the read models, the logins. It holds one tenant's rows, or those of several. */
public interface Store {
    /** Connections with the rights of the program. Each sees and writes the rows of this tenant alone. */
    DataSource of(TenantId tenant);

    /**
     * Connections of the tables' owner, who sees the rows of every tenant: for making tables, and for work that is no
     * tenant's. No request is answered with one.
     */
    DataSource owner();

    /** Where the tables of the log and of the logins are. */
    String schema();

    /** Where the tables of the read models are. */
    default String readSchema() {
        return schema() + "_read";
    }
}
