package io.nexum.query.loan;

import io.nexum.kernel.Page;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.loan.LoanFigures;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanQuery;
import io.nexum.kernel.loan.LoanQuery.FindLoanPayments;
import io.nexum.kernel.loan.LoanQuery.FindLoans;
import io.nexum.kernel.loan.LoanQuery.GetLoan;
import io.nexum.kernel.loan.LoanQuery.GetLoanPayment;
import io.nexum.kernel.loan.LoanQuery.GetLoanSchedule;
import io.nexum.kernel.loan.LoanQuery.GetPayoff;
import io.nexum.kernel.loan.LoanQuery.GetReplannedSchedule;
import io.nexum.kernel.loan.LoanQuery.LoanPaymentView;
import io.nexum.kernel.loan.LoanQuery.LoanScheduleView;
import io.nexum.kernel.loan.LoanQuery.LoanView;
import io.nexum.kernel.loan.LoanQuery.PayoffQuote;
import io.nexum.kernel.loan.LoanRefusal.LoanStatusForbids;
import io.nexum.kernel.loan.LoanRefusal.PaymentNotFound;
import io.nexum.kernel.loan.LoanSchedule;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.servicing.Component;
import io.nexum.kernel.loan.servicing.InstallmentStanding;
import io.nexum.kernel.loan.servicing.LoanBook;
import io.nexum.kernel.loan.servicing.LoanEntry;
import io.nexum.kernel.loan.servicing.LoanStanding;
import io.nexum.kernel.loan.servicing.PaymentSplit;
import io.nexum.kernel.money.Money;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.Conditions;
import io.nexum.query.readmodel.ReadDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Answers every question about loans. Of one loan the book is opened and told as it stands on the day. */
public final class LoanAnswers {
    private static final String LOANS = "SELECT * FROM loan WHERE tenant = :tenant {conditions}";
    private static final String COUNT = "SELECT count(*) FROM loan WHERE tenant = :tenant {conditions}";
    private static final String ENTRIES = "SELECT * FROM loan_entry WHERE tenant = :tenant {conditions}";
    private static final String PAYMENTS =
            "kind IN ('paid', 'goodwill', 'charged_back', 'refunded', 'recovered') AND value_date <= :as_of";

    private final ReadDatabase database;

    public LoanAnswers(ReadDatabase database) {
        this.database = database;
    }

    public Object answer(LoanQuery<?> query, TenantId tenant) {
        return switch (query) {
            case FindLoans find -> find(find, tenant);
            case LoanQuery.OfLoan<?> of ->
                database.inOneSnapshot(tenant, () -> switch (of) {
                    case GetLoan get -> open(get.loan(), get.asOf(), tenant).view();
                    case GetLoanSchedule get -> schedule(open(get.loan(), get.asOf(), tenant));
                    case GetReplannedSchedule get -> replanned(get, tenant);
                    case GetLoanPayment get -> payment(get, tenant);
                    case FindLoanPayments find -> payments(find, tenant);
                    case GetPayoff get -> payoff(get, tenant);
                });
        };
    }

    private LoanScheduleView replanned(GetReplannedSchedule query, TenantId tenant) {
        try {
            return schedule(open(query.loan(), query.plan().date(), Optional.of(query.plan()), tenant));
        } catch (IllegalArgumentException e) {
            String why = e.getMessage();
            throw new RefusedException(new InvalidValue("terms", why == null ? "the loan can't take it" : why));
        }
    }

    private Page<LoanView> find(FindLoans query, TenantId tenant) {
        Conditions conditions = Conditions.of(tenant)
                .and(query.status().map(Json::wireName), "status = :status", "status")
                .and(query.customer().map(customer -> customer.value()), "customer_id = :customer", "customer")
                .and(query.product().map(product -> product.value()), "product_id = :product", "product")
                .with("as_of", query.asOf());
        query.overdue()
                .ifPresent(late -> conditions.and((late ? "" : "NOT ") + "coalesce(" + LoanReports.RUNNING
                        + " AND next_payment < :as_of, false)"));
        return conditions.page(
                database.of(tenant),
                LOANS + " ORDER BY created_position",
                COUNT,
                query.page(),
                (row, number) -> StoredLoan.of(row).view(query.asOf()));
    }

    /** @param standing absent while nothing is paid out */
    private record Opened(
            StoredLoan loan, LocalDate asOf, LoanStatus status, LoanBook book, Optional<LoanStanding> standing) {
        LoanStanding at(LocalDate day) {
            return book.at(day, loan.lateThrough(asOf));
        }

        LoanView view() {
            return loan.view(asOf, status, standing.map(now -> LoanFigures.of(now, loan.lateThrough(asOf))));
        }
    }

    private Opened open(LoanId id, LocalDate asOf, TenantId tenant) {
        return open(id, asOf, Optional.empty(), tenant);
    }

