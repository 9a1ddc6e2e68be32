package io.nexum.query.apikey;

import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.apikey.ApiKeyDefinition;
import io.nexum.kernel.apikey.ApiKeyId;
import io.nexum.kernel.apikey.ApiKeyQuery;
import io.nexum.kernel.apikey.ApiKeyQuery.ApiKeyView;
import io.nexum.kernel.apikey.ApiKeyQuery.FindApiKeys;
import io.nexum.kernel.apikey.ApiKeyQuery.GetApiKey;
import io.nexum.kernel.apikey.PreviousSecret;
import io.nexum.kernel.json.Json;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.Conditions;
import io.nexum.query.readmodel.ReadDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Answers every question about API keys. */
public final class ApiKeyAnswers {
    private static final String SELECT = "SELECT * FROM api_key WHERE tenant = :tenant {conditions}";
    private static final String COUNT = "SELECT count(*) FROM api_key WHERE tenant = :tenant {conditions}";

    private final ReadDatabase database;

    public ApiKeyAnswers(ReadDatabase database) {
        this.database = database;
    }

    public Object answer(ApiKeyQuery<?> query, TenantId tenant) {
        return switch (query) {
            case GetApiKey get -> get(get.id(), tenant);
            case FindApiKeys find -> find(find.page(), tenant);
        };
    }

    private ApiKeyView get(ApiKeyId id, TenantId tenant) {
        return Conditions.of(tenant)
                .and("id = :id")
                .with("id", id.value())
                .statement(database.of(tenant), SELECT)
                .query((row, number) -> key(row))
                .optional()
                .orElseThrow(() -> new RefusedException(new Refusals.NotFound("API key", id.toString())));
    }

    private Page<ApiKeyView> find(PageRequest page, TenantId tenant) {
        return Conditions.of(tenant)
                .page(
                        database.of(tenant),
                        SELECT + " ORDER BY created_position DESC",
                        COUNT,
                        page,
                        (row, number) -> key(row));
    }

    private static ApiKeyView key(ResultSet row) throws SQLException {
        Columns columns = Columns.of(row);
        return new ApiKeyView(
                new ApiKeyId(columns.uuid("id")),
                columns.json("definition", ApiKeyDefinition.class),
                columns.uuid("secret_id"),
                columns.optionalText("previous_secret").map(text -> Json.read(text, PreviousSecret.class)),
                columns.text("created_by"),
                columns.instant("created_at"),
                columns.optionalInstant("rotated_at"),
                columns.optionalInstant("revoked_at"));
    }
}
