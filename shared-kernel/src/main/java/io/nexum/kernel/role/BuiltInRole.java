package io.nexum.kernel.role;

import static io.nexum.kernel.access.Permission.*;

import io.nexum.kernel.access.Permission;
import io.nexum.kernel.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The roles that every bank has. They can't be deleted, and what they permit can't be changed. */
public enum BuiltInRole {
    ADMIN("Everything, users and roles among it", Permission.all()),
    BRANCH_MANAGER(
            "Runs a branch: its customers, accounts, transactions, loans and reports, and their approval",
            Set.of(
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
                    CREATE_CREDIT_LINE,
                    MODIFY_CREDIT_LIMIT,
                    VIEW_CREDIT_LINE,
                    CREATE_CUSTOMER,
                    VIEW_CUSTOMER,
                    MODIFY_CUSTOMER,
                    DELETE_CUSTOMER,
                    VIEW_REPORTS,
                    CREATE_REPORTS,
                    EXPORT_REPORTS,
                    START_WORKFLOW,
                    APPROVE_WORKFLOW_STEP,
                    VIEW_COLLECTIONS,
                    MANAGE_COLLECTIONS,
                    ASSIGN_COLLECTORS,
                    VIEW_PERSONAL_DATA)),
    LOAN_OFFICER(
            "Takes on customers and prepares their loans and credit lines; others approve them",
            Set.of(
                    VIEW_ACCOUNT,
                    VIEW_TRANSACTION,
                    CREATE_LOAN,
                    VIEW_LOAN,
                    CREATE_CREDIT_LINE,
                    VIEW_CREDIT_LINE,
                    CREATE_CUSTOMER,
                    VIEW_CUSTOMER,
                    MODIFY_CUSTOMER,
                    VIEW_REPORTS,
                    START_WORKFLOW,
                    VIEW_COLLECTIONS,
                    VIEW_PERSONAL_DATA)),
    TELLER(
            "Serves customers at the counter: opens accounts, moves money, takes back nothing",
            Set.of(
                    CREATE_ACCOUNT,
                    VIEW_ACCOUNT,
                    CREATE_TRANSACTION,
                    VIEW_TRANSACTION,
                    VIEW_LOAN,
                    VIEW_CREDIT_LINE,
                    CREATE_CUSTOMER,
                    VIEW_CUSTOMER,
                    MODIFY_CUSTOMER,
                    START_WORKFLOW,
                    VIEW_PERSONAL_DATA)),
    AUDITOR(
            "Sees all business and the audit log, with personal data masked, and changes nothing",
            Set.of(
                    VIEW_ACCOUNT,
                    VIEW_TRANSACTION,
                    VIEW_LOAN,
                    VIEW_CREDIT_LINE,
                    VIEW_CUSTOMER,
                    VIEW_REPORTS,
                    EXPORT_REPORTS,
                    VIEW_AUDIT_LOG,
                    VIEW_COLLECTIONS)),
    COMPLIANCE_OFFICER(
            "Knows customers, freezes accounts, approves what was held up, and reads the audit log",
            Set.of(
                    VIEW_ACCOUNT,
                    MODIFY_ACCOUNT,
                    APPROVE_TRANSACTION,
                    VIEW_TRANSACTION,
                    VIEW_LOAN,
                    VIEW_CREDIT_LINE,
                    VIEW_CUSTOMER,
                    MODIFY_CUSTOMER,
                    DELETE_CUSTOMER,
                    VIEW_REPORTS,
                    CREATE_REPORTS,
                    EXPORT_REPORTS,
                    START_WORKFLOW,
                    APPROVE_WORKFLOW_STEP,
                    VIEW_AUDIT_LOG,
                    VIEW_COLLECTIONS,
                    VIEW_PERSONAL_DATA)),
    COLLECTOR(
            "Collects what is overdue",
            Set.of(
                    VIEW_ACCOUNT,
                    VIEW_TRANSACTION,
                    VIEW_LOAN,
                    VIEW_CREDIT_LINE,
                    VIEW_CUSTOMER,
                    VIEW_COLLECTIONS,
                    MANAGE_COLLECTIONS,
                    VIEW_PERSONAL_DATA)),
    READ_ONLY(
            "Sees all business, with personal data masked, and changes nothing",
            Set.of(
                    VIEW_ACCOUNT,
                    VIEW_TRANSACTION,
                    VIEW_LOAN,
                    VIEW_CREDIT_LINE,
                    VIEW_CUSTOMER,
                    VIEW_REPORTS,
                    VIEW_COLLECTIONS));

    private static final List<BuiltInRole> ALL = List.of(values());

    @SuppressWarnings("ImmutableEnumChecker") // a record of values that never change
    private final RoleDefinition definition;

    BuiltInRole(String description, Set<Permission> permissions) {
        this.definition = new RoleDefinition(name(), description, permissions, Optional.empty(), Optional.empty());
    }

    public static List<BuiltInRole> all() {
        return ALL;
    }

    /** The built-in role that has an id, if one has. */
    public static Optional<BuiltInRole> of(RoleId id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }

    /**
     * What a role permits: what stands here, with the limits that the bank has set to it, or what the bank says.
     *
     * @param said what the bank said of it last
     */
    public static Optional<RoleDefinition> definition(RoleId id, Optional<RoleDefinition> said) {
        return of(id).map(BuiltInRole::definition)
                .map(builtIn -> said.map(
                                limits -> builtIn.withLimits(limits.maxTransactionAmount(), limits.maxApprovalAmount()))
                        .orElse(builtIn))
                .or(() -> said);
    }

    public RoleId id() {
        return new RoleId(Json.wireName(this));
    }

    /** As it is in a bank that has set no limits to it. */
    public RoleDefinition definition() {
        return definition;
    }
}
