package io.nexum.command.role;

import io.nexum.command.EntityType;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.role.RoleDefinition;
import io.nexum.kernel.role.RoleEvent;
import io.nexum.kernel.role.RoleEvent.RoleCreated;
import io.nexum.kernel.role.RoleEvent.RoleDeleted;
import io.nexum.kernel.role.RoleEvent.RoleHolderAdded;
import io.nexum.kernel.role.RoleEvent.RoleHolderRemoved;
import io.nexum.kernel.role.RoleEvent.RoleHolderResumed;
import io.nexum.kernel.role.RoleEvent.RoleHolderSuspended;
import io.nexum.kernel.role.RoleEvent.RoleUpdated;
import io.nexum.kernel.user.UserId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a role's rules need to know, and how each event changes that.
 *
 * @param defined what was said of it last; absent if nothing was, as of most built-in roles, or it is deleted
 * @param holders who holds it
 * @param suspended those among them who can't act now
 */
public record RoleState(Optional<RoleDefinition> defined, Set<UserId> holders, Set<UserId> suspended) {
    public static final EntityType<RoleState> TYPE = new EntityType<>(
            "role", new RoleState(Optional.empty(), Set.of(), Set.of()), RoleState.class, "1", RoleState::evolve);

    static RoleState evolve(RoleState now, DomainEvent happened) {
        return switch ((RoleEvent) happened) {
            case RoleCreated created -> now.as(Optional.of(created.definition()));
            case RoleUpdated updated -> now.as(Optional.of(updated.definition()));
            case RoleDeleted deleted -> now.as(Optional.empty());
            case RoleHolderAdded added -> new RoleState(now.defined, with(now.holders, added.user()), now.suspended);
            case RoleHolderRemoved removed ->
                new RoleState(
                        now.defined, without(now.holders, removed.user()), without(now.suspended, removed.user()));
            case RoleHolderSuspended suspended ->
                new RoleState(now.defined, now.holders, with(now.suspended, suspended.user()));
            case RoleHolderResumed resumed ->
                new RoleState(now.defined, now.holders, without(now.suspended, resumed.user()));
        };
    }

    /** Whether this user holds the role and can act, and nobody else does. */
    public boolean isOnlyActiveHolder(UserId user) {
        return holders.contains(user)
                && !suspended.contains(user)
                && holders.stream().allMatch(holder -> holder.equals(user) || suspended.contains(holder));
    }

    private RoleState as(Optional<RoleDefinition> definition) {
        return new RoleState(definition, holders, suspended);
    }

    private static Set<UserId> with(Set<UserId> users, UserId user) {
        Set<UserId> more = new HashSet<>(users);
        more.add(user);
        return Set.copyOf(more);
    }

    private static Set<UserId> without(Set<UserId> users, UserId user) {
        Set<UserId> fewer = new HashSet<>(users);
        fewer.remove(user);
        return Set.copyOf(fewer);
    }
}
