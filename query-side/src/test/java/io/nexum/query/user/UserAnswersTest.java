package io.nexum.query.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.PageRequest;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.access.AmountLimit;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.role.BuiltInRole;
import io.nexum.kernel.role.RoleDefinition;
import io.nexum.kernel.role.RoleEvent.RoleCreated;
import io.nexum.kernel.role.RoleEvent.RoleDeleted;
import io.nexum.kernel.role.RoleEvent.RoleUpdated;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.role.RoleQuery.FindRoles;
import io.nexum.kernel.role.RoleQuery.GetRole;
import io.nexum.kernel.role.RoleQuery.RoleView;
import io.nexum.kernel.user.UserContact;
import io.nexum.kernel.user.UserEvent.RoleAssigned;
import io.nexum.kernel.user.UserEvent.RoleRevoked;
import io.nexum.kernel.user.UserEvent.UserCreated;
import io.nexum.kernel.user.UserEvent.UserDeactivated;
import io.nexum.kernel.user.UserEvent.UserLocked;
import io.nexum.kernel.user.UserEvent.UserUpdated;
import io.nexum.kernel.user.UserId;
import io.nexum.kernel.user.UserQuery.FindAccess;
import io.nexum.kernel.user.UserQuery.FindUsers;
import io.nexum.kernel.user.UserQuery.GetUser;
import io.nexum.kernel.user.UserQuery.UserAccess;
import io.nexum.kernel.user.UserQuery.UserView;
import io.nexum.kernel.user.UserStatus;
import io.nexum.query.TestBank;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UserAnswersTest {
    private static final RoleId CASHIER = new RoleId("cashier");
    private static final RoleId TELLER = BuiltInRole.TELLER.id();
    private static final Optional<Money> THOUSAND = Optional.of(Money.of("1000.00", "USD"));
    private static final RoleDefinition DEFINITION = new RoleDefinition(
            "Cashier", "Takes cash", Set.of(Permission.CREATE_TRANSACTION), THOUSAND, Optional.empty());

    private final TestBank bank = new TestBank();

    @AfterEach
    void close() {
        bank.close();
    }

    private UserId user(String username, RoleId... roles) {
        UserId id = new UserId(UUID.randomUUID());
        bank.append(new UserCreated(
                id,
                username,
                new UserContact(Optional.of(username + "@bank.test"), username),
                Optional.empty(),
                List.of(roles),
                UserStatus.ACTIVE,
                Map.of("floor", 3)));
        return id;
    }

    @Test
    void a_user_shows_the_last_word_on_everything() {
        UserId ada = user("ada", CASHIER, TELLER);
        UserContact contact = new UserContact(Optional.of("ada@king.test"), "Ada King");
        bank.append(
                new UserUpdated(ada, contact, Optional.of("london")),
                new RoleRevoked(ada, TELLER),
                new RoleAssigned(ada, new RoleId("auditor")),
                new UserLocked(ada));

        UserView view = bank.ask(new GetUser(ada));

        assertThat(view.username()).isEqualTo("ada");
        assertThat(view.contact()).isEqualTo(contact);
        assertThat(view.branchId()).contains("london");
        assertThat(view.roles()).containsExactly(new RoleId("auditor"), CASHIER);
        assertThat(view.status()).isEqualTo(UserStatus.LOCKED);
        assertThat(view.metadata()).isEqualTo(Map.of("floor", 3));
        assertThatThrownBy(() -> bank.ask(new GetUser(new UserId(UUID.randomUUID()))))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void users_are_found_by_role_and_by_whether_they_are_active() {
        UserId ada = user("ada", TELLER);
        UserId bob = user("bob", TELLER, CASHIER);
        user("eve");
        bank.append(new UserDeactivated(bob));

        assertThat(found(Optional.of(TELLER), Optional.empty())).containsExactly(ada, bob);
        assertThat(found(Optional.of(TELLER), Optional.of(true))).containsExactly(ada);
        assertThat(found(Optional.empty(), Optional.of(false))).containsExactly(bob);
        assertThat(bank.ask(new FindUsers(Optional.empty(), Optional.empty(), new PageRequest(1, 1)))
                        .total())
                .isEqualTo(3);
    }

    private List<UserId> found(Optional<RoleId> role, Optional<Boolean> active) {
        return bank.ask(new FindUsers(role, active, PageRequest.FIRST)).items().stream()
                .map(UserView::id)
                .toList();
    }

    @Test
    void what_a_user_may_do_is_what_the_roles_permit_together() {
        bank.append(new RoleCreated(CASHIER, DEFINITION));
        UserId ada = user("ada", CASHIER, BuiltInRole.AUDITOR.id());

        UserAccess access = bank.ask(new FindAccess(ada)).orElseThrow();

        assertThat(access.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(access.authority().permissions())
                .contains(Permission.CREATE_TRANSACTION, Permission.VIEW_AUDIT_LOG)
                .doesNotContain(Permission.CREATE_ACCOUNT);
        assertThat(access.authority().transactions()).isEqualTo(AmountLimit.of(THOUSAND));
        assertThat(bank.ask(new FindAccess(user("eve")))
                        .orElseThrow()
                        .authority()
                        .permissions())
                .isEmpty();
        assertThat(bank.ask(new FindAccess(new UserId(UUID.randomUUID())))).isEmpty();
    }

    @Test
    void the_built_in_roles_come_first_and_the_bank_s_own_after_them() {
        bank.append(
                new RoleCreated(CASHIER, DEFINITION),
                new RoleCreated(new RoleId("gone"), DEFINITION),
                new RoleDeleted(new RoleId("gone")),
                new RoleUpdated(TELLER, BuiltInRole.TELLER.definition().withLimits(THOUSAND, Optional.empty())));

        var all = bank.ask(new FindRoles(PageRequest.FIRST));
        assertThat(all.total()).isEqualTo(9);
        assertThat(all.items())
                .extracting(RoleView::id)
                .startsWith(BuiltInRole.ADMIN.id())
                .endsWith(CASHIER);
        assertThat(bank.ask(new FindRoles(new PageRequest(7, 2))).items())
                .extracting(RoleView::id)
                .containsExactly(BuiltInRole.READ_ONLY.id(), CASHIER);
        assertThat(bank.ask(new FindRoles(new PageRequest(9, 2))).items()).isEmpty();

        RoleView teller = bank.ask(new GetRole(TELLER));
        assertThat(teller.builtIn()).isTrue();
        assertThat(teller.definition().maxTransactionAmount()).isEqualTo(THOUSAND);
        assertThat(teller.definition().permissions())
                .isEqualTo(BuiltInRole.TELLER.definition().permissions());
        assertThat(bank.ask(new GetRole(CASHIER)).createdAt()).isPresent();
    }

    @Test
    void a_role_that_was_made_anew_is_the_new_one() {
        bank.append(new RoleCreated(CASHIER, DEFINITION));
        bank.ask(new GetRole(CASHIER));
        RoleDefinition other = DEFINITION.withLimits(Optional.empty(), Optional.empty());
        bank.append(new RoleDeleted(CASHIER), new RoleCreated(CASHIER, other));
        assertThat(bank.ask(new GetRole(CASHIER)).definition()).isEqualTo(other);
        bank.append(new RoleDeleted(CASHIER));
        assertThatThrownBy(() -> bank.ask(new GetRole(CASHIER))).isInstanceOf(RefusedException.class);
    }
}
