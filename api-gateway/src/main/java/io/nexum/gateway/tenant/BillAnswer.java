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
import java.util.stream.Stream;

/**
 * What a tenant pays for a month.
 *
 * @param billingPeriod as in {@code 2026-10}
 * @param totalCost the exact costs added up, rounded half up to the currency's decimals
 * @param generatedAt when it was reckoned: now, or once the month was over
 * @param dueDate a month's time after the period
 * @param status {@code open} till an hour after the month's end, then {@code pending} and as it is for good
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

    static BillAnswer of(TenantId tenant, Bill bill) {
        BillingRates rates = bill.rates();
        MonthlyUsage used = bill.used();
        UsageSummary summary = new UsageSummary(
                Charge.of(bill.apiCalls(), rates.apiCall()),
                Charge.of(used.transactions(), rates.transaction()),
                Charge.of(used.storedBytes(), rates.storedByte()));
        BigDecimal total = Stream.of(summary.apiCall, summary.transactionProcessing, summary.storage)
                .map(Charge::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(rates.currency().decimals(), RoundingMode.HALF_UP);
        return new BillAnswer(
                tenant,
                used.month().toString().substring(0, MONTH_LENGTH),
                summary,
                total.toPlainString(),
                rates.currency(),
                bill.drawnUpAt(),
                used.month().plusMonths(1).plusDays(DAYS_TO_PAY),
                bill.isFinal() ? "pending" : "open");
    }
}
