package io.nexum.query.loan;

import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.loan.CreditStage;
import io.nexum.kernel.loan.LoanFigures;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanQuery.LoanView;
import io.nexum.kernel.loan.LoanQuery.Planned;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.servicing.LoanAgreement;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductVersion;
import io.nexum.query.readmodel.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** A row of the table {@code loan}. */
record StoredLoan(
        LoanId id,
        CustomerId customer,
        Optional<ProductVersion> product,
        LoanStatus status,
        LoanAgreement agreement,
        Planned planned,
        Optional<String> purpose,
        Optional<String> collateral,
        LocalDate appliedOn,
        LocalDate asOf,
        LocalDate changedOn,
        Optional<LoanFigures> figures,
        Money earned,
        Money charged,
        Optional<CreditStage> stage,
        Money allowance,
        Instant createdAt,
        Instant updatedAt) {

    static StoredLoan of(ResultSet row) throws SQLException {
        Columns columns = Columns.of(row);
        var currency = columns.currency("currency");
        Optional<ProductId> product = columns.optionalUuid("product_id").map(ProductId::new);
        int version = Math.toIntExact(columns.number("product_version"));
        return new StoredLoan(
                new LoanId(columns.uuid("id")),
                new CustomerId(columns.uuid("customer_id")),
                product.map(of -> new ProductVersion(of, version)),
                columns.constant("status", LoanStatus.class),
                columns.json("agreement", LoanAgreement.class),
                columns.json("planned", Planned.class),
                columns.optionalText("purpose"),
                columns.optionalText("collateral"),
                columns.date("applied_on"),
                columns.date("as_of"),
                columns.date("changed_on"),
                columns.optionalText("figures").map(json -> Json.read(json, LoanFigures.class)),
                columns.money("earned", currency),
                columns.money("charged", currency),
                columns.optionalText("stage").map(word -> CreditStage.valueOf(word.toUpperCase(Locale.ROOT))),
                columns.money("allowance", currency),
                columns.instant("created_at"),
                columns.instant("updated_at"));
    }

    /** The last day whose late fees count on a day: what is not charged yet is charged to who asks for a later one. */
    LocalDate lateThrough(LocalDate day) {
        return day.isAfter(asOf) ? day : asOf;
    }

    /** As the row has it, with what was earned and charged since its figures were told. */
    LoanView view(LocalDate day) {
        return view(
                day,
                status,
                figures.map(told -> new LoanFigures(
                        asOf,
                        told.lateThrough(),
                        told.paidOut(),
                        told.principal(),
                        told.interest().plus(earned),
                        told.fees(),
                        told.penalties().plus(charged),
                        told.credit(),
                        told.interestEarned().plus(earned),
                        told.overdueSince(),
                        told.overdue(),
                        told.nextPayment(),
                        told.nextPaymentAmount(),
                        told.payments(),
                        told.openPayments(),
                        told.outlook())));
    }

    LoanView view(LocalDate day, LoanStatus then, Optional<LoanFigures> now) {
        return new LoanView(
                id,
                customer,
                product,
                then,
                agreement,
                planned,
                purpose,
                collateral,
                appliedOn,
                day,
                now,
                then.takesPayments() ? daysPastDue(now, day) : 0,
                stage,
                allowance,
                createdAt,
                updatedAt);
    }

    private static int daysPastDue(Optional<LoanFigures> now, LocalDate day) {
        return now.flatMap(LoanFigures::nextPayment)
                .map(due -> Math.max(0, (int) ChronoUnit.DAYS.between(due, day)))
                .orElse(0);
    }
}
