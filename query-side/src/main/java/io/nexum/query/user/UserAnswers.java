package io.nexum.query.user;

import io.nexum.kernel.Page;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.privacy.PersonalData;
import io.nexum.kernel.role.BuiltInRole;
import io.nexum.kernel.role.RoleDefinition;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.user.UserId;
import io.nexum.kernel.user.UserQuery;
import io.nexum.kernel.user.UserQuery.FindAccess;
import io.nexum.kernel.user.UserQuery.FindUsers;
import io.nexum.kernel.user.UserQuery.GetUser;
import io.nexum.kernel.user.UserQuery.UserAccess;
import io.nexum.kernel.user.UserQuery.UserView;
import io.nexum.kernel.user.UserStatus;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.Conditions;
import io.nexum.query.readmodel.ReadDatabase;
import io.nexum.query.readmodel.SealedColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Answers every question about users. */
public final class UserAnswers {
    private static final String SELECT = """
            SELECT u.*, (
                SELECT string_agg(h.role, ',' ORDER BY h.role)
                FROM bank_user_role h
                WHERE h.tenant = u.tenant AND h.user_id = u.id
            ) AS roles
            FROM bank_user u
            WHERE u.tenant = :tenant {conditions}
            """;

    private static final String ACCESS = """
            SELECT u.status, h.role, r.definition
            FROM bank_user u
                LEFT JOIN bank_user_role h ON h.tenant = u.tenant AND h.user_id = u.id
                LEFT JOIN role r ON r.tenant = h.tenant AND r.id = h.role
            WHERE u.tenant = :tenant AND u.id = :id
            ORDER BY h.role
            """;

    private final ReadDatabase database;
    private final PersonalData personal;

    public UserAnswers(ReadDatabase database, PersonalData personal) {
        this.database = database;
        this.personal = personal;
    }

    public Object answer(UserQuery<?> query, TenantId tenant) {
        return switch (query) {
            case GetUser get -> get(get, tenant);
            case FindUsers find -> find(find, tenant);
            case FindAccess find -> access(find.id(), tenant);
        };
    }

    private UserView get(GetUser query, TenantId tenant) {
        return Conditions.of(tenant)
                .and("u.id = :id")
                .with("id", query.id().value())
                .statement(database.of(tenant), SELECT)
                .query((row, number) -> UserRow.of(row))
                .optional()
                .map(row -> row.open(new SealedColumns(personal, tenant)))
                .orElseThrow(() -> new RefusedException(
                        new Refusals.NotFound("user", query.id().toString())));
    }

    private Page<UserView> find(FindUsers query, TenantId tenant) {
        SealedColumns columns = new SealedColumns(personal, tenant);
        Page<UserRow> page = Conditions.of(tenant)
                .and(query.role().map(RoleId::value), """
                        EXISTS (SELECT FROM bank_user_role h
                                WHERE h.tenant = u.tenant AND h.user_id = u.id AND h.role = :role)""", "role")
                .and(query.active(), "(u.status <> 'inactive') = :active", "active")
                .page(
                        database.of(tenant),
                        SELECT + "ORDER BY u.created_position",
                        "SELECT count(*) FROM bank_user u WHERE u.tenant = :tenant {conditions}",
                        query.page(),
                        (row, number) -> UserRow.of(row));
        columns.fetch(page.items().stream().map(UserRow::stream).toList());
        return page.map(row -> row.open(columns));
    }

    private Optional<UserAccess> access(UserId id, TenantId tenant) {
        List<Holding> rows = database.of(tenant)
                .sql(ACCESS)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query((row, number) -> holding(row))
                .list();
        return rows.stream()
                .findFirst()
                .map(first -> new UserAccess(
                        first.status(),
                        rows.stream().flatMap(row -> row.definition().stream()).toList()));
    }

    /** A user's row for one of their roles. */
    private record Holding(UserStatus status, Optional<RoleDefinition> definition) {}

    private static Holding holding(ResultSet row) throws SQLException {
        Columns columns = Columns.of(row);
        Optional<RoleDefinition> said = columns.optionalText("definition").isPresent()
                ? Optional.of(columns.json("definition", RoleDefinition.class))
                : Optional.empty();
        return new Holding(
                columns.constant("status", UserStatus.class),
                columns.optionalText("role").flatMap(role -> BuiltInRole.definition(new RoleId(role), said)));
    }
}
