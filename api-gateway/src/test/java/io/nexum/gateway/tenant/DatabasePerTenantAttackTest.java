package io.nexum.gateway.tenant;

/** A database for each bank. */
class DatabasePerTenantAttackTest extends CrossTenantAttackTest {
    DatabasePerTenantAttackTest() {
        super(Installation.isolating("database_per_tenant"));
    }
}
