package io.nexum.query.user;

import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.user.UserContact;
import io.nexum.kernel.user.UserId;
import io.nexum.kernel.user.UserQuery.UserView;
import io.nexum.kernel.user.UserStatus;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.SealedColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A row of the table {@code bank_user}, its personal data still sealed. */
record UserRow(
        UserId id,
        String username,
        String contact,
        Optional<String> branchId,
        List<RoleId> roles,
        UserStatus status,
        String metadata,
        Instant createdAt,
        Instant updatedAt) {

    static UserRow of(ResultSet row) throws SQLException {
        Columns columns = Columns.of(row);
        return new UserRow(
                new UserId(columns.uuid("id")),
                columns.text("username"),
                columns.text("contact"),
                columns.optionalText("branch_id"),
                columns.optionalText("roles").stream()
                        .flatMap(roles -> Stream.of(roles.split(",", -1)))
                        .map(RoleId::new)
                        .toList(),
                columns.constant("status", UserStatus.class),
                columns.text("metadata"),
                columns.instant("created_at"),
                columns.instant("updated_at"));
    }

    StreamId stream() {
        return StreamId.of("user", id);
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    UserView open(SealedColumns columns) {
        Map<String, Object> remarks = columns.open(stream(), UserProjection.METADATA, metadata, LinkedHashMap.class)
                .orElseGet(LinkedHashMap::new);
        return new UserView(
                id,
                username,
                columns.open(stream(), UserProjection.CONTACT, contact, UserContact.class)
                        .orElse(UserContact.ERASED),
                branchId,
                roles,
                status,
                remarks,
                createdAt,
                updatedAt);
    }
}
