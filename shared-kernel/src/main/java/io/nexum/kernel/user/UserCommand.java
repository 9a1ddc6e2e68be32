package io.nexum.kernel.user;

import io.nexum.kernel.Command;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.role.RoleId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be asked for a user. Each answers the user's id. */
public sealed interface UserCommand extends Command<UserId> {
    UserId user();

    /**
     * @param username unique in the bank, whatever its capitals
     * @param by what the one who asks may do: nobody hands out more
     */
    record CreateUser(
            UserId user,
            String username,
            UserContact contact,
            Optional<String> branchId,
            Set<RoleId> roles,
            boolean active,
            Map<String, Object> metadata,
            Authority by)
            implements UserCommand {}

    /** Changes what is present and leaves the rest. */
    record UpdateUser(UserId user, Optional<String> email, Optional<String> fullName, Optional<String> branchId)
            implements UserCommand {}

    record ActivateUser(UserId user) implements UserCommand {}

    record DeactivateUser(UserId user) implements UserCommand {}

    record LockUser(UserId user) implements UserCommand {}

    record UnlockUser(UserId user) implements UserCommand {}

    /** @param by what the one who asks may do */
    record AssignRole(UserId user, RoleId role, Authority by) implements UserCommand {}

    /** @param by what the one who asks may do */
    record RevokeRole(UserId user, RoleId role, Authority by) implements UserCommand {}
}
