package io.nexum.kernel.store;

import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import java.util.List;
import javax.sql.DataSource;

/** Which store each tenant is in: all in one, or each in its own. */
public interface Stores {
    /** @throws RefusedException if the tenant has none */
    Store storeOf(TenantId tenant);

    /** Every store that can be opened, and first the one of the tenant that runs the installation. */
    List<Store> all();

    /**
     * Connections that see the rows of this tenant alone.
     *
     * @throws RefusedException if the tenant has no store
     */
    default DataSource of(TenantId tenant) {
        return storeOf(tenant).of(tenant);
    }
}
