package io.nexum.query.product;

import io.nexum.kernel.Page;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductQuery;
import io.nexum.kernel.product.ProductQuery.FindProductVersions;
import io.nexum.kernel.product.ProductQuery.FindProducts;
import io.nexum.kernel.product.ProductQuery.GetProduct;
import io.nexum.kernel.product.ProductQuery.ProductVersionView;
import io.nexum.kernel.product.ProductQuery.ProductView;
import io.nexum.kernel.product.ProductStatus;
import io.nexum.kernel.product.ProductVersion;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.Conditions;
import io.nexum.query.readmodel.ReadDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Answers every question about products. */
public final class ProductAnswers {
    private static final String SELECT = "SELECT * FROM product WHERE tenant = :tenant {conditions}";
    private static final String COUNT = "SELECT count(*) FROM product WHERE tenant = :tenant {conditions}";
    private static final String VERSIONS = "SELECT * FROM product_version WHERE tenant = :tenant {conditions}";
    private static final String COUNT_VERSIONS =
            "SELECT count(*) FROM product_version WHERE tenant = :tenant {conditions}";

    private final ReadDatabase database;

    public ProductAnswers(ReadDatabase database) {
        this.database = database;
    }

    public Object answer(ProductQuery<?> query, TenantId tenant) {
        return switch (query) {
            case GetProduct get -> get(get.id(), tenant);
            case FindProducts find -> find(find, tenant);
            case FindProductVersions find -> versions(find, tenant);
        };
    }

    private ProductView get(ProductId id, TenantId tenant) {
        return Conditions.of(tenant)
                .and("id = :id")
                .with("id", id.value())
                .statement(database.of(tenant), SELECT)
                .query((row, number) -> product(row))
                .optional()
                .orElseThrow(() -> new RefusedException(new Refusals.NotFound("product", id.toString())));
    }

    private Page<ProductView> find(FindProducts query, TenantId tenant) {
        return Conditions.of(tenant)
                .and(query.type().map(Json::wireName), "type = :type", "type")
                .and(query.status().map(Json::wireName), "status = :status", "status")
                .and(query.code(), "code = :code", "code")
                .page(
                        database.of(tenant),
                        SELECT + " ORDER BY created_position",
                        COUNT,
                        query.page(),
                        (row, number) -> product(row));
    }

    private Page<ProductVersionView> versions(FindProductVersions query, TenantId tenant) {
        get(query.product(), tenant);
        return Conditions.of(tenant)
                .and("product_id = :product")
                .with("product", query.product().value())
                .page(
                        database.of(tenant),
                        VERSIONS + " ORDER BY version DESC",
                        COUNT_VERSIONS,
                        query.page(),
                        (row, number) -> version(row));
    }

    private static ProductView product(ResultSet row) throws SQLException {
        Columns columns = Columns.of(row);
        return new ProductView(
                new ProductId(columns.uuid("id")),
                Math.toIntExact(columns.number("version")),
                columns.constant("status", ProductStatus.class),
                columns.json("conditions", ProductConditions.class),
                columns.instant("created_at"),
                columns.instant("updated_at"));
    }

    private static ProductVersionView version(ResultSet row) throws SQLException {
        Columns columns = Columns.of(row);
        return new ProductVersionView(
                new ProductVersion(
                        new ProductId(columns.uuid("product_id")), Math.toIntExact(columns.number("version"))),
                columns.json("conditions", ProductConditions.class),
                columns.text("created_by"),
                columns.instant("created_at"));
    }
}
