package io.nexum.query.loan;

import static io.nexum.query.readmodel.ColumnType.BIGINT;
import static io.nexum.query.readmodel.ColumnType.DATE;
import static io.nexum.query.readmodel.ColumnType.INT;
import static io.nexum.query.readmodel.ColumnType.NUMERIC;
import static io.nexum.query.readmodel.ColumnType.TEXT;
import static io.nexum.query.readmodel.ColumnType.TIMESTAMPTZ;
import static io.nexum.query.readmodel.ColumnType.UUID;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.loan.CreditStage;
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
    private final TenantId tenant;
    private final UnnestRows applied;
    private final UnnestRows changed;
    private final UnnestRows earned;
    private final CopyRows history;
    private final Map<String, Map<LocalDate, OnDay>> days = new TreeMap<>();

    private record OnDay(BigDecimal interest, BigDecimal principal) {
        OnDay plus(OnDay other) {
            return new OnDay(interest.add(other.interest), principal.add(other.principal));
        }
    }

    LoanRows(TenantId tenant) {
        this.tenant = tenant;
        this.applied = new UnnestRows("loan", tenant);
        this.changed = new UnnestRows("loan", tenant);
        this.earned = new UnnestRows("loan", tenant);
        this.history = new CopyRows("loan_history", tenant);
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
        applied.row()
                .key("id", UUID, event.loan())
                .set("created_position", BIGINT, logged.position())
                .set("customer_id", UUID, event.customer())
                .set("product_id", UUID, event.product().map(ProductVersion::product))
                .set("product_version", INT, event.product().map(ProductVersion::version))
                .set("currency", TEXT, terms.currency())
                .set("agreement", TEXT, Json.text(event.agreement()))
                .set("planned", TEXT, Json.text(Planned.of(terms)))
                .set("agreed", NUMERIC, terms.principal().amount())
                .set("term_months", INT, terms.months())
                .set("purpose", TEXT, event.purpose())
                .set("collateral", TEXT, event.collateral())
                .set("applied_on", DATE, event.appliedOn())
                .set("created_at", TIMESTAMPTZ, logged.recordedAt());
        set(applied, LoanRow.of(event), logged.recordedAt());
    }

    void earn(LoanId id, BigDecimal interest, BigDecimal charges, LocalDate asOf, Instant updatedAt) {
        earned.row()
                .key("id", UUID, id)
                .plus("earned", NUMERIC, interest)
                .plus("charged", NUMERIC, charges)
                .set("as_of", DATE, asOf)
                .set("updated_at", TIMESTAMPTZ, updatedAt);
    }

    void change(LoanId id, LoanRow row, Instant updatedAt) {
        set(changed.row().key("id", UUID, id), row, updatedAt);
    }

    private static void set(UnnestRows rows, LoanRow row, Instant updatedAt) {
        rows.set("status", TEXT, row.status)
                .set("figures", TEXT, row.figures.map(Json::text))
                .set("next_payment", DATE, row.figures.flatMap(LoanFigures::nextPayment))
                .set("earned", NUMERIC, row.earned)
                .set("charged", NUMERIC, row.charged)
                .set("as_of", DATE, row.asOf)
                .set("stage", TEXT, row.stage)
                .set("allowance", NUMERIC, row.allowance)
                .set("changed_on", DATE, row.changedOn)
                .set("updated_at", TIMESTAMPTZ, updatedAt);
    }

    void tell(LoanId id, long position, LoanRow row) {
        LoanRow.Shown shown = row.shown();
        history.row()
                .set("loan_id", id)
                .set("position", position)
                .set("from_date", row.changedOn)
                .set("currency", row.currency)
                .set("status", shown.status())
                .set("principal", shown.principal().amount())
                .set("overdue", shown.overdue().amount())
                .set("next_payment", shown.nextPayment());
    }

    void onDay(Currency currency, LocalDate day, BigDecimal interest, BigDecimal principal) {
        if (interest.signum() != 0 || principal.signum() != 0) {
            days.computeIfAbsent(currency.code(), code -> new TreeMap<>())
                    .merge(day, new OnDay(interest, principal), OnDay::plus);
        }
    }

    void write(Connection connection) throws SQLException {
        UnnestRows onDays = new UnnestRows("loan_day", tenant);
        days.forEach((currency, sums) -> sums.forEach((day, sum) -> onDays.row()
                .key("currency", TEXT, currency)
                .key("day", DATE, day)
                .plus("interest", NUMERIC, sum.interest())
                .plus("principal", NUMERIC, sum.principal())));
        applied.insert(connection);
        changed.update(connection);
        earned.update(connection);
        history.write(connection);
        onDays.upsert(connection);
    }
}
