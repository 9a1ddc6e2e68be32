package io.nexum.command.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.Story;
import io.nexum.kernel.Command;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.Refusals.NotFound;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.role.BuiltInRole;
import io.nexum.kernel.role.RoleCommand.CreateRole;
import io.nexum.kernel.role.RoleCommand.DeleteRole;
import io.nexum.kernel.role.RoleDefinition;
import io.nexum.kernel.role.RoleEvent.RoleDeleted;
import io.nexum.kernel.role.RoleEvent.RoleHolderAdded;
import io.nexum.kernel.role.RoleEvent.RoleHolderRemoved;
import io.nexum.kernel.role.RoleEvent.RoleHolderResumed;
import io.nexum.kernel.role.RoleEvent.RoleHolderSuspended;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.role.RoleRefusal.BeyondOwnAuthority;
import io.nexum.kernel.role.RoleRefusal.RoleIsHeld;
import io.nexum.kernel.user.UserCommand.ActivateUser;
import io.nexum.kernel.user.UserCommand.AssignRole;
import io.nexum.kernel.user.UserCommand.CreateUser;
import io.nexum.kernel.user.UserCommand.DeactivateUser;
import io.nexum.kernel.user.UserCommand.LockUser;
import io.nexum.kernel.user.UserCommand.RevokeRole;
import io.nexum.kernel.user.UserCommand.UnlockUser;
import io.nexum.kernel.user.UserCommand.UpdateUser;
import io.nexum.kernel.user.UserContact;
import io.nexum.kernel.user.UserEvent.RoleAssigned;
import io.nexum.kernel.user.UserEvent.RoleRevoked;
import io.nexum.kernel.user.UserEvent.UserActivated;
import io.nexum.kernel.user.UserEvent.UserCreated;
import io.nexum.kernel.user.UserEvent.UserDeactivated;
import io.nexum.kernel.user.UserEvent.UserLocked;
import io.nexum.kernel.user.UserEvent.UserUnlocked;
import io.nexum.kernel.user.UserEvent.UserUpdated;
import io.nexum.kernel.user.UserId;
import io.nexum.kernel.user.UserRefusal.LastAdministrator;
import io.nexum.kernel.user.UserRefusal.UserIsLocked;
import io.nexum.kernel.user.UserRefusal.UserNotActive;
import io.nexum.kernel.user.UserStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The life of a user, and the rules about who may be what. */
class UserLifeTest {
    private static final RoleId ADMIN = BuiltInRole.ADMIN.id();
    private static final RoleId TELLER = BuiltInRole.TELLER.id();
    private static final UserContact CONTACT = new UserContact(Optional.of("ada@bank.example"), "Ada Lovelace");

    private final Story bank = new Story();

    private static CreateUser creation(String username, Authority by, RoleId... roles) {
        return new CreateUser(
                new UserId(UUID.randomUUID()), username, CONTACT, Optional.empty(), Set.of(roles), true, Map.of(), by);
    }

    private UserId user(String username, RoleId... roles) {
        return bank.send(creation(username, Authority.ALL, roles));
    }

    private List<DomainEvent> told(Command<?> command) {
        int before = bank.log().size();
        bank.send(command);
        return bank.since(before);
    }

    @Test
    void a_user_is_created_once_with_their_roles() {
        CreateUser create = creation("ada", Authority.ALL, TELLER, ADMIN);

        assertThat(told(create))
                .containsExactly(
                        new UserCreated(
                                create.user(),
                                "ada",
                                CONTACT,
                                Optional.empty(),
                                List.of(ADMIN, TELLER),
                                UserStatus.ACTIVE,
                                Map.of()),
                        new RoleHolderAdded(ADMIN, create.user()),
                        new RoleHolderAdded(TELLER, create.user()));
        bank.refused(create, AlreadyTaken.class);
    }

    @Test
    void two_names_that_differ_in_capitals_only_are_one() {
        user("ada");
        bank.refused(creation("ADA", Authority.ALL), AlreadyTaken.class);
    }

    @Test
    void a_role_that_is_not_there_is_named() {
        assertThat(bank.refused(creation("ada", Authority.ALL, new RoleId("ghost")), InvalidValue.class)
                        .field())
                .isEqualTo("roles");
        bank.refused(new AssignRole(user("bob"), new RoleId("ghost"), Authority.ALL), NotFound.class);
    }

    @Test
    void nobody_gives_or_takes_a_role_that_permits_more_than_they_may_do() {
        Authority manager = BuiltInRole.BRANCH_MANAGER.definition().authority();
        UserId admin = user("admin", ADMIN);
        UserId bob = user("bob");

        bank.refused(creation("eve", manager, ADMIN), BeyondOwnAuthority.class);
        bank.refused(new AssignRole(bob, ADMIN, manager), BeyondOwnAuthority.class);
        bank.refused(new AssignRole(bob, BuiltInRole.AUDITOR.id(), manager), BeyondOwnAuthority.class);
        bank.refused(new RevokeRole(admin, ADMIN, manager), BeyondOwnAuthority.class);
        assertThat(told(new AssignRole(bob, TELLER, manager)))
                .containsExactly(new RoleAssigned(bob, TELLER), new RoleHolderAdded(TELLER, bob));
    }

