package io.nexum.gateway.tenant;

/** A schema for each bank. */
class SchemaPerTenantAttackTest extends CrossTenantAttackTest {
    SchemaPerTenantAttackTest() {
        super(Installation.isolating("schema_per_tenant"));
    }
}
