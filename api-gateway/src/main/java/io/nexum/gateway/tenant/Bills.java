package io.nexum.gateway.tenant;

import io.nexum.gateway.settings.BillingRates;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.store.Stores;
import io.nexum.kernel.tenant.TenantQuery.GetMonthlyUsage;
import io.nexum.kernel.tenant.TenantQuery.MonthlyUsage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The monthly bills of each tenant. The bill of a month that is over is kept in the table {@code bill} as it was drawn up
 * first, with the rates that were set then. Several nodes may draw it up at once: the first one's counts.
 */
public final class Bills {
    private static final String KEEP = """
            INSERT INTO bill (tenant, month, api_calls, transactions, stored_bytes,
                currency, rate_api_call, rate_transaction, rate_stored_byte, drawn_up_at)
            SELECT :tenant, used.*, :currency, :apiCall, :transaction, :storedByte, :at
            FROM unnest(:months::date[], :calls::bigint[], :transactions::bigint[], :bytes::bigint[]) AS used
            ON CONFLICT (tenant, month) DO NOTHING
            """;

    private final Stores stores;
    private final Queries queries;
    private final ApiCalls calls;
    private final BillingRates rates;

    /** @param rates of the months that are not billed yet */
    public Bills(Stores stores, Queries queries, ApiCalls calls, BillingRates rates) {
        this.stores = stores;
        this.queries = queries;
        this.calls = calls;
        this.rates = rates;
    }

    /** A bill for each month since the tenant's first, the newest last. Draws up those that are to be kept. */
    List<Bill> of(TenantId tenant, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS); // as fine as the database keeps it
        List<MonthlyUsage> months =
                queries.ask(new GetMonthlyUsage(LocalDate.ofInstant(now, ZoneOffset.UTC)), QueryContext.strong(tenant));
        Map<LocalDate, Bill> kept = kept(tenant);
        Map<LocalDate, Long> sent = calls.byMonth(tenant);
        List<Bill> reckoned = months.stream()
                .map(used -> new Bill(used, sent.getOrDefault(used.month(), 0L), rates, now))
                .toList();
        List<Bill> due = reckoned.stream()
                .filter(bill -> bill.isFinal() && !kept.containsKey(bill.used().month()))
                .toList();
        Map<LocalDate, Bill> known = due.isEmpty() ? kept : keep(due, tenant, now);
        return reckoned.stream()
                .map(bill -> Optional.ofNullable(known.get(bill.used().month())).orElse(bill))
                .toList();
    }

    /** All that are kept afterwards, another node's among them. */
    private Map<LocalDate, Bill> keep(List<Bill> due, TenantId tenant, Instant now) {
        JdbcClient.create(stores.of(tenant))
                .sql(KEEP)
                .param("tenant", tenant.value())
                .param("currency", rates.currency().code())
                .param("apiCall", rates.apiCall())
                .param("transaction", rates.transaction())
                .param("storedByte", rates.storedByte())
                .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("months", column(due, bill -> bill.used().month()))
                .param("calls", column(due, Bill::apiCalls))
                .param("transactions", column(due, bill -> bill.used().transactions()))
                .param("bytes", column(due, bill -> bill.used().storedBytes()))
                .update();
        return kept(tenant);
    }

    private static String[] column(List<Bill> bills, Function<Bill, Object> value) {
        return bills.stream().map(bill -> value.apply(bill).toString()).toArray(String[]::new);
    }

    private Map<LocalDate, Bill> kept(TenantId tenant) {
        Map<LocalDate, Bill> kept = new TreeMap<>();
        JdbcClient.create(stores.of(tenant))
                .sql("SELECT * FROM bill WHERE tenant = :tenant")
                .param("tenant", tenant.value())
                .query((row, number) -> bill(row))
                .list()
                .forEach(bill -> kept.put(bill.used().month(), bill));
        return kept;
    }

    private static Bill bill(ResultSet row) throws SQLException {
        return new Bill(
                new MonthlyUsage(
                        row.getObject("month", LocalDate.class),
                        row.getLong("transactions"),
                        row.getLong("stored_bytes")),
                row.getLong("api_calls"),
                new BillingRates(
                        Currency.of(row.getString("currency")),
                        row.getBigDecimal("rate_api_call"),
                        row.getBigDecimal("rate_transaction"),
                        row.getBigDecimal("rate_stored_byte")),
                row.getObject("drawn_up_at", OffsetDateTime.class).toInstant());
    }
}
