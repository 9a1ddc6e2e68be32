package io.nexum.gateway.tenant;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.request.Names;
import io.nexum.gateway.request.Paging;
import io.nexum.gateway.request.Parameters;
import io.nexum.gateway.settings.Settings;
import io.nexum.gateway.tenant.TenantOpening.AdministratorAnswer;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Page;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.tenant.TenantCommand;
import io.nexum.kernel.tenant.TenantCommand.ActivateTenant;
import io.nexum.kernel.tenant.TenantCommand.CreateTenant;
import io.nexum.kernel.tenant.TenantCommand.DeactivateTenant;
import io.nexum.kernel.tenant.TenantQuery.FindTenants;
import io.nexum.kernel.tenant.TenantQuery.GetTenant;
import io.nexum.kernel.tenant.TenantQuery.GetTenantStats;
import io.nexum.kernel.tenant.TenantQuery.TenantView;
import io.nexum.kernel.tenant.TenantRefusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The banks of the installation, for those who run it. Lists are bare, and tell in a header how many there are. */
@RestController
@RequestMapping({"/tenants", "/admin/tenants"})
@Tag(name = "Tenants")
class TenantController {
    private static final String TOTAL = "X-Total-Count";

    private final Commands commands;
    private final Queries queries;
    private final Tenants tenants;
    private final TenantOpening opening;
    private final UserCount users;
    private final OneTimePasswords passwords;
    private final Settings settings;

    TenantController(
            Commands commands,
            Queries queries,
            Tenants tenants,
            UserCount users,
            OneTimePasswords passwords,
            Database database,
            Settings settings) {
        this.commands = commands;
        this.queries = queries;
        this.tenants = tenants;
        this.opening =
                new TenantOpening(database.stores(), commands, settings.days().businessDate());
        this.users = users;
        this.passwords = passwords;
        this.settings = settings;
    }

    @Needs(Permission.MANAGE_TENANTS)
    @PostMapping
    @Operation(
            summary = "Create a tenant: a bank with books, an event log and a first user of its own",
            description = "admin_user tells that user's one-time password, here and nowhere else. It is absent if the"
                    + " tenant's books were moved here, with users of their own.")
    ResponseEntity<TenantAnswer> createTenant(@RequestBody CreateTenantBody body, Caller caller) {
        if (!settings.tenants().several()) {
            throw new RefusedException(new TenantRefusal.SingleTenant());
        }
        CreateTenant command = body.command(settings.tenants().defaultTier());
        TenantAnswer answer = register(command, caller);
        opening.open(command.tenant(), caller.correlationId(), caller.at());
        Optional<AdministratorAnswer> administrator = opening.addAdministrator(
                command.tenant(), command.profile(), passwords, inNewTenant(command.tenant(), caller));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(administrator.map(answer::with).orElse(answer));
    }

    @Needs(Permission.MANAGE_TENANTS)
    @GetMapping
    @Operation(summary = "List tenants, the oldest first; the header X-Total-Count tells how many there are")
    ResponseEntity<List<TenantAnswer>> listTenants(
            @RequestParam(name = "is_active") Optional<String> active, @ParameterObject Paging paging, Caller caller) {
        var in = new Parameters();
        var query = new FindTenants(in.read("is_active", active, TenantController::flag), in.checkedPage(paging));
        return bare(queries.ask(query, registry(caller).query()), TenantAnswer::of);
    }

    @Needs(Permission.MANAGE_TENANTS)
    @GetMapping("/{tenant_id}")
    @Operation(summary = "Get a tenant")
    TenantAnswer getTenant(@PathVariable("tenant_id") String id, Caller caller) {
        return TenantAnswer.of(view(id, caller));
    }

    @Needs(Permission.MANAGE_TENANTS)
    @PutMapping("/{tenant_id}")
    @Operation(summary = "Change a tenant; what is left out stays, and of the settings those that are left out")
    TenantAnswer updateTenant(@PathVariable("tenant_id") String id, @RequestBody UpdateTenantBody body, Caller caller) {
        return change(body.command(tenant(id)), caller);
    }

    @Needs(Permission.MANAGE_TENANTS)
    @PostMapping("/{tenant_id}/activate")
    @Operation(summary = "Let a tenant's users in again")
    TenantAnswer activateTenant(@PathVariable("tenant_id") String id, Caller caller) {
        return change(new ActivateTenant(tenant(id)), caller);
    }

    @Needs(Permission.MANAGE_TENANTS)
    @PostMapping("/{tenant_id}/deactivate")
    @Operation(summary = "Keep all of a tenant's users out; its books stay")
    TenantAnswer deactivateTenant(@PathVariable("tenant_id") String id, Caller caller) {
        return change(new DeactivateTenant(tenant(id)), caller);
    }

    @Needs(Permission.MANAGE_TENANTS)
    @GetMapping("/{tenant_id}/stats")
    @Operation(summary = "See what a tenant has and did so far")
    TenantStatsAnswer getTenantStats(@PathVariable("tenant_id") String id, Caller caller) {
        return stats(view(id, caller), caller);
    }

    @Needs(Permission.MANAGE_TENANTS)
    @GetMapping("/usage-report")
    @Operation(
            summary = "See what each active tenant has and did so far",
            description = "The oldest tenant first; the header X-Total-Count tells how many there are.")
    ResponseEntity<List<TenantStatsAnswer>> getUsageReport(@ParameterObject Paging paging, Caller caller) {
        var query = new FindTenants(Optional.of(true), paging.page());
        return bare(queries.ask(query, registry(caller).query()), tenant -> stats(tenant, caller));
    }

    /** One that was registered and never got its first user is finished now. */
    private TenantAnswer register(CreateTenant command, Caller caller) {
        try {
            return change(command, caller);
        } catch (RefusedException e) {
            if (e.refusal() instanceof AlreadyTaken && users.of(command.tenant()) == 0) {
                return TenantAnswer.of(view(command.tenant().value(), caller));
            }
            throw e;
        }
    }

    /** The new tenant's log says that this was not one of its own users. */
    private static CommandContext inNewTenant(TenantId tenant, Caller caller) {
        String own = "@" + TenantId.DEFAULT;
        String actor = caller.user().endsWith(own) ? caller.user() : caller.user() + own;
        return CommandContext.of(tenant, actor, caller.correlationId(), caller.at());
    }

    private TenantAnswer change(TenantCommand command, Caller caller) {
        commands.send(command, Granted.inEarnest(registry(caller)).command());
        tenants.forget(command.tenant());
        return TenantAnswer.of(queries.ask(new GetTenant(command.tenant()), QueryContext.strong(TenantId.DEFAULT)));
    }

    private TenantView view(String id, Caller caller) {
        return queries.ask(new GetTenant(tenant(id)), registry(caller).query());
    }

    private TenantStatsAnswer stats(TenantView tenant, Caller caller) {
        return TenantStatsAnswer.of(
                tenant,
                users.of(tenant.id()),
                queries.ask(new GetTenantStats(), caller.in(tenant.id()).query()));
    }

    /** Whatever tenant the caller acts for, the registry is kept by one. */
    private static Caller registry(Caller caller) {
        return caller.in(TenantId.DEFAULT);
    }

    private static <T, A> ResponseEntity<List<A>> bare(Page<T> page, Function<T, A> shape) {
        return ResponseEntity.ok()
                .header(TOTAL, String.valueOf(page.total()))
                .body(page.items().stream().map(shape).toList());
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    private static TenantId tenant(String id) {
        return Names.inPath("tenant", id, TenantId::new);
    }
}
