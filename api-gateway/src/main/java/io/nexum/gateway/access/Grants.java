package io.nexum.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.QueryContext.Consistency;
import io.nexum.kernel.Refusal.Kind;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.role.RoleQuery.GetRole;
import io.nexum.kernel.user.UserId;
import io.nexum.kernel.user.UserQuery.FindAccess;
import io.nexum.kernel.user.UserQuery.UserAccess;
import io.nexum.kernel.user.UserStatus;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What each user may do. Asked at every request, so it answers from memory; a change counts at once on the node that
 * made it, and on others within {@link #RECHECK}.
 */
@Component
public class Grants {
    private static final Duration RECHECK = Duration.ofSeconds(4);
    private static final int USERS_CACHED = 100_000;

    private final Queries queries;
    private final Cache<User, Authority> known = Caffeine.newBuilder()
            .maximumSize(USERS_CACHED)
            .expireAfterWrite(RECHECK)
            .build();

    private final Cache<Role, Authority> roles = Caffeine.newBuilder()
            .maximumSize(USERS_CACHED)
            .expireAfterWrite(RECHECK)
            .build();

    private record User(TenantId tenant, UserId id) {}

    private record Role(TenantId tenant, RoleId id) {}

    public Grants(Queries queries) {
        this.queries = queries;
    }

    /** Nothing for a user who is not active, or not there. */
    public Authority of(TenantId tenant, UUID user) {
        return known.get(new User(tenant, new UserId(user)), this::look);
    }

    /** What these roles of the bank permit together; one that it doesn't have permits nothing. */
    public Authority of(TenantId tenant, Set<RoleId> held) {
        return held.stream()
                .map(role -> roles.get(new Role(tenant, role), this::look))
                .reduce(Authority.NOTHING, Authority::or)
                .within(tenant);
    }

    /** To be told when a user was changed, after the read side shows it. */
    public void changed(TenantId tenant, UserId user) {
        known.invalidate(new User(tenant, user));
    }

    /** To be told when a role was changed, after the read side shows it. */
    public void roleChanged(TenantId tenant) {
        known.asMap().keySet().removeIf(user -> user.tenant().equals(tenant));
        roles.asMap().keySet().removeIf(role -> role.tenant().equals(tenant));
    }

    /**
     * The read side may be behind: what waits for it is a change, before it is answered, and not every request. Only for
     * a user whom it doesn't know is it waited for, who may just have been made.
     */
    private Authority look(User user) {
        FindAccess question = new FindAccess(user.id());
        return queries.ask(question, new QueryContext(user.tenant(), Consistency.EVENTUAL))
                .or(() -> queries.ask(question, QueryContext.strong(user.tenant())))
                .filter(access -> access.status() == UserStatus.ACTIVE)
                .map(UserAccess::authority)
                .orElse(Authority.NOTHING)
                .within(user.tenant());
    }

    private Authority look(Role role) {
        try {
            return queries.ask(new GetRole(role.id()), new QueryContext(role.tenant(), Consistency.EVENTUAL))
                    .definition()
                    .authority();
        } catch (RefusedException e) {
            if (e.refusal().kind() == Kind.NOT_FOUND) {
                return Authority.NOTHING;
            }
            throw e;
        }
    }
}
