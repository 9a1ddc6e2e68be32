package io.nexum.gateway.tenant;

import io.nexum.gateway.database.TenantStores;
import io.nexum.gateway.request.NewId;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.day.DayCommand.OpenNewBank;
import io.nexum.kernel.ledger.LedgerCommand.SeedChart;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.tenant.Branding;
import io.nexum.kernel.tenant.QuotaOverrides;
import io.nexum.kernel.tenant.SubscriptionTier;
import io.nexum.kernel.tenant.TenantCommand.CreateTenant;
import io.nexum.kernel.tenant.TenantProfile;
import io.nexum.kernel.user.UserCommand.CreateUser;
import io.nexum.kernel.user.UserContact;
import io.nexum.kernel.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a registered tenant a bank that can be worked with. Its first event makes its hash chain. Everything here can be
 * done again without harm, and is at each start: what a crash has left undone is made up for.
 */
public final class TenantOpening {
    private static final String ACTOR = "nexum";
    private static final TenantProfile PLATFORM = new TenantProfile(
            "Nexum",
            "Nexum",
            "The bank that runs this installation",
            Optional.empty(),
            Optional.empty(),
            Branding.NONE,
            SubscriptionTier.ENTERPRISE,
            QuotaOverrides.NONE,
            Optional.empty(),
            Map.of());

    private static final String ADMINISTRATOR = "admin";

    private final TenantStores stores;
    private final Commands commands;
    private final Optional<LocalDate> businessDate;

    /** @param businessDate the date that a new tenant begins with; empty: it goes by the calendar */
    public TenantOpening(TenantStores stores, Commands commands, Optional<LocalDate> businessDate) {
        this.stores = stores;
        this.commands = commands;
        this.businessDate = businessDate;
    }

    /** Gives the tenant a place in the database and a chart of accounts, unless it has them. */
    public void open(TenantId tenant, String correlation, Instant at) {
        stores.open(tenant);
        CommandContext context = CommandContext.of(tenant, ACTOR, correlation, at);
        businessDate.ifPresent(date -> commands.send(new OpenNewBank(date), context));
        commands.send(new SeedChart(), context);
    }

    /** Gives a new tenant the user who lets all others in; one that was moved here brings its own. */
    Optional<AdministratorAnswer> addAdministrator(
            TenantId tenant, TenantProfile profile, OneTimePasswords passwords, CommandContext context) {
        UserId id = new UserId(NewId.next());
        try {
            commands.send(
                    new CreateUser(
                            id,
                            ADMINISTRATOR,
                            new UserContact(profile.contactEmail(), "Administrator"),
                            Optional.empty(),
                            Set.of(new RoleId("admin")),
                            true,
                            Map.of(),
                            Authority.ALL),
                    context);
        } catch (RefusedException e) {
            if (e.refusal() instanceof AlreadyTaken) {
                return Optional.empty();
            }
            throw e;
        }
        return Optional.of(
                new AdministratorAnswer(id, ADMINISTRATOR, passwords.create(tenant, id.value(), ADMINISTRATOR)));
    }

    /** @param oneTimePassword told once; the first login asks for another */
    record AdministratorAnswer(UserId userId, String username, String oneTimePassword) {
        @Override
        public String toString() {
            return "AdministratorAnswer[username=" + username + "]";
        }
    }

    /** Opens the tenant that runs the installation, and registers it unless it is. */
    public void openPlatform(String correlation, Instant at) {
        open(TenantId.DEFAULT, correlation, at);
        try {
            commands.send(
                    new CreateTenant(TenantId.DEFAULT, "DEFAULT", PLATFORM),
                    CommandContext.of(TenantId.DEFAULT, ACTOR, correlation, at));
        } catch (RefusedException e) {
            if (!(e.refusal() instanceof AlreadyTaken)) {
                throw e;
            }
        }
    }
}
