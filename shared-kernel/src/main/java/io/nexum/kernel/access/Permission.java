package io.nexum.kernel.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a user or an API key may do. Each route asks for one of these; what is not granted is denied. */
public enum Permission {
    CREATE_ACCOUNT,
    VIEW_ACCOUNT,
    MODIFY_ACCOUNT,
    CLOSE_ACCOUNT,
    CREATE_TRANSACTION,
    APPROVE_TRANSACTION,
    REVERSE_TRANSACTION,
    VIEW_TRANSACTION,
    CREATE_LOAN,
    APPROVE_LOAN,
    DISBURSE_LOAN,
    VIEW_LOAN,
    WRITE_OFF_LOAN,
    CREATE_CREDIT_LINE,
    MODIFY_CREDIT_LIMIT,
    VIEW_CREDIT_LINE,
    CREATE_CUSTOMER,
    VIEW_CUSTOMER,
    MODIFY_CUSTOMER,
    /** Closing a customer, and erasing one. */
    DELETE_CUSTOMER,
    CREATE_PRODUCT,
    MODIFY_PRODUCT,
    ACTIVATE_PRODUCT,
    RETIRE_PRODUCT,
    /** The books as well: chart of accounts, journal, trial balance. */
    VIEW_REPORTS,
    CREATE_REPORTS,
    EXPORT_REPORTS,
    START_WORKFLOW,
    APPROVE_WORKFLOW_STEP,
    MANAGE_USERS,
    MANAGE_ROLES,
    VIEW_AUDIT_LOG,
    SYSTEM_CONFIG,
    VIEW_COLLECTIONS,
    MANAGE_COLLECTIONS,
    ASSIGN_COLLECTORS,
    /** Manual journal entries and new general-ledger accounts. */
    POST_JOURNAL_ENTRY,
    /** Personal data in clear; without it they are masked. */
    VIEW_PERSONAL_DATA,
    MANAGE_API_KEYS,
    /** Banks of the installation. Counts only for users of the tenant {@code default}, who run it. */
    MANAGE_TENANTS;

    public static Set<Permission> all() {
        return Collections.unmodifiableSet(EnumSet.allOf(Permission.class));
    }
}
