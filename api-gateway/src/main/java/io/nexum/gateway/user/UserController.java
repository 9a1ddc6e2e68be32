package io.nexum.gateway.user;

import io.nexum.gateway.access.ForEveryUser;
import io.nexum.gateway.access.Needs;
import io.nexum.gateway.access.RefusedPermissions;
import io.nexum.gateway.access.UserIdentity;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.request.Names;
import io.nexum.gateway.request.NewId;
import io.nexum.gateway.request.Paging;
import io.nexum.gateway.request.Parameters;
import io.nexum.gateway.user.UserAnswer.PermissionList;
import io.nexum.gateway.user.UserAnswer.UserList;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.user.UserCommand.ActivateUser;
import io.nexum.kernel.user.UserCommand.AssignRole;
import io.nexum.kernel.user.UserCommand.DeactivateUser;
import io.nexum.kernel.user.UserCommand.LockUser;
import io.nexum.kernel.user.UserCommand.RevokeRole;
import io.nexum.kernel.user.UserCommand.UnlockUser;
import io.nexum.kernel.user.UserId;
import io.nexum.kernel.user.UserQuery.FindUsers;
import io.nexum.kernel.user.UserQuery.GetUser;
import io.nexum.kernel.user.UserQuery.UserView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The bank's own people and the roles that they hold. */
@RestController
@Tag(name = "Users and roles")
class UserController {
    private final Queries queries;
    private final NewUsers newUsers;
    private final UserChanges changes;
    private final RefusedPermissions refused;

    UserController(Queries queries, NewUsers newUsers, UserChanges changes, RefusedPermissions refused) {
        this.refused = refused;
        this.queries = queries;
        this.newUsers = newUsers;
        this.changes = changes;
    }

    @Needs(Permission.MANAGE_USERS)
    @GetMapping("/rbac/users")
    @Operation(operationId = "list_users", summary = "List the users")
    UserList findUsers(
            @RequestParam Optional<String> role,
            @RequestParam("is_active") Optional<String> isActive,
            @ParameterObject Paging paging,
            Caller caller) {
        var in = new Parameters();
        var held = in.read("role", role, RoleId::of);
        var active = in.read("is_active", isActive, Forms::flag);
        return UserList.of(queries.ask(new FindUsers(held, active, in.checkedPage(paging)), caller.query()));
    }

    @Needs(Permission.MANAGE_USERS)
    @PostMapping({"/rbac/users", "/auth/users"})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "create_user",
            summary = "Make a user",
            description = "Without a password the answer tells a one-time password, which must be changed at the first"
                    + " login. Nobody gives roles that permit more than they may do themselves.")
    UserAnswer createUser(@RequestBody CreateUserBody body, Caller caller) {
        UserId id = new UserId(NewId.next());
        Optional<String> oneTimePassword = newUsers.create(
                body.command(id, caller.authority()),
                body.password(),
                Granted.inEarnest(caller).command());
        return UserAnswer.of(queries.ask(new GetUser(id), QueryContext.strong(caller.tenant())), oneTimePassword);
    }

    @Needs(Permission.MANAGE_USERS)
    @GetMapping("/rbac/users/{user_id}")
    @Operation(operationId = "get_user", summary = "Get a user")
    UserAnswer getUser(@PathVariable("user_id") String id, Caller caller) {
        return UserAnswer.of(queries.ask(new GetUser(user(id)), caller.query()));
    }

    @Needs(Permission.MANAGE_USERS)
    @PutMapping("/rbac/users/{user_id}")
    @Operation(operationId = "update_user", summary = "Change a user's data; what is left out stays")
    UserAnswer updateUser(@PathVariable("user_id") String id, @RequestBody UpdateUserBody body, Caller caller) {
        return UserAnswer.of(changes.make(body.command(user(id)), caller));
    }

    @Needs(Permission.MANAGE_USERS)
    @PostMapping("/rbac/users/{user_id}/activate")
    @Operation(operationId = "activate_user", summary = "Let a user come in who was deactivated")
    UserAnswer activateUser(@PathVariable("user_id") String id, Caller caller) {
        return UserAnswer.of(changes.letIn(new ActivateUser(user(id)), caller));
    }

    @Needs(Permission.MANAGE_USERS)
    @PostMapping("/rbac/users/{user_id}/deactivate")
    @Operation(
            operationId = "deactivate_user",
            summary = "Keep a user out for good",
            description = "Ends all sessions of the user at once. The last active administrator stays.")
    UserAnswer deactivateUser(@PathVariable("user_id") String id, Caller caller) {
        return UserAnswer.of(changes.keepOut(new DeactivateUser(user(id)), caller));
    }

    @Needs(Permission.MANAGE_USERS)
    @PostMapping("/rbac/users/{user_id}/lock")
    @Operation(
            operationId = "lock_user",
            summary = "Keep a user out for now",
            description = "Ends all sessions of the user at once. The last active administrator stays.")
    UserAnswer lockUser(@PathVariable("user_id") String id, Caller caller) {
        return UserAnswer.of(changes.keepOut(new LockUser(user(id)), caller));
    }

    @Needs(Permission.MANAGE_USERS)
    @PostMapping("/rbac/users/{user_id}/unlock")
    @Operation(
            operationId = "unlock_user",
            summary = "Let a user come in who was locked, or failed to log in too often")
    UserAnswer unlockUser(@PathVariable("user_id") String id, Caller caller) {
        return UserAnswer.of(changes.letIn(new UnlockUser(user(id)), caller));
    }

    @Needs(Permission.MANAGE_USERS)
    @PostMapping("/rbac/users/{user_id}/roles/{role_id}")
    @Operation(operationId = "assign_role_to_user", summary = "Give a user a role")
    UserAnswer assignRole(@PathVariable("user_id") String id, @PathVariable("role_id") String roleId, Caller caller) {
        return UserAnswer.of(changes.raise(new AssignRole(user(id), role(roleId), caller.authority()), caller));
    }

    @Needs(Permission.MANAGE_USERS)
    @DeleteMapping("/rbac/users/{user_id}/roles/{role_id}")
    @Operation(
            operationId = "remove_role_from_user",
            summary = "Take a role from a user",
            description = "The last active administrator keeps the role admin.")
    UserAnswer revokeRole(@PathVariable("user_id") String id, @PathVariable("role_id") String roleId, Caller caller) {
        return UserAnswer.of(changes.make(new RevokeRole(user(id), role(roleId), caller.authority()), caller));
    }

    @ForEveryUser
    @GetMapping("/rbac/users/{user_id}/permissions")
    @Operation(
            operationId = "get_user_permissions",
            summary = "See what a user may do",
            description = "One's own permissions are open to everyone, another's ask for manage_users.")
    PermissionList permissions(
            @PathVariable("user_id") String id,
            @AuthenticationPrincipal @Parameter(hidden = true) UserIdentity identity,
            HttpServletRequest request,
            Caller caller) {
        UserView user = queries.ask(new GetUser(user(id)), caller.query());
        if (!user.username().equals(caller.user()) && !caller.authority().may(Permission.MANAGE_USERS)) {
            refused.saw(identity, Permission.MANAGE_USERS, request);
            throw new AccessDeniedException("another user's permissions ask for the permission manage_users");
        }
        return PermissionList.of(user, changes.authority(user.id(), caller));
    }

    private static UserId user(String id) {
        return Names.inPath("user", id, UserId::of);
    }

    private static RoleId role(String id) {
        return Names.inPath("role", id, RoleId::of);
    }
}
