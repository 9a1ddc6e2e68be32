package io.nexum.command.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.Story;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.Refusals.NotFound;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.role.BuiltInRole;
import io.nexum.kernel.role.RoleCommand;
import io.nexum.kernel.role.RoleCommand.CreateRole;
import io.nexum.kernel.role.RoleCommand.DeleteRole;
import io.nexum.kernel.role.RoleCommand.UpdateRole;
import io.nexum.kernel.role.RoleDefinition;
import io.nexum.kernel.role.RoleEvent.RoleCreated;
import io.nexum.kernel.role.RoleEvent.RoleUpdated;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.role.RoleRefusal.AdministratorsHaveNoLimit;
import io.nexum.kernel.role.RoleRefusal.BeyondOwnAuthority;
import io.nexum.kernel.role.RoleRefusal.RoleIsBuiltIn;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The life of a role. */
class RoleLifeTest {
    private static final RoleId CASHIER = new RoleId("cashier");
    private static final RoleId TELLER = BuiltInRole.TELLER.id();
    private static final RoleDefinition DEFINITION = definition("1000.00");

    private final Story bank = new Story();

    private static RoleDefinition definition(String most) {
        return new RoleDefinition(
                "Cashier",
                "Takes cash",
                Set.of(Permission.CREATE_TRANSACTION, Permission.VIEW_ACCOUNT),
                Optional.of(Money.of(most, "USD")),
                Optional.empty());
    }

    private static UpdateRole limit(RoleId role, String most, Authority by) {
        return new UpdateRole(
                role, Optional.empty(), Optional.empty(), Optional.of(Money.of(most, "USD")), Optional.empty(), by);
    }

    @Test
    void a_role_is_made_once_whatever_its_name_is_called() {
        bank.send(new CreateRole(CASHIER, DEFINITION, Authority.ALL));
        assertThat(bank.log()).containsExactly(new RoleCreated(CASHIER, DEFINITION));

        bank.refused(new CreateRole(RoleId.of("CASHIER"), DEFINITION, Authority.ALL), AlreadyTaken.class);
        bank.refused(new CreateRole(TELLER, DEFINITION, Authority.ALL), AlreadyTaken.class);
    }

    @Test
    void a_name_is_free_again_when_its_role_is_deleted() {
        bank.send(new CreateRole(CASHIER, DEFINITION, Authority.ALL));
        bank.send(new DeleteRole(CASHIER));
        bank.refused(new DeleteRole(CASHIER), NotFound.class);
        bank.send(new CreateRole(CASHIER, DEFINITION, Authority.ALL));
    }

    @Test
    void an_update_changes_what_it_names() {
        bank.send(new CreateRole(CASHIER, DEFINITION, Authority.ALL));
        bank.send(limit(CASHIER, "2000.00", Authority.ALL));
        assertThat(bank.log().getLast()).isEqualTo(new RoleUpdated(CASHIER, definition("2000.00")));
        bank.refused(limit(new RoleId("ghost"), "1.00", Authority.ALL), NotFound.class);
    }

    @Test
    void nobody_makes_a_role_that_permits_more_than_they_may_do() {
        Authority own = DEFINITION.authority();
        bank.send(new CreateRole(CASHIER, DEFINITION, own));

        bank.refused(limit(CASHIER, "1000.01", own), BeyondOwnAuthority.class);
        RoleCommand more = new UpdateRole(
                CASHIER,
                Optional.empty(),
                Optional.of(Set.of(Permission.VIEW_ACCOUNT, Permission.MANAGE_USERS)),
                Optional.empty(),
                Optional.empty(),
                own);
        bank.refused(more, BeyondOwnAuthority.class);
        bank.refused(
                new CreateRole(new RoleId("boundless"), DEFINITION.withLimits(Optional.empty(), Optional.empty()), own),
                BeyondOwnAuthority.class);
    }

    @Test
    void a_built_in_role_takes_limits_and_nothing_else() {
        bank.send(limit(TELLER, "500.00", Authority.ALL));
        assertThat(bank.log())
                .containsExactly(new RoleUpdated(
                        TELLER,
                        BuiltInRole.TELLER
                                .definition()
                                .withLimits(Optional.of(Money.of("500.00", "USD")), Optional.empty())));
        bank.refused(new DeleteRole(TELLER), RoleIsBuiltIn.class);
        RoleCommand permissions = new UpdateRole(
                TELLER,
                Optional.empty(),
                Optional.of(Permission.all()),
                Optional.empty(),
                Optional.empty(),
                Authority.ALL);
        bank.refused(permissions, RoleIsBuiltIn.class);
        bank.refused(limit(BuiltInRole.ADMIN.id(), "500.00", Authority.ALL), AdministratorsHaveNoLimit.class);
    }
}
