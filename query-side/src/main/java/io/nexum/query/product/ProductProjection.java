package io.nexum.query.product;

import static io.nexum.query.readmodel.ColumnType.BIGINT;
import static io.nexum.query.readmodel.ColumnType.INT;
import static io.nexum.query.readmodel.ColumnType.TEXT;
import static io.nexum.query.readmodel.ColumnType.TIMESTAMPTZ;
import static io.nexum.query.readmodel.ColumnType.UUID;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductEvent;
import io.nexum.kernel.product.ProductEvent.ProductActivated;
import io.nexum.kernel.product.ProductEvent.ProductChanged;
import io.nexum.kernel.product.ProductEvent.ProductCreated;
import io.nexum.kernel.product.ProductEvent.ProductResumed;
import io.nexum.kernel.product.ProductEvent.ProductRetired;
import io.nexum.kernel.product.ProductEvent.ProductSuspended;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductStatus;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.EntityRows;
import io.nexum.query.readmodel.EntityRows.Column;
import io.nexum.query.readmodel.EntityRows.Row;
import io.nexum.query.readmodel.Projection;
import java.sql.Connection;
import java.sql.SQLException;

/** The table {@code product}: each product as its newest version has it. */
public final class ProductProjection implements Projection {
    private static final Column ID = new Column("id", UUID);
    private static final Column CREATED_POSITION = new Column("created_position", BIGINT);
    private static final Column CODE = new Column("code", TEXT);
    private static final Column TYPE = new Column("type", TEXT);
    private static final Column STATUS = new Column("status", TEXT);
    private static final Column VERSION = new Column("version", INT);
    private static final Column CONDITIONS = new Column("conditions", TEXT);
    private static final Column CREATED_AT = new Column("created_at", TIMESTAMPTZ);
    private static final Column UPDATED_AT = new Column("updated_at", TIMESTAMPTZ);

    private final EntityRows<ProductId> products;

    public ProductProjection(TenantId tenant) {
        this.products = new EntityRows<>("product", tenant, ID);
    }

    @Override
    public void see(LoggedEvent logged) {
        if (!(logged.event() instanceof ProductEvent event)) {
            return;
        }
        Row row = products.of(event.product()).set(UPDATED_AT, logged.recordedAt());
        ProductStatus.setBy(event).ifPresent(status -> row.set(STATUS, status));
        switch (event) {
            case ProductCreated created -> {
                row.begin()
                        .set(CREATED_POSITION, logged.position())
                        .set(TYPE, created.conditions().type())
                        .set(CREATED_AT, logged.recordedAt());
                become(row, 1, created.conditions());
            }
            case ProductChanged changed -> become(row, changed.version(), changed.conditions());
            case ProductActivated _, ProductSuspended _, ProductResumed _, ProductRetired _ -> {}
        }
    }

    private static void become(Row row, int version, ProductConditions conditions) {
        row.set(VERSION, version).set(CODE, conditions.code()).set(CONDITIONS, Json.text(conditions));
    }

    @Override
    public void write(Connection connection) throws SQLException {
        products.write(connection);
    }
}
