package io.nexum.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PermissionTest {
    /** The words of the API that this one succeeds. */
    private static final Set<String> VOCABULARY = Set.of(
            "create_account",
            "view_account",
            "modify_account",
            "close_account",
            "create_transaction",
            "approve_transaction",
            "reverse_transaction",
            "view_transaction",
            "create_loan",
            "approve_loan",
            "disburse_loan",
            "view_loan",
            "write_off_loan",
            "create_credit_line",
            "modify_credit_limit",
            "view_credit_line",
            "create_customer",
            "view_customer",
            "modify_customer",
            "delete_customer",
            "create_product",
            "modify_product",
            "activate_product",
            "retire_product",
            "view_reports",
            "create_reports",
            "export_reports",
            "start_workflow",
            "approve_workflow_step",
            "manage_users",
            "manage_roles",
            "view_audit_log",
            "system_config",
            "view_collections",
            "manage_collections",
            "assign_collectors");

    @Test
    void every_permission_of_the_vocabulary_exists() {
        assertThat(Permission.all().stream().map(Json::wireName).collect(Collectors.toSet()))
                .containsAll(VOCABULARY);
    }

    @Test
    void banks_are_managed_by_the_users_of_the_platform_s_own_bank_only() {
        assertThat(Authority.ALL.within(TenantId.DEFAULT).may(Permission.MANAGE_TENANTS))
                .isTrue();
        Authority elsewhere = Authority.ALL.within(new TenantId("acme-bank"));
        assertThat(elsewhere.may(Permission.MANAGE_TENANTS)).isFalse();
        assertThat(elsewhere.permissions()).hasSize(Permission.all().size() - 1);
    }
}
