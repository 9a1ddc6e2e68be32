package io.nexum.gateway.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.NexumServer;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.settings.BillingRates;
import io.nexum.kernel.Page;
import io.nexum.kernel.Queries;
import io.nexum.kernel.Query;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.tenant.Branding;
import io.nexum.kernel.tenant.QuotaOverrides;
import io.nexum.kernel.tenant.SubscriptionTier;
import io.nexum.kernel.tenant.TenantProfile;
import io.nexum.kernel.tenant.TenantQuery.FindTenants;
import io.nexum.kernel.tenant.TenantQuery.GetMonthlyUsage;
import io.nexum.kernel.tenant.TenantQuery.MonthlyUsage;
import io.nexum.kernel.tenant.TenantQuery.TenantView;
import io.nexum.kernel.tenant.TenantSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bills of a tenant that moved money 15 times in October and 3 times in November. */
class BillsTest {
    private static final Instant NOVEMBER = Instant.parse("2026-11-12T08:00:00Z");
    private static final Instant DECEMBER = Instant.parse("2026-12-02T08:00:00Z");

    private final TenantId tenant = new TenantId("t" + UUID.randomUUID());
    private Database database;
    private ApiCalls calls;

    @BeforeEach
    void open() throws IOException {
        database = NexumServer.running().database();
        calls = ApiCalls.start(database.stores());
    }

    @AfterEach
    void close() {
        calls.close();
        database.close();
    }

    @Test
    void a_month_that_is_over_keeps_the_rates_and_the_usage_that_it_was_billed_by() {
        Bill october = bills("0.10", 15).of(tenant, NOVEMBER).getFirst();

        List<Bill> later = bills("9.99", 77).of(tenant, DECEMBER);

        assertThat(later.getFirst()).isEqualTo(october);
        assertThat(october.rates().transaction()).isEqualTo(new BigDecimal("0.10"));
        assertThat(october.used().transactions()).isEqualTo(15);
        assertThat(october.drawnUpAt()).isEqualTo(NOVEMBER);
    }

    @Test
    void the_running_month_goes_by_the_rates_that_are_set_until_it_is_billed_itself() {
        assertThat(bills("0.10", 15).of(tenant, NOVEMBER).getLast().rates().transaction())
                .isEqualTo(new BigDecimal("0.10"));

        Bill november = bills("0.25", 15).of(tenant, DECEMBER).get(1);

        assertThat(november.rates().transaction()).isEqualTo(new BigDecimal("0.25"));
        assertThat(bills("7", 15).of(tenant, DECEMBER).get(1)).isEqualTo(november);
    }

    @Test
    void all_tenants_are_billed_after_a_month_s_end_though_nobody_asks() {
        Queries queries = queries(15);
        new MonthlyBilling(bills("0.10", 15), new Tenants(queries, true, TenantSettings.NONE), Clock.systemUTC())
                .drawUp(NOVEMBER);

        assertThat(bills("9.99", 15).of(tenant, DECEMBER).getFirst().rates().transaction())
                .isEqualTo(new BigDecimal("0.10"));
    }

    private Bills bills(String perTransaction, long inOctober) {
        return new Bills(
                database.stores(),
                queries(inOctober),
                calls,
                new BillingRates(
                        Currency.of("USD"),
                        new BigDecimal("0.001"),
                        new BigDecimal(perTransaction),
                        new BigDecimal("0.000001")));
    }

    /** Of this one tenant. */
    private Queries queries(long inOctober) {
        return new Queries() {
            @Override
            @SuppressWarnings("unchecked") // each query with its own answer
            public <R> R ask(Query<R> query, QueryContext context) {
                return (R)
                        switch (query) {
                            case GetMonthlyUsage usage -> usage(usage.until(), inOctober);
                            case FindTenants _ -> new Page<>(List.of(registered()), 0, 200, 1);
                            default -> throw new IllegalArgumentException(query.toString());
                        };
            }
        };
    }

    private static List<MonthlyUsage> usage(LocalDate until, long inOctober) {
        return List.of(
                        new MonthlyUsage(LocalDate.of(2026, 10, 1), inOctober, 1_000),
                        new MonthlyUsage(LocalDate.of(2026, 11, 1), 3, 1_200),
                        new MonthlyUsage(LocalDate.of(2026, 12, 1), 0, 1_200))
                .stream()
                .filter(month -> !month.month().isAfter(until))
                .toList();
    }

    private TenantView registered() {
        TenantProfile profile = new TenantProfile(
                "Bank",
                "Bank",
                "",
                Optional.empty(),
                Optional.empty(),
                Branding.NONE,
                SubscriptionTier.BASIC,
                QuotaOverrides.NONE,
                Optional.empty(),
                Map.of());
        return new TenantView(tenant, "BANK", profile, true, NOVEMBER, NOVEMBER);
    }
}
