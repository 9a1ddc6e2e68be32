package io.nexum.gateway.tenant;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.nexum.gateway.settings.BillingRates;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.tenant.TenantQuery.MonthlyUsage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/**
 * What a tenant pays for a month. It is reckoned from what was used when it is asked for, with the rates that are set.
 *
 * @param billingPeriod as in {@code 2026-10}
 * @param totalCost the exact costs added up, rounded half up to the currency's decimals
 * @param dueDate a month's time after the period
 * @param status {@code open} while the month goes on, then {@code pending}
 */
record BillAnswer(
        TenantId tenantId,
        String billingPeriod,
        UsageSummary usageSummary,
        String totalCost,
        Currency currency,
        Instant generatedAt,
        LocalDate dueDate,
        String status) {
    private static final int DAYS_TO_PAY = 30;
    private static final int MONTH_LENGTH = "2026-10".length();

    record UsageSummary(Charge apiCall, Charge transactionProcessing, Charge storage) {}

    /** @param cost quantity times rate, exactly */
    record Charge(
            long quantity,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal rate,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal cost) {
        private static Charge of(long quantity, BigDecimal rate) {
            return new Charge(quantity, rate, rate.multiply(BigDecimal.valueOf(quantity)));
        }
    }

    static BillAnswer of(TenantId tenant, MonthlyUsage used, long apiCalls, BillingRates rates, Instant now) {
        UsageSummary summary = new UsageSummary(
                Charge.of(apiCalls, rates.apiCall()),
                Charge.of(used.transactions(), rates.transaction()),
                Charge.of(used.storedBytes(), rates.storedByte()));
        BigDecimal total = Stream.of(summary.apiCall, summary.transactionProcessing, summary.storage)
                .map(Charge::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(rates.currency().decimals(), RoundingMode.HALF_UP);
        LocalDate end = used.month().plusMonths(1);
        boolean over = !LocalDate.ofInstant(now, ZoneOffset.UTC).isBefore(end);
        return new BillAnswer(
                tenant,
                used.month().toString().substring(0, MONTH_LENGTH),
                summary,
                total.toPlainString(),
                rates.currency(),
                now,
                end.plusDays(DAYS_TO_PAY),
                over ? "pending" : "open");
    }
}
