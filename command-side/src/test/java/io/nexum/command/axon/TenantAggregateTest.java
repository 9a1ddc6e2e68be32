package io.nexum.command.axon;

import static io.nexum.command.axon.EntityFixture.refusal;

import io.nexum.command.tenant.TenantCommands;
import io.nexum.command.tenant.TenantState;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.Refusals.InvalidValues;
import io.nexum.kernel.Refusals.NotFound;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.tenant.Branding;
import io.nexum.kernel.tenant.QuotaOverrides;
import io.nexum.kernel.tenant.SubscriptionTier;
import io.nexum.kernel.tenant.TenantChanges;
import io.nexum.kernel.tenant.TenantCommand;
import io.nexum.kernel.tenant.TenantCommand.ActivateTenant;
import io.nexum.kernel.tenant.TenantCommand.CreateTenant;
import io.nexum.kernel.tenant.TenantCommand.DeactivateTenant;
import io.nexum.kernel.tenant.TenantCommand.UpdateTenant;
import io.nexum.kernel.tenant.TenantEvent.TenantActivated;
import io.nexum.kernel.tenant.TenantEvent.TenantCreated;
import io.nexum.kernel.tenant.TenantEvent.TenantDeactivated;
import io.nexum.kernel.tenant.TenantEvent.TenantUpdated;
import io.nexum.kernel.tenant.TenantProfile;
import io.nexum.kernel.tenant.TenantRefusal.PlatformStaysActive;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The life of a tenant. */
class TenantAggregateTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantProfile PROFILE =
            profile("Acme", SubscriptionTier.BASIC, Map.of("timezone", "Europe/Paris", "colour", "red"));
    private static final TenantCreated CREATED = new TenantCreated(ACME, "ACME", PROFILE);

    private final EntityFixture<TenantCommand> fixture = fixture();

    private static EntityFixture<TenantCommand> fixture() {
        return new EntityFixture<>(TenantState.TYPE, new TenantCommands());
    }

    private static TenantProfile profile(String name, SubscriptionTier tier, Map<String, Object> settings) {
        return new TenantProfile(
                name,
                name,
                "",
                Optional.empty(),
                Optional.empty(),
                Branding.NONE,
                tier,
                QuotaOverrides.NONE,
                Optional.empty(),
                settings);
    }

    private static UpdateTenant update(
            Optional<String> name, Optional<SubscriptionTier> tier, Map<String, Object> settings) {
        return new UpdateTenant(
                ACME,
                new TenantChanges(
                        name,
                        name,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Branding.NONE,
                        tier,
                        QuotaOverrides.NONE,
                        Optional.empty(),
                        settings));
    }

    @Test
    void a_tenant_is_created_once() {
        CreateTenant create = new CreateTenant(ACME, "ACME", PROFILE);
        fixture.given().when(create).expectEvents(CREATED).expectResultMessagePayload(ACME);
        fixture().given(CREATED).when(create).expectException(refusal(AlreadyTaken.class));
    }

    @Test
    void settings_that_can_t_be_right_are_refused() {
        fixture.given()
                .when(new CreateTenant(
                        ACME, "ACME", profile("Acme", SubscriptionTier.FREE, Map.of("timezone", "nowhere"))))
                .expectException(refusal(InvalidValues.class));
    }

    @Test
    void an_update_changes_what_it_names_and_takes_away_what_is_null() {
        Map<String, Object> changes = new HashMap<>();
        changes.put("colour", null);
        changes.put("default_currency", "EUR");
        fixture.given(CREATED)
                .when(update(Optional.of("Acme Ltd"), Optional.of(SubscriptionTier.ENTERPRISE), changes))
                .expectEvents(new TenantUpdated(
                        ACME,
                        profile(
                                "Acme Ltd",
                                SubscriptionTier.ENTERPRISE,
                                Map.of("timezone", "Europe/Paris", "default_currency", "EUR"))));
    }

    @Test
    void an_update_that_changes_nothing_is_no_event() {
        fixture.given(CREATED)
                .when(update(Optional.of("Acme"), Optional.empty(), Map.of()))
                .expectNoEvents();
    }

    @Test
    void what_settings_come_to_together_must_be_right() {
        fixture.given(CREATED)
                .when(update(Optional.empty(), Optional.empty(), Map.of("overdraft_limit", "5.00")))
                .expectException(refusal(InvalidValues.class));
    }

    @Test
    void a_tenant_is_deactivated_and_activated_again() {
        fixture.given(CREATED).when(new DeactivateTenant(ACME)).expectEvents(new TenantDeactivated(ACME));
        fixture()
                .given(CREATED, new TenantDeactivated(ACME))
                .when(new DeactivateTenant(ACME))
                .expectNoEvents();
        fixture()
                .given(CREATED, new TenantDeactivated(ACME))
                .when(new ActivateTenant(ACME))
                .expectEvents(new TenantActivated(ACME));
    }

    @Test
    void the_tenant_that_runs_the_installation_stays_active() {
        fixture.given(new TenantCreated(TenantId.DEFAULT, "DEFAULT", PROFILE))
                .when(new DeactivateTenant(TenantId.DEFAULT))
                .expectException(refusal(PlatformStaysActive.class));
    }

    @Test
    void a_tenant_that_is_not_there_is_not_found() {
        fixture.given().when(new ActivateTenant(ACME)).expectException(refusal(NotFound.class));
    }
}
