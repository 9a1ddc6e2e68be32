package io.nexum.gateway.settings;

/** How the database keeps the rows of one tenant from those of another. */
public enum TenantIsolation {
    /** All in the same tables; a policy on each table shows a connection the rows of its own tenant. */
    SHARED_TABLE,

    /** A schema for each tenant, with tables of its own under the same policies. */
    SCHEMA_PER_TENANT,

    /** A database for each tenant, on the same server, entered by connections of its own. */
    DATABASE_PER_TENANT
}
