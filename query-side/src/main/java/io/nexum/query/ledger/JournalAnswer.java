package io.nexum.query.ledger;

import io.nexum.kernel.Page;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.LedgerQuery.FindJournalEntries;
import io.nexum.kernel.ledger.LedgerQuery.JournalEntryView;
import io.nexum.kernel.ledger.Side;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.Conditions;
import io.nexum.query.readmodel.ReadDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The journal: what each transaction and each manual entry put in the books. */
final class JournalAnswer {
    private static final int MOST_COUNTED = 100_000;

    /** A transaction's events stand side by side in the log: at most two movements, each with an alert. */
    private static final int EVENTS_OF_A_TRANSACTION = 4;

    // Of an account, an entry is found by the account's own lines; otherwise every entry counts.
    private static final String ENTRIES = """
            FROM (
                SELECT tenant, id AS transaction_id, position, booking_date, value_date, type, description, reference,
                    created_at AS recorded_at
                FROM transaction
                WHERE tenant = :tenant
                UNION ALL
                SELECT tenant, transaction_id, position, booking_date, value_date, 'journal_entry', description,
                    reference, recorded_at
                FROM journal_entry
                WHERE tenant = :tenant
            ) e
            WHERE e.tenant = :tenant {conditions}
            """;

    private static final String HAS_LINE = """
            EXISTS (
                SELECT FROM posting p
                WHERE p.tenant = e.tenant AND p.transaction_id = e.transaction_id AND p.gl_account = :account
                    AND p.position >= e.position AND p.position < e.position + %d
            )""".formatted(EVENTS_OF_A_TRANSACTION);

    private static final String LINES = """
            SELECT e.position AS entry, p.gl_account, coalesce(p.account_id::text, p.sub_account) AS sub_account, p.currency,
                p.amount
            FROM unnest(:positions::bigint[], :transactions::uuid[]) AS e (position, transaction_id)
            JOIN posting p ON p.tenant = :tenant AND p.transaction_id = e.transaction_id
                AND p.position >= e.position AND p.position < e.position + :most_events
            ORDER BY p.position, p.line
            """;

    private final ReadDatabase database;

    JournalAnswer(ReadDatabase database) {
        this.database = database;
    }

    Page<JournalEntryView> find(FindJournalEntries query, TenantId tenant) {
        Conditions conditions = Conditions.of(tenant)
                .and(query.transaction().map(TransactionId::value), "e.transaction_id = :transaction", "transaction")
                .and(query.account().map(GlCode::value), HAS_LINE, "account")
                .and(query.from(), "e.booking_date >= :from", "from")
                .and(query.to(), "e.booking_date <= :to", "to");
        return database.inOneSnapshot(tenant, () -> {
            Page<JournalEntryView> entries = conditions.page(
                    database.of(tenant),
                    "SELECT e.* " + ENTRIES + " ORDER BY e.position DESC",
                    "SELECT count(*) FROM (SELECT 1 " + ENTRIES + " LIMIT " + MOST_COUNTED + ") counted",
                    query.page(),
                    (row, number) -> entry(row));
            Map<Long, List<JournalLine>> lines = lines(entries.items(), tenant);
            return entries.map(entry -> withLines(entry, lines.getOrDefault(entry.position(), List.of())));
        });
    }

    private Map<Long, List<JournalLine>> lines(List<JournalEntryView> entries, TenantId tenant) {
        Map<Long, List<JournalLine>> lines = new HashMap<>();
        database.of(tenant)
                .sql(LINES)
                .param("tenant", tenant.value())
                .param(
                        "positions",
                        entries.stream().map(JournalEntryView::position).toArray(Long[]::new))
                .param(
                        "transactions",
                        entries.stream()
                                .map(entry -> entry.transactionId().value().toString())
                                .toArray(String[]::new))
                .param("most_events", EVENTS_OF_A_TRANSACTION)
                .query(row -> {
                    lines.computeIfAbsent(row.getLong("entry"), absent -> new ArrayList<>())
                            .add(line(row));
                });
        return lines;
    }

    private static JournalEntryView entry(ResultSet row) throws SQLException {
        Columns columns = Columns.of(row);
        return new JournalEntryView(
                new TransactionId(columns.uuid("transaction_id")),
                columns.number("position"),
                columns.date("booking_date"),
                columns.date("value_date"),
                columns.text("type"),
                columns.text("description"),
                columns.optionalText("reference"),
                columns.instant("recorded_at"),
                List.of());
    }

    private static JournalEntryView withLines(JournalEntryView entry, List<JournalLine> lines) {
        return new JournalEntryView(
                entry.transactionId(),
                entry.position(),
                entry.bookingDate(),
                entry.valueDate(),
                entry.type(),
                entry.description(),
                entry.reference(),
                entry.recordedAt(),
                lines);
    }

    private static JournalLine line(ResultSet row) throws SQLException {
        Columns columns = Columns.of(row);
        Currency currency = columns.currency("currency");
        Money signed = columns.money("amount", currency);
        return new JournalLine(
                new GlCode(columns.text("gl_account")),
                columns.optionalText("sub_account"),
                signed.isPositive() ? Side.DEBIT : Side.CREDIT,
                signed.isPositive() ? signed : signed.negated());
    }
}
