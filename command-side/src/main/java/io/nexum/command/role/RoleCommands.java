package io.nexum.command.role;

import io.nexum.command.CommandHandler;
import io.nexum.command.Workspace;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.role.BuiltInRole;
import io.nexum.kernel.role.RoleCommand;
import io.nexum.kernel.role.RoleCommand.CreateRole;
import io.nexum.kernel.role.RoleCommand.DeleteRole;
import io.nexum.kernel.role.RoleCommand.UpdateRole;
import io.nexum.kernel.role.RoleDefinition;
import io.nexum.kernel.role.RoleEvent.RoleCreated;
import io.nexum.kernel.role.RoleEvent.RoleDeleted;
import io.nexum.kernel.role.RoleEvent.RoleUpdated;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.role.RoleRefusal;
import java.util.Optional;

/** The life of a role. */
public final class RoleCommands implements CommandHandler<RoleCommand> {
    @Override
    public Class<?> commands() {
        return RoleCommand.class;
    }

    @Override
    public RoleId handle(RoleCommand command, Workspace work) {
        RoleId id = command.role();
        RoleState state = work.load(RoleState.TYPE, RoleState.TYPE.stream(id));
        switch (command) {
            case CreateRole create -> create(create, state, work);
            case UpdateRole update -> update(update, state, work);
            case DeleteRole delete -> delete(id, state, work);
        }
        return id;
    }

    private static void create(CreateRole command, RoleState state, Workspace work) {
        if (RoleRules.definition(command.role(), state).isPresent()) {
            throw new RefusedException(
                    new Refusals.AlreadyTaken("role name", command.role().value()));
        }
        RoleRules.mustCover(command.by(), command.definition().authority(), "this role");
        work.record(new RoleCreated(command.role(), command.definition()));
    }

    private static void update(UpdateRole command, RoleState state, Workspace work) {
        RoleDefinition before = RoleRules.mustBeThere(command.role(), state);
        Optional<BuiltInRole> builtIn = BuiltInRole.of(command.role());
        if (builtIn.isPresent()
                && (command.permissions().isPresent() || command.description().isPresent())) {
            throw new RefusedException(new RoleRefusal.RoleIsBuiltIn(command.role()));
        }
        if (builtIn.filter(BuiltInRole.ADMIN::equals).isPresent()) {
            throw new RefusedException(new RoleRefusal.AdministratorsHaveNoLimit());
        }
        RoleDefinition after = new RoleDefinition(
                before.name(),
                command.description().orElse(before.description()),
                command.permissions().orElse(before.permissions()),
                command.maxTransactionAmount().or(before::maxTransactionAmount),
                command.maxApprovalAmount().or(before::maxApprovalAmount));
        RoleRules.mustCover(command.by(), after.authority(), "this role");
        if (!after.equals(before)) {
            work.record(new RoleUpdated(command.role(), after));
        }
    }

    private static void delete(RoleId id, RoleState state, Workspace work) {
        if (BuiltInRole.of(id).isPresent()) {
            throw new RefusedException(new RoleRefusal.RoleIsBuiltIn(id));
        }
        RoleRules.mustBeThere(id, state);
        if (!state.holders().isEmpty()) {
            throw new RefusedException(
                    new RoleRefusal.RoleIsHeld(id, state.holders().size()));
        }
        work.record(new RoleDeleted(id));
    }
}