    @Test
    void what_is_so_already_is_not_told_again() {
        UserId ada = user("ada", TELLER);

        assertThat(told(new AssignRole(ada, TELLER, Authority.ALL))).isEmpty();
        assertThat(told(new ActivateUser(ada))).isEmpty();
        assertThat(told(new UnlockUser(ada))).isEmpty();
        assertThat(told(new UpdateUser(ada, Optional.empty(), Optional.of("Ada Lovelace"), Optional.empty())))
                .isEmpty();
    }

    @Test
    void an_update_changes_what_it_names() {
        UserId ada = user("ada");

        assertThat(told(new UpdateUser(ada, Optional.empty(), Optional.of("Ada King"), Optional.of("london"))))
                .containsExactly(
                        new UserUpdated(ada, new UserContact(CONTACT.email(), "Ada King"), Optional.of("london")));
    }

    @Test
    void users_are_kept_out_and_let_in_again() {
        UserId ada = user("ada", TELLER);

        assertThat(told(new LockUser(ada))).containsExactly(new UserLocked(ada));
        bank.refused(new ActivateUser(ada), UserIsLocked.class);
        assertThat(told(new UnlockUser(ada))).containsExactly(new UserUnlocked(ada));
        assertThat(told(new DeactivateUser(ada))).containsExactly(new UserDeactivated(ada));
        bank.refused(new LockUser(ada), UserNotActive.class);
        bank.refused(new UnlockUser(ada), UserNotActive.class);
        assertThat(told(new ActivateUser(ada))).containsExactly(new UserActivated(ada));
        bank.refused(new DeactivateUser(new UserId(UUID.randomUUID())), NotFound.class);
    }

    @Test
    void the_last_active_administrator_stays() {
        UserId admin = user("admin", ADMIN);

        bank.refused(new DeactivateUser(admin), LastAdministrator.class);
        bank.refused(new LockUser(admin), LastAdministrator.class);
        bank.refused(new RevokeRole(admin, ADMIN, Authority.ALL), LastAdministrator.class);
    }

    @Test
    void an_administrator_who_can_t_act_does_not_count() {
        UserId admin = user("admin", ADMIN);
        UserId second = user("second", ADMIN);

        assertThat(told(new LockUser(second)))
                .containsExactly(new UserLocked(second), new RoleHolderSuspended(ADMIN, second));
        bank.refused(new DeactivateUser(admin), LastAdministrator.class);
        assertThat(told(new UnlockUser(second)))
                .containsExactly(new UserUnlocked(second), new RoleHolderResumed(ADMIN, second));
        assertThat(told(new RevokeRole(admin, ADMIN, Authority.ALL)))
                .containsExactly(new RoleRevoked(admin, ADMIN), new RoleHolderRemoved(ADMIN, admin));
        bank.refused(new LockUser(second), LastAdministrator.class);
    }

    @Test
    void an_administrator_who_was_made_inactive_does_not_count_until_activated() {
        UserId admin = user("admin", ADMIN);
        CreateUser later = new CreateUser(
                new UserId(UUID.randomUUID()),
                "later",
                CONTACT,
                Optional.empty(),
                Set.of(ADMIN),
                false,
                Map.of(),
                Authority.ALL);
        bank.send(later);

        bank.refused(new DeactivateUser(admin), LastAdministrator.class);
        bank.send(new ActivateUser(later.user()));
        assertThat(told(new DeactivateUser(admin)))
                .containsExactly(new UserDeactivated(admin), new RoleHolderSuspended(ADMIN, admin));
    }

    @Test
    void a_role_goes_when_nobody_holds_it() {
        RoleId cashier = RoleId.of("Cashier");
        bank.send(new CreateRole(
                cashier,
                new RoleDefinition("Cashier", "", Set.of(Permission.VIEW_ACCOUNT), Optional.empty(), Optional.empty()),
                Authority.ALL));
        UserId ada = user("ada", cashier);

        bank.refused(new DeleteRole(cashier), RoleIsHeld.class);
        bank.send(new RevokeRole(ada, cashier, Authority.ALL));
        bank.refused(new RevokeRole(ada, cashier, Authority.ALL), NotFound.class);
        assertThat(told(new DeleteRole(cashier))).containsExactly(new RoleDeleted(cashier));
        bank.refused(new AssignRole(ada, cashier, Authority.ALL), NotFound.class);
    }
}
