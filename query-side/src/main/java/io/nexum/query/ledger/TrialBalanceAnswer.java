package io.nexum.query.ledger;

import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.ledger.GlAccount;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.LedgerQuery.DateBasis;
import io.nexum.kernel.ledger.LedgerQuery.GetTrialBalance;
import io.nexum.kernel.ledger.LedgerQuery.TrialBalance;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.Conditions;
import io.nexum.query.readmodel.ReadDatabase;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The trial balance, now, as of a day, as of a position of the log, or both. */
final class TrialBalanceAnswer {
    private static final String OF_DAYS = """
            SELECT gl_account, currency, sum(debit) AS debit, sum(credit) AS credit
            FROM gl_day
            WHERE tenant = :tenant {conditions}
            GROUP BY gl_account, currency
            """;

    private static final String OF_LINES = """
            SELECT gl_account, currency,
                coalesce(sum(amount) FILTER (WHERE amount > 0), 0) AS debit,
                coalesce(sum(-amount) FILTER (WHERE amount < 0), 0) AS credit
            FROM posting
            WHERE tenant = :tenant AND position <= :position {conditions}
            GROUP BY gl_account, currency
            """;

    private final ReadDatabase database;

    TrialBalanceAnswer(ReadDatabase database) {
        this.database = database;
    }

    TrialBalance get(GetTrialBalance query, TenantId tenant) {
        query.position().filter(position -> position < 0).ifPresent(position -> {
            throw new RefusedException(new Refusals.InvalidValue("position", "positions start at 1"));
        });
        return database.inOneSnapshot(tenant, () -> {
            long newest = newest(tenant);
            long position = Math.min(query.position().orElse(newest), newest);
            String day = query.basis() == DateBasis.BOOKING_DATE ? "booking_date" : "value_date";
            Conditions conditions =
                    Conditions.of(tenant).with("position", position).and(query.asOf(), day + " <= :as_of", "as_of");
            TrialBalanceSums sums = new TrialBalanceSums();
            conditions
                    .statement(database.of(tenant), position == newest ? OF_DAYS : OF_LINES)
                    .query(row -> {
                        Columns columns = Columns.of(row);
                        sums.add(
                                new GlCode(columns.text("gl_account")),
                                columns.currency("currency"),
                                columns.decimal("debit"),
                                columns.decimal("credit"));
                    });
            return sums.toTrialBalance(position, query.asOf(), chart(tenant));
        });
    }

    private long newest(TenantId tenant) {
        return database.of(tenant)
                .sql("SELECT position FROM projection_position WHERE tenant = :tenant")
                .param("tenant", tenant.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private Map<GlCode, GlAccount> chart(TenantId tenant) {
        return LedgerAnswers.chart(database, tenant).stream()
                .collect(Collectors.toMap(GlAccount::code, Function.identity()));
    }
}
