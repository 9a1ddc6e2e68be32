package io.nexum.query.role;

import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.role.BuiltInRole;
import io.nexum.kernel.role.RoleDefinition;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.role.RoleQuery;
import io.nexum.kernel.role.RoleQuery.FindRoles;
import io.nexum.kernel.role.RoleQuery.GetRole;
import io.nexum.kernel.role.RoleQuery.RoleView;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.Conditions;
import io.nexum.query.readmodel.ReadDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers every question about roles. The built-in ones are in the code; the table has the limits set to them. */
public final class RoleAnswers {
    private static final String SELECT = "SELECT * FROM role WHERE tenant = :tenant {conditions}";
    private static final String COUNT = "SELECT count(*) FROM role WHERE tenant = :tenant {conditions}";

    private final ReadDatabase database;

    public RoleAnswers(ReadDatabase database) {
        this.database = database;
    }

    public Object answer(RoleQuery<?> query, TenantId tenant) {
        return switch (query) {
            case GetRole get -> get(get, tenant);
            case FindRoles find -> find(find.page(), tenant);
        };
    }

    private RoleView get(GetRole query, TenantId tenant) {
        Optional<RoleView> row = Conditions.of(tenant)
                .and("id = :id")
                .with("id", query.id().value())
                .statement(database.of(tenant), SELECT)
                .query((result, number) -> role(result))
                .optional();
        return BuiltInRole.of(query.id())
                .map(builtIn -> view(builtIn, row))
                .or(() -> row)
                .orElseThrow(() -> new RefusedException(
                        new Refusals.NotFound("role", query.id().value())));
    }

    private Page<RoleView> find(PageRequest page, TenantId tenant) {
        Map<RoleId, RoleView> limited = Conditions.of(tenant)
                .and("created_position IS NULL")
                .statement(database.of(tenant), SELECT)
                .query((row, number) -> role(row))
                .list()
                .stream()
                .collect(Collectors.toMap(RoleView::id, Function.identity()));
        List<RoleView> roles = new ArrayList<>();
        BuiltInRole.all().stream()
                .skip(page.skip())
                .limit(page.limit())
                .map(builtIn -> view(builtIn, Optional.ofNullable(limited.get(builtIn.id()))))
                .forEach(roles::add);
        Conditions own = Conditions.of(tenant).and("created_position IS NOT NULL");
        int room = page.limit() - roles.size();
        if (room > 0) {
            roles.addAll(own.statement(
                            database.of(tenant), SELECT + " ORDER BY created_position LIMIT :limit OFFSET :skip")
                    .param("limit", room)
                    .param("skip", Math.max(0, page.skip() - BuiltInRole.all().size()))
                    .query((row, number) -> role(row))
                    .list());
        }
        long total = BuiltInRole.all().size()
                + own.statement(database.of(tenant), COUNT).query(Long.class).single();
        return new Page<>(roles, page.skip(), page.limit(), total);
    }

    private static RoleView view(BuiltInRole role, Optional<RoleView> limited) {
        return new RoleView(
                role.id(),
                BuiltInRole.definition(role.id(), limited.map(RoleView::definition))
                        .orElseThrow(),
                true,
                Optional.empty(),
                limited.flatMap(RoleView::updatedAt));
    }

    private static RoleView role(ResultSet row) throws SQLException {
        Columns columns = Columns.of(row);
        return new RoleView(
                new RoleId(columns.text("id")),
                columns.json("definition", RoleDefinition.class),
                false,
                columns.optionalInstant("created_at"),
                columns.optionalInstant("updated_at"));
    }
}
