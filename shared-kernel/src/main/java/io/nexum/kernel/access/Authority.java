package io.nexum.kernel.access;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.money.Money;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
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

    private static final Set<Permission> MOVE_MONEY = EnumSet.of(
            Permission.CREATE_TRANSACTION,
            Permission.REVERSE_TRANSACTION,
            Permission.POST_JOURNAL_ENTRY,
            Permission.DISBURSE_LOAN,
            Permission.WRITE_OFF_LOAN);
    private static final Set<Permission> APPROVE =
            EnumSet.of(Permission.APPROVE_TRANSACTION, Permission.APPROVE_LOAN, Permission.APPROVE_WORKFLOW_STEP);

    public Authority {
        permissions = permissions.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(permissions));
    }

    /**
     * What permissions and largest amounts together allow. Permissions that let nothing be moved have no say in how much.
     *
     * @param maxTransaction the most that may be moved at once, and then in this currency only; absent: any amount
     * @param maxApproval the most that may be approved at once, likewise
     */
    public static Authority of(
            Set<Permission> permissions, Optional<Money> maxTransaction, Optional<Money> maxApproval) {
        return new Authority(
                permissions, limit(permissions, MOVE_MONEY, maxTransaction), limit(permissions, APPROVE, maxApproval));
    }

    private static AmountLimit limit(Set<Permission> permissions, Set<Permission> asking, Optional<Money> most) {
        return Collections.disjoint(permissions, asking) ? AmountLimit.NOTHING : AmountLimit.of(most);
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
