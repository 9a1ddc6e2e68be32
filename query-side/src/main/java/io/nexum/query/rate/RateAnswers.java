package io.nexum.query.rate;

import io.nexum.kernel.Page;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.rate.ExchangeRate;
import io.nexum.kernel.rate.RateId;
import io.nexum.kernel.rate.RateQuery;
import io.nexum.kernel.rate.RateQuery.FindRates;
import io.nexum.kernel.rate.RateQuery.GetRate;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.Conditions;
import io.nexum.query.readmodel.ReadDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Answers every question about exchange rates. The newest quotation is the one with the latest time of its own. */
public final class RateAnswers {
    private static final String NEWEST_FIRST = """
            SELECT * FROM rate
            WHERE tenant = :tenant {conditions}
            ORDER BY quoted_at DESC, position DESC
            """;

    private final ReadDatabase database;

    public RateAnswers(ReadDatabase database) {
        this.database = database;
    }

    public Object answer(RateQuery<?> query, TenantId tenant) {
        return switch (query) {
            case FindRates find -> find(find, tenant);
            case GetRate get -> get(get, tenant);
        };
    }

    private Page<ExchangeRate> find(FindRates query, TenantId tenant) {
        return Conditions.of(tenant)
                .and(query.base().map(Currency::code), "base = :base", "base")
                .and(query.quote().map(Currency::code), "quote = :quote", "quote")
                .page(
                        database.of(tenant),
                        NEWEST_FIRST,
                        "SELECT count(*) FROM rate WHERE tenant = :tenant {conditions}",
                        query.page(),
                        (row, number) -> rate(row));
    }

    private ExchangeRate get(GetRate query, TenantId tenant) {
        return Conditions.of(tenant)
                .and("base = :base")
                .with("base", query.base().code())
                .and("quote = :quote")
                .with("quote", query.quote().code())
                .statement(database.of(tenant), NEWEST_FIRST + "LIMIT 1")
                .query((row, number) -> rate(row))
                .optional()
                .orElseThrow(
                        () -> new RefusedException(new Refusals.NotFound("rate", query.base() + "-" + query.quote())));
    }

    private static ExchangeRate rate(ResultSet row) throws SQLException {
        Columns columns = Columns.of(row);
        return new ExchangeRate(
                new RateId(columns.uuid("id")),
                columns.currency("base"),
                columns.currency("quote"),
                columns.decimal("rate"),
                columns.text("source"),
                columns.instant("quoted_at"));
    }
}
