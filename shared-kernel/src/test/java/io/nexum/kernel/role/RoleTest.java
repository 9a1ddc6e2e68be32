package io.nexum.kernel.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.access.AmountLimit;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.money.Money;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleTest {
    private static final Set<Permission> VIEWS = EnumSet.of(
            Permission.VIEW_ACCOUNT,
            Permission.VIEW_TRANSACTION,
            Permission.VIEW_LOAN,
            Permission.VIEW_CREDIT_LINE,
            Permission.VIEW_CUSTOMER,
            Permission.VIEW_REPORTS,
            Permission.EXPORT_REPORTS,
            Permission.VIEW_AUDIT_LOG,
            Permission.VIEW_COLLECTIONS);

    @Test
    void names_that_differ_in_capitals_or_blanks_are_one_role() {
        assertThat(List.of(RoleId.of("Branch Manager"), RoleId.of("BRANCH-MANAGER"), BuiltInRole.BRANCH_MANAGER.id()))
                .containsOnly(new RoleId("branch_manager"));
        for (String bad : new String[] {"", " x", "a  b", "über", "a/b", "a".repeat(65), "x_"}) {
            assertThatThrownBy(() -> RoleId.of(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void only_administrators_may_do_everything_and_manage_users_and_roles() {
        assertThat(BuiltInRole.ADMIN.definition().authority()).isEqualTo(Authority.ALL);
        for (BuiltInRole role : BuiltInRole.all()) {
            if (role != BuiltInRole.ADMIN) {
                assertThat(role.definition().permissions())
                        .doesNotContain(
                                Permission.MANAGE_USERS,
                                Permission.MANAGE_ROLES,
                                Permission.MANAGE_API_KEYS,
                                Permission.MANAGE_TENANTS,
                                Permission.SYSTEM_CONFIG);
            }
        }
    }

    @Test
    void who_audits_or_only_reads_changes_nothing() {
        assertThat(VIEWS).containsAll(BuiltInRole.AUDITOR.definition().permissions());
        assertThat(VIEWS).containsAll(BuiltInRole.READ_ONLY.definition().permissions());
        assertThat(BuiltInRole.AUDITOR.definition().permissions()).contains(Permission.VIEW_AUDIT_LOG);
        assertThat(BuiltInRole.READ_ONLY.definition().permissions()).doesNotContain(Permission.VIEW_AUDIT_LOG);
    }

    @Test
    void a_role_without_a_limit_that_moves_nothing_lifts_no_other_role_s_limit() {
        Optional<Money> thousand = Optional.of(Money.of("1000.00", "USD"));
        RoleDefinition cashier =
                new RoleDefinition("Cashier", "", Set.of(Permission.CREATE_TRANSACTION), thousand, Optional.empty());

        Authority both =
                cashier.authority().or(BuiltInRole.READ_ONLY.definition().authority());

        assertThat(both.transactions()).isEqualTo(AmountLimit.of(thousand));
        assertThat(both.approvals()).isEqualTo(AmountLimit.NOTHING);
    }
}
