package io.nexum.query.ledger;

import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.ledger.GlAccount;
import io.nexum.kernel.ledger.LedgerQuery.AccountLedgerView;
import io.nexum.kernel.ledger.LedgerQuery.GetAccountLedger;
import io.nexum.kernel.ledger.LedgerQuery.LedgerLine;
import io.nexum.kernel.ledger.Side;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.Conditions;
import io.nexum.query.readmodel.ReadDatabase;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The lines of one general-ledger account in one currency in the order of their booking, with the balance after each. */
final class AccountLedgerAnswer {
    private static final String SPAN = """
            SELECT coalesce(sum(p.amount), 0) AS movement, count(*) AS lines
            FROM posting p
            WHERE p.tenant = :tenant AND p.gl_account = :code AND p.currency = :currency {conditions}
            """;

    // Without a sub-account the days' sums tell the opening balance, without a look at the lines.
    private static final String OPENING_OF_DAYS = """
            SELECT coalesce(sum(d.debit - d.credit), 0)
            FROM gl_day d
            WHERE d.tenant = :tenant AND d.gl_account = :code AND d.currency = :currency
                AND d.booking_date < :from
            """;

    private static final String OPENING_OF_LINES = """
            SELECT coalesce(sum(p.amount), 0)
            FROM posting p
            WHERE p.tenant = :tenant AND p.gl_account = :code AND p.currency = :currency
                AND p.booking_date < :from {conditions}
            """;

    private static final String LINES = """
            SELECT position, transaction_id, booking_date, value_date, amount,
                coalesce(account_id::text, sub_account) AS sub_account,
                :opening + sum(amount) OVER (ORDER BY booking_date, position, line) AS balance
            FROM (
                SELECT * FROM posting p
                WHERE p.tenant = :tenant AND p.gl_account = :code AND p.currency = :currency {conditions}
                ORDER BY p.booking_date, p.position, p.line
                LIMIT :end
            ) through_page
            ORDER BY booking_date, position, line
            OFFSET :skip
            """;

    private final ReadDatabase database;

    AccountLedgerAnswer(ReadDatabase database) {
        this.database = database;
    }

    private record Span(BigDecimal movement, long lines) {}

    AccountLedgerView get(GetAccountLedger query, TenantId tenant) {
        return database.inOneSnapshot(tenant, () -> {
            GlAccount account = LedgerAnswers.account(database, query.account(), tenant);
            Side normalSide = account.type().normalSide();
            BigDecimal opening = opening(query, tenant);
            Conditions conditions = of(query, tenant)
                    .and(query.from(), "p.booking_date >= :from", "from")
                    .and(query.to(), "p.booking_date <= :to", "to");
            Span span = conditions
                    .statement(database.of(tenant), SPAN)
                    .query((row, number) -> new Span(row.getBigDecimal("movement"), row.getLong("lines")))
                    .single();
            PageRequest page = query.page();
            List<LedgerLine> lines = conditions
                    .statement(database.of(tenant), LINES)
                    .param("opening", opening)
                    .param("end", (long) page.skip() + page.limit())
                    .param("skip", page.skip())
                    .query((row, number) -> line(row, query.currency(), normalSide))
                    .list();
            return new AccountLedgerView(
                    account,
                    query.currency(),
                    onSide(opening, query.currency(), normalSide),
                    onSide(opening.add(span.movement()), query.currency(), normalSide),
                    new Page<>(lines, page.skip(), page.limit(), span.lines()));
        });
    }

    private BigDecimal opening(GetAccountLedger query, TenantId tenant) {
        Optional<LocalDate> from = query.from();
        if (from.isEmpty()) {
            return BigDecimal.ZERO;
        }
        return of(query, tenant)
                .with("from", from.get())
                .statement(database.of(tenant), query.subAccount().isPresent() ? OPENING_OF_LINES : OPENING_OF_DAYS)
                .query(BigDecimal.class)
                .single();
    }

    private static Conditions of(GetAccountLedger query, TenantId tenant) {
        Conditions conditions = Conditions.of(tenant)
                .with("code", query.account().value())
                .with("currency", query.currency().code());
        query.subAccount().ifPresent(sub -> {
            Optional<UUID> account = asUuid(sub);
            account.ifPresentOrElse(
                    id -> conditions
                            .and("(p.account_id = :account OR p.sub_account = :sub_account)")
                            .with("account", id)
                            .with("sub_account", sub),
                    () -> conditions.and("p.sub_account = :sub_account").with("sub_account", sub));
        });
        return conditions;
    }

    private static Optional<UUID> asUuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static LedgerLine line(ResultSet row, Currency currency, Side normalSide) throws SQLException {
        Columns columns = Columns.of(row);
        Money signed = columns.money("amount", currency);
        return new LedgerLine(
                columns.number("position"),
                new TransactionId(columns.uuid("transaction_id")),
                columns.date("booking_date"),
                columns.date("value_date"),
                columns.optionalText("sub_account"),
                signed.isPositive() ? Side.DEBIT : Side.CREDIT,
                signed.isPositive() ? signed : signed.negated(),
                onSide(columns.decimal("balance"), currency, normalSide));
    }

    private static Money onSide(BigDecimal signed, Currency currency, Side normalSide) {
        return Money.of(normalSide == Side.DEBIT ? signed : signed.negate(), currency);
    }
}
