package io.nexum.gateway.tenant;

/** All banks in the same tables. */
class SharedTableAttackTest extends CrossTenantAttackTest {
    SharedTableAttackTest() {
        super(Installation.isolating("shared_table"));
    }
}
