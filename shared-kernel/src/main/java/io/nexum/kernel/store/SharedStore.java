package io.nexum.kernel.store;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.store.BoundConnections.Binding;
import java.util.List;
import javax.sql.DataSource;

/**
 * A store of any number of tenants. The database keeps their rows apart: a policy on each table shows those of the
 * tenant that the connection is bound to.
 */
public final class SharedStore implements Store, Stores {
    /** Where the tables are unless each tenant has a schema of its own. */
    public static final String SCHEMA = "nexum";

    private final DataSource owner;
    private final DataSource program;
    private final String schema;

    /**
     * @param owner connections of the tables' owner
     * @param program connections under a role that owns no table
     */
    public SharedStore(DataSource owner, DataSource program, String schema) {
        this.owner = owner;
        this.program = program;
        this.schema = schema;
    }

    public SharedStore(DataSource owner, DataSource program) {
        this(owner, program, SCHEMA);
    }

    @Override
    public DataSource of(TenantId tenant) {
        return new BoundConnections(program, new Binding(tenant.value(), searchPath()));
    }

    /** Connections with the rights of the program that name no tenant: of tenants' rows they see none. */
    public DataSource ofNobody() {
        return new BoundConnections(program, new Binding("", searchPath()));
    }

    @Override
    public DataSource owner() {
        return new BoundConnections(owner, new Binding("", searchPath()));
    }

    private String searchPath() {
        return schema + ", " + readSchema();
    }

    @Override
    public String schema() {
        return schema;
    }

    @Override
    public Store storeOf(TenantId tenant) {
        return this;
    }

    @Override
    public List<Store> all() {
        return List.of(this);
    }
}
