package io.nexum.gateway.report;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.day.BusinessDates;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.tenant.Tenants;
import io.nexum.kernel.Queries;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.loan.LoanReportQuery.GetLoanAgeing;
import io.nexum.kernel.loan.LoanReportQuery.GetLoanPortfolio;
import io.nexum.kernel.loan.LoanReportQuery.GetPortfolioPerformance;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.product.ProductType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports on all loans of one currency: the one asked for, else the bank's own. */
@RestController
@RequestMapping("/reports")
@Tag(name = "Reports")
class LoanReportController {
    private static final Currency USUAL = Currency.of("USD");

    private final Queries queries;
    private final Tenants tenants;
    private final BusinessDates dates;

    LoanReportController(Queries queries, Tenants tenants, BusinessDates dates) {
        this.queries = queries;
        this.tenants = tenants;
        this.dates = dates;
    }

    @Needs(Permission.VIEW_REPORTS)
    @GetMapping("/portfolio-performance")
    @Operation(
            summary = "Tell how lending went in a time",
            description =
                    "By booking dates; without them it is the current month. It ends with the bank's date at the latest.")
    PortfolioPerformanceAnswer getPortfolioPerformance(
            @RequestParam Optional<LocalDate> startDate,
            @RequestParam Optional<LocalDate> endDate,
            @RequestParam Optional<Currency> currency,
            Caller caller) {
        LocalDate to = day(endDate, caller);
        LocalDate from = startDate.orElse(to.withDayOfMonth(1));
        if (from.isAfter(to)) {
            throw new RefusedException(new InvalidValue("start_date", "start_date must not be after end_date"));
        }
        var query = new GetPortfolioPerformance(from, to, currency(currency, caller));
        return PortfolioPerformanceAnswer.of(queries.ask(query, caller.query()));
    }

    @Needs(Permission.VIEW_REPORTS)
    @GetMapping("/portfolio-at-risk")
    @Operation(summary = "Tell how much of the principal is of loans that are past due")
    LoanAgeingAnswers.PortfolioAtRisk getPortfolioAtRisk(
            @RequestParam Optional<LocalDate> asOf, @RequestParam Optional<Currency> currency, Caller caller) {
        return LoanAgeingAnswers.PortfolioAtRisk.of(queries.ask(ageing(asOf, currency, caller), caller.query()));
    }

    @Needs(Permission.VIEW_REPORTS)
    @GetMapping("/delinquency")
    @Operation(summary = "Tell loans by how long they are past due")
    LoanAgeingAnswers.Delinquency getDelinquency(
            @RequestParam Optional<LocalDate> asOf, @RequestParam Optional<Currency> currency, Caller caller) {
        return LoanAgeingAnswers.Delinquency.of(queries.ask(ageing(asOf, currency, caller), caller.query()));
    }

    @Needs(Permission.VIEW_REPORTS)
    @GetMapping("/loan-portfolio")
    @Operation(summary = "Tell loans by state", description = "With a product_type other than loan there are none.")
    LoanAgeingAnswers.LoanPortfolio getLoanPortfolio(
            @RequestParam Optional<LocalDate> asOf,
            @RequestParam Optional<Currency> currency,
            @RequestParam Optional<ProductType> productType,
            @RequestParam Optional<LoanStatus> state,
            Caller caller) {
        LocalDate day = day(asOf, caller);
        var query = new GetLoanPortfolio(day, currency(currency, caller), state);
        boolean others = productType.filter(type -> type != ProductType.LOAN).isPresent();
        return LoanAgeingAnswers.LoanPortfolio.of(day, others ? List.of() : queries.ask(query, caller.query()));
    }

    private GetLoanAgeing ageing(Optional<LocalDate> asOf, Optional<Currency> currency, Caller caller) {
        return new GetLoanAgeing(day(asOf, caller), currency(currency, caller));
    }

    /** A day to come is not over yet: what is told is told up to the bank's date, which the answer names. */
    private LocalDate day(Optional<LocalDate> asked, Caller caller) {
        LocalDate today = dates.of(caller.tenant());
        LocalDate day = asked.orElse(today);
        return day.isAfter(today) ? today : day;
    }

    private Currency currency(Optional<Currency> asked, Caller caller) {
        return asked.or(() -> tenants.settings(caller.tenant()).defaultCurrency())
                .orElse(USUAL);
    }
}
