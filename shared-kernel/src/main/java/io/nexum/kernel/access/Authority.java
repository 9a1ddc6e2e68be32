package io.nexum.kernel.access;

import io.nexum.kernel.TenantId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What somebody may do.
 *
 * @param transactions how much they may move at once
 * @param approvals how much they may approve at once
 */
public record Authority(Set<Permission> permissions, AmountLimit transactions, AmountLimit approvals) {
    /** Everything, as the bank's administrators and the program itself may. */
    public static final Authority ALL = new Authority(Permission.all(), AmountLimit.NONE, AmountLimit.NONE);

    public static final Authority NOTHING = new Authority(Set.of(), AmountLimit.NOTHING, AmountLimit.NOTHING);

    public Authority {
        permissions = permissions.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(permissions));
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether everything that the other may do may be done with this. */
    public boolean covers(Authority other) {
        return permissions.containsAll(other.permissions)
                && transactions.covers(other.transactions)
                && approvals.covers(other.approvals);
    }

    /** As it counts in a bank: banks are managed by the users of {@link TenantId#DEFAULT} only. */
    public Authority within(TenantId tenant) {
        if (tenant.equals(TenantId.DEFAULT) || !may(Permission.MANAGE_TENANTS)) {
            return this;
        }
        Set<Permission> counting = EnumSet.copyOf(permissions);
        counting.remove(Permission.MANAGE_TENANTS);
        return new Authority(counting, transactions, approvals);
    }

    /** All that either may do. */
    public Authority or(Authority other) {
        Set<Permission> either = EnumSet.noneOf(Permission.class);
        either.addAll(permissions);
        either.addAll(other.permissions);
        return new Authority(either, transactions.or(other.transactions), approvals.or(other.approvals));
    }
}