    /** @param supposed what is only thought of */
    private Opened open(LoanId id, LocalDate asOf, Optional<LoanEntry> supposed, TenantId tenant) {
        StoredLoan loan = Conditions.of(tenant)
                .and("id = :id")
                .with("id", id.value())
                .statement(database.of(tenant), LOANS)
                .query((row, number) -> StoredLoan.of(row))
                .optional()
                .orElseThrow(() -> new RefusedException(new Refusals.NotFound("loan", id.toString())));
        List<LoanEntry> entries = Conditions.of(tenant)
                .and("loan_id = :id AND reversed_on IS NULL")
                .with("id", id.value())
                .statement(database.of(tenant), ENTRIES + " ORDER BY position")
                .query((row, number) -> Columns.of(row).json("entry", LoanEntry.class))
                .list();
        boolean begun = entries.stream()
                .anyMatch(entry ->
                        entry instanceof LoanEntry.PaidOut && !entry.date().isAfter(asOf));
        LoanBook kept = new LoanBook(loan.agreement(), entries);
        LoanBook book = supposed.map(kept::plus).orElse(kept);
        return new Opened(
                loan,
                asOf,
                statusOn(loan, asOf, tenant),
                book,
                begun ? Optional.of(book.at(asOf, loan.lateThrough(asOf))) : Optional.empty());
    }

    private LoanStatus statusOn(StoredLoan loan, LocalDate asOf, TenantId tenant) {
        if (!loan.changedOn().isAfter(asOf)) {
            return loan.status();
        }
        return Conditions.of(tenant)
                .and("loan_id = :id AND from_date <= :as_of")
                .with("id", loan.id().value())
                .with("as_of", asOf)
                .statement(
                        database.of(tenant),
                        "SELECT status FROM loan_history WHERE tenant = :tenant {conditions} ORDER BY position DESC LIMIT 1")
                .query(String.class)
                .optional()
                .map(word -> LoanStatus.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(LoanStatus.APPLIED);
    }

    private static LoanScheduleView schedule(Opened opened) {
        LoanTerms terms = opened.loan().agreement().terms();
        Money none = Money.zero(terms.currency());
        List<InstallmentStanding> lines = opened.standing()
                .map(LoanStanding::schedule)
                .orElseGet(() -> LoanSchedule.of(terms).installments().stream()
                        .map(line -> new InstallmentStanding(
                                line.number(),
                                line.due(),
                                line.principal(),
                                line.interest(),
                                none,
                                none,
                                line.balance()))
                        .toList());
        return new LoanScheduleView(
                opened.view(),
                lines,
                opened.standing()
                        .map(LoanStanding::plan)
                        .orElseGet(opened.loan().agreement()::plan)
                        .rates());
    }

    private LoanPaymentView payment(GetLoanPayment query, TenantId tenant) {
        Map<?, PaymentSplit> splits = open(query.loan(), query.asOf(), tenant)
                .standing()
                .map(LoanStanding::splits)
                .orElse(Map.of());
        return Conditions.of(tenant)
                .and("loan_id = :id AND id = :payment")
                .with("id", query.loan().value())
                .with("payment", query.payment().value())
                .and(PAYMENTS)
                .with("as_of", query.asOf())
                .statement(database.of(tenant), ENTRIES)
                .query((row, number) -> payment(row, splits))
                .optional()
                .orElseThrow(() -> new RefusedException(new PaymentNotFound(query.loan(), query.payment())));
    }

    private Page<LoanPaymentView> payments(FindLoanPayments query, TenantId tenant) {
        Map<?, PaymentSplit> splits = open(query.loan(), query.asOf(), tenant)
                .standing()
                .map(LoanStanding::splits)
                .orElse(Map.of());
        return Conditions.of(tenant)
                .and("loan_id = :id")
                .with("id", query.loan().value())
                .and(PAYMENTS)
                .with("as_of", query.asOf())
                .page(
                        database.of(tenant),
                        ENTRIES + " ORDER BY value_date, position",
                        "SELECT count(*) FROM loan_entry WHERE tenant = :tenant {conditions}",
                        query.page(),
                        (row, number) -> payment(row, splits));
    }

    private static LoanPaymentView payment(ResultSet row, Map<?, PaymentSplit> splits) throws SQLException {
        Columns columns = Columns.of(row);
        LoanEntry entry = columns.json("entry", LoanEntry.class);
        return new LoanPaymentView(
                entry,
                columns.money("amount", columns.currency("currency")),
                columns.date("booking_date"),
                Optional.ofNullable(splits.get(entry.id())),
                columns.optionalUuid("account_id").map(AccountId::new),
                columns.optionalText("reference"),
                columns.optionalText("reason"),
                columns.optionalDate("reversed_on").isPresent());
    }

    private PayoffQuote payoff(GetPayoff query, TenantId tenant) {
        Opened opened = open(query.loan(), query.date(), tenant);
        LoanStatus status = opened.status();
        if (!status.takesPayments() || opened.standing().isEmpty()) {
            throw new RefusedException(new LoanStatusForbids(query.loan(), status, "paid off"));
        }
        LoanStanding standing = opened.standing().get();
        LoanStanding dayAfter = opened.at(query.date().plusDays(1));
        return new PayoffQuote(
                query.loan(),
                opened.loan().customer(),
                query.date(),
                standing.payoff(),
                standing.principal(),
                standing.owed(Component.INTEREST),
                standing.owed(Component.FEE),
                standing.owed(Component.PENALTY).plus(standing.owed(Component.DEFAULT_INTEREST)),
                standing.prepaymentPenalty(),
                earned(dayAfter).minus(earned(standing)));
    }

    private static Money earned(LoanStanding standing) {
        return standing.interestEarned()
                .plus(standing.owed(Component.DEFAULT_INTEREST))
                .plus(standing.settled(Component.DEFAULT_INTEREST));
    }
}
