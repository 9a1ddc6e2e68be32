package io.nexum.kernel.role;

import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Query;
import io.nexum.kernel.log.StreamId;
import java.time.Instant;
import java.util.Optional;

/** What can be asked about roles, and the shape of the answers. */
public sealed interface RoleQuery<R> extends Query<R> {
    record GetRole(RoleId id) implements RoleQuery<RoleView> {
        @Override
        public Optional<StreamId> entity() {
            return Optional.of(StreamId.of("role", id));
        }
    }

    /** The built-in roles, then the bank's own in the order in which they were made. */
    record FindRoles(PageRequest page) implements RoleQuery<Page<RoleView>> {}

    /** @param createdAt absent for a built-in role, as is {@code updatedAt} unless the bank has set it limits */
    record RoleView(
            RoleId id,
            RoleDefinition definition,
            boolean builtIn,
            Optional<Instant> createdAt,
            Optional<Instant> updatedAt) {}
}
