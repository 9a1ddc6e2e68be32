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
    private final CopyRows rows;

    public ProductVersionProjection(TenantId tenant) {
        this.rows = new CopyRows("product_version", tenant);
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
        rows.row()
                .set("product_id", product)
                .set("version", version)
                .set("conditions", Json.text(conditions))
                .set("created_by", logged.user())
                .set("created_at", logged.recordedAt());
    }

    @Override
    public void write(Connection connection) throws SQLException {
        rows.write(connection);
    }
}
