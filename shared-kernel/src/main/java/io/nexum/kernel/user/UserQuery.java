package io.nexum.kernel.user;

import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Query;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.role.RoleDefinition;
import io.nexum.kernel.role.RoleId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be asked about users, and the shapes of the answers. */
public sealed interface UserQuery<R> extends Query<R> {
    record GetUser(UserId id) implements UserQuery<UserView> {
        @Override
        public Optional<StreamId> entity() {
            return Optional.of(StreamId.of("user", id));
        }
    }

    /** @param active whether to list those who are not deactivated, or those who are */
    record FindUsers(Optional<RoleId> role, Optional<Boolean> active, PageRequest page)
            implements UserQuery<Page<UserView>> {}

    /** What the user's roles are, if there is such a user. */
    record FindAccess(UserId id) implements UserQuery<Optional<UserAccess>> {
        @Override
        public Optional<StreamId> entity() {
            return Optional.of(StreamId.of("user", id));
        }
    }

    /** @param roles in the order of their names */
    record UserView(
            UserId id,
            String username,
            UserContact contact,
            Optional<String> branchId,
            List<RoleId> roles,
            UserStatus status,
            Map<String, Object> metadata,
            Instant createdAt,
            Instant updatedAt) {}

    record UserAccess(UserStatus status, List<RoleDefinition> roles) {
        /** All that the roles permit, whatever the status. */
        public Authority authority() {
            return roles.stream().map(RoleDefinition::authority).reduce(Authority.NOTHING, Authority::or);
        }
    }
}
