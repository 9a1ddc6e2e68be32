package io.nexum.gateway.report;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.day.BusinessDates;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.Parameters;
import io.nexum.gateway.tenant.Tenants;
import io.nexum.kernel.Queries;
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
            @RequestParam(name = "start_date") Optional<String> startDate,
            @RequestParam(name = "end_date") Optional<String> endDate,
            @RequestParam Optional<String> currency,
            Caller caller) {
        var in = new Parameters();
        LocalDate to = day(in, "end_date", endDate, caller);
        LocalDate from = in.read("start_date", startDate, Forms::date).orElse(to.withDayOfMonth(1));
        if (from.isAfter(to)) {
            in.wrong("start_date", "must not be after end_date");
        }
        Currency of = currency(in, currency, caller);
        in.check();
        return PortfolioPerformanceAnswer.of(queries.ask(new GetPortfolioPerformance(from, to, of), caller.query()));
    }

    @Needs(Permission.VIEW_REPORTS)
    @GetMapping("/portfolio-at-risk")
    @Operation(summary = "Tell how much of the principal is of loans that are past due")
    LoanAgeingAnswers.PortfolioAtRisk getPortfolioAtRisk(
            @RequestParam(name = "as_of") Optional<String> asOf,
            @RequestParam Optional<String> currency,
            Caller caller) {
        return LoanAgeingAnswers.PortfolioAtRisk.of(queries.ask(ageing(asOf, currency, caller), caller.query()));
    }

    @Needs(Permission.VIEW_REPORTS)
    @GetMapping("/delinquency")
    @Operation(summary = "Tell loans by how long they are past due")
    LoanAgeingAnswers.Delinquency getDelinquency(
            @RequestParam(name = "as_of") Optional<String> asOf,
            @RequestParam Optional<String> currency,
            Caller caller) {
        return LoanAgeingAnswers.Delinquency.of(queries.ask(ageing(asOf, currency, caller), caller.query()));
    }

    @Needs(Permission.VIEW_REPORTS)
    @GetMapping("/loan-portfolio")
    @Operation(summary = "Tell loans by state", description = "With a product_type other than loan there are none.")
    LoanAgeingAnswers.LoanPortfolio getLoanPortfolio(
            @RequestParam(name = "as_of") Optional<String> asOf,
            @RequestParam Optional<String> currency,
            @RequestParam(name = "product_type") Optional<String> productType,
            @RequestParam Optional<String> state,
            Caller caller) {
        var in = new Parameters();
        LocalDate day = day(in, "as_of", asOf, caller);
        var query = new GetLoanPortfolio(
                day, currency(in, currency, caller), in.read("state", state, Forms.word(LoanStatus.class)));
        boolean others = in.read("product_type", productType, Forms.word(ProductType.class))
                .filter(type -> type != ProductType.LOAN)
                .isPresent();
        in.check();
        return LoanAgeingAnswers.LoanPortfolio.of(day, others ? List.of() : queries.ask(query, caller.query()));
    }

    private GetLoanAgeing ageing(Optional<String> asOf, Optional<String> currency, Caller caller) {
        var in = new Parameters();
        var query = new GetLoanAgeing(day(in, "as_of", asOf, caller), currency(in, currency, caller));
        in.check();
        return query;
    }

    /** A day to come is not over yet: what is told is told up to the bank's date, which the answer names. */
    private LocalDate day(Parameters in, String name, Optional<String> sent, Caller caller) {
        LocalDate today = dates.of(caller.tenant());
        LocalDate day = in.read(name, sent, Forms::date).orElse(today);
        return day.isAfter(today) ? today : day;
    }

    private Currency currency(Parameters in, Optional<String> sent, Caller caller) {
        return in.read("currency", sent, Forms::currency)
                .or(() -> tenants.settings(caller.tenant()).defaultCurrency())
                .orElse(USUAL);
    }
}
