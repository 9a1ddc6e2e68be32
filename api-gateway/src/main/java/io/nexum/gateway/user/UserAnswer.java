package io.nexum.gateway.user;

import io.nexum.kernel.Page;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.privacy.Personal;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.user.UserId;
import io.nexum.kernel.user.UserQuery.UserView;
import io.nexum.kernel.user.UserStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A user, flat as its clients read it.
 *
 * @param id the same as {@code userId}
 * @param oneTimePassword told once, when the user was made without a password; it must be changed at the first login
 */
record UserAnswer(
        UserId userId,
        UserId id,
        String username,
        @Personal Optional<String> email,
        @Personal String fullName,
        Optional<String> branchId,
        List<RoleId> roles,
        boolean isActive,
        boolean isLocked,
        @Personal Map<String, Object> metadata,
        Instant createdAt,
        Instant updatedAt,
        Optional<String> oneTimePassword) {
    static UserAnswer of(UserView user) {
        return of(user, Optional.empty());
    }

    static UserAnswer of(UserView user, Optional<String> oneTimePassword) {
        return new UserAnswer(
                user.id(),
                user.id(),
                user.username(),
                user.contact().email(),
                user.contact().fullName(),
                user.branchId(),
                user.roles(),
                user.status() != UserStatus.INACTIVE,
                user.status() == UserStatus.LOCKED,
                user.metadata(),
                user.createdAt(),
                user.updatedAt(),
                oneTimePassword);
    }

    @Override
    public String toString() {
        return "UserAnswer[" + userId + "]";
    }

    record UserList(List<UserAnswer> users, long total, int skip, int limit) {
        static UserList of(Page<UserView> page) {
            return new UserList(
                    page.items().stream().map(UserAnswer::of).toList(), page.total(), page.skip(), page.limit());
        }
    }

    /**
     * What a user may do, by all roles together.
     *
     * @param maxTransactionAmounts the most that may be moved at once in each currency; absent: any amount
     * @param maxApprovalAmounts the most that may be approved at once in each currency; absent: any amount
     */
    record PermissionList(
            UserId userId,
            List<RoleId> roles,
            List<Permission> permissions,
            Optional<List<Money>> maxTransactionAmounts,
            Optional<List<Money>> maxApprovalAmounts) {
        static PermissionList of(UserView user, Authority authority) {
            return new PermissionList(
                    user.id(),
                    user.roles(),
                    List.copyOf(authority.permissions()),
                    authority.transactions().largest(),
                    authority.approvals().largest());
        }
    }
}
