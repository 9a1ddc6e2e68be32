package io.nexum.query.product;

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
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.UnnestRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table {@code product}: each product as its newest version has it. */
public final class ProductProjection implements Projection {
    private static final String INSERT = """
            INSERT INTO product (tenant, id, created_position, code, type, status, version, conditions, created_at,
                updated_at)
            SELECT * FROM :rows
            """;
    private static final String UPDATE = """
            UPDATE product p
            SET code = coalesce(r.code, p.code),
                status = coalesce(r.status, p.status),
                version = coalesce(r.version, p.version),
                conditions = coalesce(r.conditions, p.conditions),
                updated_at = r.updated_at
            FROM :rows AS r (tenant, id, code, status, version, conditions, updated_at)
            WHERE p.tenant = r.tenant AND p.id = r.id
            """;

    private final TenantId tenant;
    private final Map<ProductId, Change> changes = new LinkedHashMap<>();

    public ProductProjection(TenantId tenant) {
        this.tenant = tenant;
    }

    @Override
    public void see(LoggedEvent logged) {
        if (!(logged.event() instanceof ProductEvent event)) {
            return;
        }
        Change change = changes.computeIfAbsent(event.product(), id -> new Change());
        change.updatedAt = logged.recordedAt();
        switch (event) {
            case ProductCreated created -> change.create(created, logged);
            case ProductChanged changed -> change.become(changed.version(), changed.conditions());
            case ProductActivated activated -> change.status = ProductStatus.ACTIVE;
            case ProductSuspended suspended -> change.status = ProductStatus.SUSPENDED;
            case ProductResumed resumed -> change.status = ProductStatus.ACTIVE;
            case ProductRetired retired -> change.status = ProductStatus.RETIRED;
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        UnnestRows created = new UnnestRows(
                "text", "uuid", "bigint", "text", "text", "text", "int", "text", "timestamptz", "timestamptz");
        UnnestRows changed = new UnnestRows("text", "uuid", "text", "text", "int", "text", "timestamptz");
        changes.forEach((id, change) -> {
            if (change.created == null) {
                changed.add(
                        tenant, id, change.code, change.status, change.version, change.conditions, change.updatedAt);
            } else {
                created.add(
                        tenant,
                        id,
                        change.createdPosition,
                        change.code,
                        change.created.conditions().type(),
                        change.status,
                        change.version,
                        change.conditions,
                        change.createdAt,
                        change.updatedAt);
            }
        });
        created.write(connection, INSERT);
        changed.write(connection, UPDATE);
    }

    /** What a batch changes of one product; what it leaves alone is null. */
    private static final class Change {
        private @Nullable ProductCreated created;
        private long createdPosition;
        private @Nullable Instant createdAt;
        private @Nullable Instant updatedAt;
        private @Nullable String code;
        private @Nullable ProductStatus status;
        private @Nullable Integer version;
        private @Nullable String conditions;

        private void create(ProductCreated event, LoggedEvent logged) {
            created = event;
            createdPosition = logged.position();
            createdAt = logged.recordedAt();
            status = ProductStatus.DRAFT;
            become(1, event.conditions());
        }

        private void become(int newVersion, ProductConditions newConditions) {
            version = newVersion;
            conditions = Json.text(newConditions);
            code = newConditions.code().orElse(null);
        }
    }
}
