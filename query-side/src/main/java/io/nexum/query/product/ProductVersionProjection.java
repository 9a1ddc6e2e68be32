package io.nexum.query.product;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductEvent.ProductChanged;
import io.nexum.kernel.product.ProductEvent.ProductCreated;
import io.nexum.kernel.product.ProductId;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.CopyRows;
import io.nexum.query.readmodel.Projection;
import java.sql.Connection;
import java.sql.SQLException;

/** The table {@code product_version}: every version of every product. */
public final class ProductVersionProjection implements Projection {
    private final TenantId tenant;
    private final CopyRows rows =
            new CopyRows("product_version", "tenant, product_id, version, conditions, created_by, created_at");

    public ProductVersionProjection(TenantId tenant) {
        this.tenant = tenant;
    }

    @Override
    public void see(LoggedEvent logged) {
        if (logged.event() instanceof ProductCreated created) {
            add(created.product(), 1, created.conditions(), logged);
        } else if (logged.event() instanceof ProductChanged changed) {
            add(changed.product(), changed.version(), changed.conditions(), logged);
        }
    }

    private void add(ProductId product, int version, ProductConditions conditions, LoggedEvent logged) {
        rows.add(tenant, product, version, Json.text(conditions), logged.user(), logged.recordedAt());
    }

    @Override
    public void write(Connection connection) throws SQLException {
        rows.write(connection);
    }
}
