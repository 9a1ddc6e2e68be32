package io.nexum.query.account;

import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountQuery.GetStatement;
import io.nexum.kernel.account.AccountQuery.Statement;
import io.nexum.kernel.account.AccountQuery.StatementEntry;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionType;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.ReadDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * An account's statement: its journal lines in the order of their booking, with the balance after each. The amounts'
 * signs are turned, for a deposit is the bank's debt and grows on the credit side.
 */
final class StatementAnswer {
    // The closing balance is today's less what was booked after the span: the newest spans are the cheapest.
    private static final String SPAN = """
            SELECT a.currency,
                a.balance + coalesce(sum(p.amount) FILTER (WHERE p.booking_date > :to), 0) AS closing,
                coalesce(sum(-p.amount) FILTER (WHERE p.amount < 0 AND p.booking_date <= :to), 0) AS credits,
                coalesce(sum(p.amount) FILTER (WHERE p.amount > 0 AND p.booking_date <= :to), 0) AS debits,
                count(*) FILTER (WHERE p.booking_date <= :to) AS entries
            FROM account a
            LEFT JOIN posting p ON p.tenant = a.tenant AND p.account_id = a.id AND p.booking_date >= :from
            WHERE a.tenant = :tenant AND a.id = :id
            GROUP BY a.tenant, a.id
            """;

    private static final String ENTRIES = """
            SELECT p.*, t.type, t.description, t.reference,
                CASE WHEN t.from_account = :id THEN t.to_account ELSE t.from_account END AS counterparty
            FROM (
                SELECT position, line, transaction_id, booking_date, value_date, -amount AS amount,
                    :opening + sum(-amount) OVER (ORDER BY booking_date, position, line) AS balance
                FROM (
                    SELECT * FROM posting
                    WHERE tenant = :tenant AND account_id = :id AND booking_date BETWEEN :from AND :to
                    ORDER BY booking_date, position, line
                    LIMIT :end
                ) through_page
                ORDER BY booking_date, position, line
                OFFSET :skip
            ) p
            JOIN transaction t ON t.tenant = :tenant AND t.id = p.transaction_id
            ORDER BY p.booking_date, p.position, p.line
            """;

    private final ReadDatabase database;

    StatementAnswer(ReadDatabase database) {
        this.database = database;
    }

    private record Span(Currency currency, Money closing, Money credits, Money debits, long entries) {
        private Money opening() {
            return closing.minus(credits).plus(debits);
        }
    }

    Statement get(GetStatement query, TenantId tenant) {
        if (query.to().isBefore(query.from())) {
            throw new RefusedException(new Refusals.InvalidValue("to", "the last day must not be before the first"));
        }
        return database.inOneSnapshot(tenant, () -> {
            Span span = span(query, tenant);
            PageRequest page = query.page();
            return new Statement(
                    query.id(),
                    span.currency(),
                    query.from(),
                    query.to(),
                    span.opening(),
                    span.closing(),
                    span.credits(),
                    span.debits(),
                    new Page<>(entries(query, tenant, span), page.skip(), page.limit(), span.entries()));
        });
    }

    private Span span(GetStatement query, TenantId tenant) {
        return database.of(tenant)
                .sql(SPAN)
                .params(parameters(query, tenant))
                .query((row, number) -> {
                    Columns columns = Columns.of(row);
                    Currency currency = columns.currency("currency");
                    return new Span(
                            currency,
                            columns.money("closing", currency),
                            columns.money("credits", currency),
                            columns.money("debits", currency),
                            columns.number("entries"));
                })
                .optional()
                .orElseThrow(() -> AccountAnswers.notFound(query.id()));
    }

    private List<StatementEntry> entries(GetStatement query, TenantId tenant, Span span) {
        return database.of(tenant)
                .sql(ENTRIES)
                .params(parameters(query, tenant))
                .param("opening", span.opening().amount())
                .param("skip", query.page().skip())
                .param("end", (long) query.page().skip() + query.page().limit())
                .query((row, number) -> entry(row, span.currency()))
                .list();
    }

    private static Map<String, Object> parameters(GetStatement query, TenantId tenant) {
        return Map.of("tenant", tenant.value(), "id", query.id().value(), "from", query.from(), "to", query.to());
    }

    private static StatementEntry entry(ResultSet row, Currency currency) throws SQLException {
        Columns columns = Columns.of(row);
        return new StatementEntry(
                columns.number("position"),
                new TransactionId(columns.uuid("transaction_id")),
                columns.constant("type", TransactionType.class),
                columns.date("booking_date"),
                columns.date("value_date"),
                columns.text("description"),
                columns.optionalText("reference"),
                columns.optionalUuid("counterparty").map(AccountId::new),
                columns.money("amount", currency),
                columns.money("balance", currency));
    }
}
