package io.nexum.gateway.role;

import io.nexum.gateway.access.Grants;
import io.nexum.gateway.access.Needs;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.request.Names;
import io.nexum.gateway.request.Paging;
import io.nexum.gateway.role.RoleAnswer.RoleList;
import io.nexum.kernel.Commands;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.role.RoleCommand;
import io.nexum.kernel.role.RoleCommand.DeleteRole;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.role.RoleQuery.FindRoles;
import io.nexum.kernel.role.RoleQuery.GetRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Roles: the built-in ones and the bank's own. */
@RestController
@RequestMapping("/rbac/roles")
@Tag(name = "Users and roles")
class RoleController {
    private final Commands commands;
    private final Queries queries;
    private final Grants grants;

    RoleController(Commands commands, Queries queries, Grants grants) {
        this.commands = commands;
        this.queries = queries;
        this.grants = grants;
    }

    /** What became of a role. */
    record RoleMessage(String message, RoleId roleId) {}

    @Needs(Permission.MANAGE_ROLES)
    @GetMapping
    @Operation(operationId = "list_roles", summary = "List the roles, the built-in ones first")
    RoleList findRoles(@ParameterObject Paging paging, Caller caller) {
        PageRequest page = paging.page();
        return RoleList.of(queries.ask(new FindRoles(page), caller.query()));
    }

    @Needs(Permission.MANAGE_ROLES)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "create_role",
            summary = "Make a role of the bank's own",
            description = "It may permit what the caller may do, and no more.")
    RoleAnswer createRole(@RequestBody CreateRoleBody body, Caller caller) {
        return change(body.command(caller.authority()), caller);
    }

    @Needs(Permission.MANAGE_ROLES)
    @GetMapping("/{role_id}")
    @Operation(operationId = "get_role", summary = "Get a role by its id or name")
    RoleAnswer getRole(@PathVariable("role_id") String id, Caller caller) {
        return RoleAnswer.of(queries.ask(new GetRole(role(id)), caller.query()));
    }

    @Needs(Permission.MANAGE_ROLES)
    @PutMapping("/{role_id}")
    @Operation(
            operationId = "update_role",
            summary = "Change a role; what is left out stays",
            description = "Of a built-in role the limits can be changed, but not those of admin, which has none.")
    RoleAnswer updateRole(@PathVariable("role_id") String id, @RequestBody UpdateRoleBody body, Caller caller) {
        return change(body.command(role(id), caller.authority()), caller);
    }

    @Needs(Permission.MANAGE_ROLES)
    @DeleteMapping("/{role_id}")
    @Operation(operationId = "delete_role", summary = "Delete a role of the bank's own that nobody holds")
    RoleMessage deleteRole(@PathVariable("role_id") String id, Caller caller) {
        RoleId role = role(id);
        commands.send(new DeleteRole(role), Granted.inEarnest(caller).command());
        return new RoleMessage("role deleted", role);
    }

    /** Waits until the read side shows the change, so that it counts when it is answered. */
    private RoleAnswer change(RoleCommand command, Caller caller) {
        commands.send(command, Granted.inEarnest(caller).command());
        RoleAnswer now = RoleAnswer.of(queries.ask(new GetRole(command.role()), QueryContext.strong(caller.tenant())));
        grants.roleChanged(caller.tenant());
        return now;
    }

    private static RoleId role(String id) {
        return Names.inPath("role", id, RoleId::of);
    }
}
