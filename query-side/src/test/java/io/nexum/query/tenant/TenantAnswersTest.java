package io.nexum.query.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.PageRequest;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountEvent.AccountClosed;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.tenant.Branding;
import io.nexum.kernel.tenant.QuotaOverrides;
import io.nexum.kernel.tenant.SubscriptionTier;
import io.nexum.kernel.tenant.TenantEvent.TenantActivated;
import io.nexum.kernel.tenant.TenantEvent.TenantCreated;
import io.nexum.kernel.tenant.TenantEvent.TenantDeactivated;
import io.nexum.kernel.tenant.TenantEvent.TenantUpdated;
import io.nexum.kernel.tenant.TenantProfile;
import io.nexum.kernel.tenant.TenantQuery.FindTenants;
import io.nexum.kernel.tenant.TenantQuery.GetMonthlyUsage;
import io.nexum.kernel.tenant.TenantQuery.GetTenant;
import io.nexum.kernel.tenant.TenantQuery.GetTenantStats;
import io.nexum.kernel.tenant.TenantQuery.MonthlyUsage;
import io.nexum.kernel.tenant.TenantQuery.TenantStats;
import io.nexum.kernel.tenant.TenantQuery.TenantView;
import io.nexum.query.TestBank;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TenantAnswersTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId BEST = new TenantId("best");

    private final TestBank bank = new TestBank();

    @AfterEach
    void close() {
        bank.close();
    }

    private static TenantProfile profile(String name) {
        return new TenantProfile(
                name,
                name,
                "",
                Optional.of("office@acme.example"),
                Optional.empty(),
                Branding.NONE,
                SubscriptionTier.BASIC,
                QuotaOverrides.NONE,
                Optional.empty(),
                Map.of("timezone", "Europe/Paris"));
    }

    @Test
    void a_tenant_is_as_its_last_event_left_it() {
        bank.append(new TenantCreated(ACME, "ACME", profile("Acme")));
        bank.ask(new GetTenant(ACME));
        bank.append(new TenantUpdated(ACME, profile("Acme Ltd")));
        bank.append(new TenantDeactivated(ACME));

        TenantView tenant = bank.ask(new GetTenant(ACME));
        assertThat(tenant.profile()).isEqualTo(profile("Acme Ltd"));
        assertThat(tenant.code()).isEqualTo("ACME");
        assertThat(tenant.active()).isFalse();
        assertThat(tenant.updatedAt()).isAfterOrEqualTo(tenant.createdAt());
    }

    @Test
    void tenants_are_listed_by_age_and_by_whether_they_are_active() {
        bank.append(new TenantCreated(BEST, "BEST", profile("Best")));
        bank.append(new TenantCreated(ACME, "ACME", profile("Acme")));
        bank.append(new TenantDeactivated(BEST));
        bank.append(new TenantDeactivated(ACME));
        bank.append(new TenantActivated(ACME));

        assertThat(bank.ask(new FindTenants(Optional.empty(), PageRequest.FIRST))
                        .items())
                .extracting(TenantView::id)
                .containsExactly(BEST, ACME);
        assertThat(bank.ask(new FindTenants(Optional.of(true), PageRequest.FIRST))
                        .items())
                .extracting(TenantView::id)
                .containsExactly(ACME);
    }

    @Test
    void a_tenant_that_is_not_there_is_not_found() {
        assertThatThrownBy(() -> bank.ask(new GetTenant(ACME)))
                .isInstanceOf(RefusedException.class)
                .hasMessage("there is no tenant acme");
    }

    @Test
    void what_a_tenant_has_and_did_is_counted_from_its_log() {
        AccountId one = bank.account();
        AccountId other = bank.account();
        bank.deposit(one, "100");
        bank.transfer(one, other, "40");
        bank.append(new AccountClosed(bank.account(), "unused"));

        TenantStats stats = bank.ask(new GetTenantStats());
        assertThat(stats.accounts()).isEqualTo(2);
        assertThat(stats.transactions()).isEqualTo(2);
        assertThat(stats.deposits()).containsExactly(Money.of("100", "USD"));
        assertThat(stats.storedBytes()).isPositive();
        assertThat(stats.lastActivity()).isPresent();
    }

    @Test
    void a_month_in_which_nothing_happened_counts_what_is_stored() {
        bank.deposit(bank.account(), "100");
        LocalDate today = LocalDate.ofInstant(bank.log.now(), ZoneOffset.UTC);

        List<MonthlyUsage> months = bank.ask(new GetMonthlyUsage(today.plusMonths(2)));
        assertThat(months)
                .extracting(MonthlyUsage::month)
                .endsWith(today.plusMonths(2).withDayOfMonth(1));
        assertThat(months).hasSizeBetween(3, 4);
        assertThat(months.getLast().transactions()).isZero();
        assertThat(months.getLast().storedBytes()).isPositive();
        assertThat(months.stream().mapToLong(MonthlyUsage::transactions).sum()).isEqualTo(1);
    }
}
