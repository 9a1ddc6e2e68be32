package io.nexum.query.loan;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.loan.CreditStage;
import io.nexum.kernel.loan.Disbursement;
import io.nexum.kernel.loan.LoanEvent.LoanApplied;
import io.nexum.kernel.loan.LoanFigures;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanQuery.Planned;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.product.ProductVersion;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.CopyRows;
import io.nexum.query.readmodel.UnnestRows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a batch reads and writes of the loans' tables. */
final class LoanRows {
    private static final String INSERT = """
            INSERT INTO loan (tenant, id, created_position, customer_id, product_id, product_version, currency, agreement,
                planned, agreed, term_months, purpose, collateral, applied_on, status, earned, charged, as_of, allowance,
                changed_on, created_at, updated_at)
            SELECT tenant, id, created_position, customer_id, product_id, product_version, currency, agreement, planned,
                agreed, term_months, purpose, collateral, applied_on, 'applied', 0, 0, applied_on, 0, applied_on,
                created_at, created_at
            FROM :rows AS r (tenant, id, created_position, customer_id, product_id, product_version, currency, agreement,
                planned, agreed, term_months, purpose, collateral, applied_on, created_at)
            """;
    private static final String UPDATE = """
            UPDATE loan l
            SET status = r.status, figures = r.figures, next_payment = r.next_payment, earned = r.earned,
                charged = r.charged, as_of = r.as_of, stage = r.stage, allowance = r.allowance,
                changed_on = r.changed_on, updated_at = r.updated_at
            FROM :rows AS r (tenant, id, status, figures, next_payment, earned, charged, as_of, stage, allowance,
                changed_on, updated_at)
            WHERE l.tenant = r.tenant AND l.id = r.id
            """;
    private static final String EARN = """
            UPDATE loan l
            SET earned = l.earned + r.earned, charged = l.charged + r.charged, as_of = r.as_of,
                updated_at = r.updated_at
            FROM :rows AS r (tenant, id, earned, charged, as_of, updated_at)
            WHERE l.tenant = r.tenant AND l.id = r.id
            """;
    private static final String ADD_TO_DAY = """
            INSERT INTO loan_day AS d (tenant, currency, day, interest, principal)
            SELECT * FROM :rows
            ON CONFLICT (tenant, currency, day) DO UPDATE
            SET interest = d.interest + EXCLUDED.interest, principal = d.principal + EXCLUDED.principal
            """;

    private final TenantId tenant;
    private final UnnestRows applied = new UnnestRows(
            "text",
            "uuid",
            "bigint",
            "uuid",
            "uuid",
            "int",
            "text",
            "text",
            "text",
            "numeric",
            "int",
            "text",
            "text",
            "date",
            "timestamptz");
    private final UnnestRows changed = new UnnestRows(
            "text",
            "uuid",
            "text",
            "text",
            "date",
            "numeric",
            "numeric",
            "date",
            "text",
            "numeric",
            "date",
            "timestamptz");
    private final UnnestRows earned = new UnnestRows("text", "uuid", "numeric", "numeric", "date", "timestamptz");
    private final CopyRows history = new CopyRows(
            "loan_history", "tenant, loan_id, position, from_date, currency, status, principal, overdue, next_payment");
    private final Map<String, Map<LocalDate, OnDay>> days = new TreeMap<>();

    private record OnDay(BigDecimal interest, BigDecimal principal) {
        OnDay plus(OnDay other) {
            return new OnDay(interest.add(other.interest), principal.add(other.principal));
        }
    }

    LoanRows(TenantId tenant) {
        this.tenant = tenant;
    }

    /** The rows of loans as they are before the batch. */
    Map<LoanId, LoanRow> read(Connection connection, List<LoanId> ids) throws SQLException {
        Map<LoanId, LoanRow> rows = new HashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT * FROM loan WHERE tenant = ? AND id = ANY (?)")) {
            statement.setString(1, tenant.value());
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", ids.stream().map(LoanId::value).toArray()));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.put(new LoanId(Columns.of(found).uuid("id")), row(Columns.of(found)));
                }
            }
        }
        return rows;
    }

    private static LoanRow row(Columns columns) throws SQLException {
        return new LoanRow(
                columns.currency("currency"),
                columns.constant("status", LoanStatus.class),
                columns.optionalText("figures").map(json -> Json.read(json, LoanFigures.class)),
                columns.decimal("earned"),
                columns.decimal("charged"),
                columns.date("as_of"),
                columns.optionalText("stage").map(word -> CreditStage.valueOf(word.toUpperCase(Locale.ROOT))),
                columns.decimal("allowance"),
                columns.date("changed_on"));
    }

    /** The bank's date as it is before the batch, if it closes days. */
    Optional<LocalDate> bankDay(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT date FROM bank_day WHERE tenant = ?")) {
            statement.setString(1, tenant.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, LocalDate.class)) : Optional.empty();
            }
        }
    }

    void add(LoanApplied event, LoggedEvent logged) {
        LoanTerms terms = event.agreement().terms();
        BigDecimal agreed = terms.disbursements().stream()
                .map(Disbursement::amount)
                .map(amount -> amount.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        applied.add(
                tenant,
                event.loan(),
                logged.position(),
                event.customer(),
                event.product().map(ProductVersion::product),
                event.product().map(ProductVersion::version),
                terms.currency(),
                Json.text(event.agreement()),
                Json.text(Planned.of(terms)),
                agreed,
                termMonths(terms),
                event.purpose(),
                event.collateral(),
                event.appliedOn(),
                logged.recordedAt());
    }

    /** All payments at the months or weeks between them: 52 weeks are 12 months. */
    private static int termMonths(LoanTerms terms) {
        LoanTerms.PaymentPlan plan = terms.plan();
        return BigDecimal.valueOf(12L * plan.payments() * plan.frequency().every())
                .divide(BigDecimal.valueOf(plan.frequency().unit().perYear()), 0, RoundingMode.HALF_EVEN)
                .intValueExact();
    }

    void earn(LoanId id, BigDecimal interest, BigDecimal charges, LocalDate asOf, Instant updatedAt) {
        earned.add(tenant, id, interest, charges, asOf, updatedAt);
    }

    void change(LoanId id, LoanRow row, Instant updatedAt) {
        changed.add(
                tenant,
                id,
                row.status,
                row.figures.map(Json::text),
                row.figures.flatMap(LoanFigures::nextPayment),
                row.earned,
                row.charged,
                row.asOf,
                row.stage,
                row.allowance,
                row.changedOn,
                updatedAt);
    }

    void tell(LoanId id, long position, LoanRow row) {
        LoanRow.Shown shown = row.shown();
        history.add(
                tenant,
                id,
                position,
                row.changedOn,
                row.currency,
                shown.status(),
                shown.principal().amount(),
                shown.overdue().amount(),
                shown.nextPayment());
    }

    void onDay(Currency currency, LocalDate day, BigDecimal interest, BigDecimal principal) {
        if (interest.signum() != 0 || principal.signum() != 0) {
            days.computeIfAbsent(currency.code(), code -> new TreeMap<>())
                    .merge(day, new OnDay(interest, principal), OnDay::plus);
        }
    }

    void write(Connection connection) throws SQLException {
        UnnestRows onDays = new UnnestRows("text", "text", "date", "numeric", "numeric");
        days.forEach((currency, sums) ->
                sums.forEach((day, sum) -> onDays.add(tenant, currency, day, sum.interest(), sum.principal())));
        applied.write(connection, INSERT);
        changed.write(connection, UPDATE);
        earned.write(connection, EARN);
        history.write(connection);
        onDays.write(connection, ADD_TO_DAY);
    }
}
