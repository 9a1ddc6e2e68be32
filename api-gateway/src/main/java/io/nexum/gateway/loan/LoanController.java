package io.nexum.gateway.loan;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.day.BusinessDates;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.Names;
import io.nexum.gateway.request.Paging;
import io.nexum.gateway.request.Parameters;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Queries;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanQuery.FindLoanPayments;
import io.nexum.kernel.loan.LoanQuery.FindLoans;
import io.nexum.kernel.loan.LoanQuery.GetLoan;
import io.nexum.kernel.loan.LoanQuery.GetLoanSchedule;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.product.ProductId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Loans to read. What is about one loan can be asked for as of any past day, by value date. */
@RestController
@RequestMapping("/loans")
@Tag(name = "Loans")
class LoanController {
    private final Queries queries;
    private final BusinessDates dates;

    LoanController(Queries queries, BusinessDates dates) {
        this.queries = queries;
        this.dates = dates;
    }

    @Needs(Permission.VIEW_LOAN)
    @GetMapping
    @Operation(summary = "List loans", description = "state is another name for status.")
    LoanResource.LoanList findLoans(
            @RequestParam Optional<String> status,
            @RequestParam Optional<String> state,
            @RequestParam(name = "customer_id") Optional<String> customer,
            @RequestParam(name = "product_id") Optional<String> product,
            @RequestParam Optional<String> overdue,
            @ParameterObject Paging paging,
            Caller caller) {
        var in = new Parameters();
        var query = new FindLoans(
                in.read("status", status, "state", state, Forms.word(LoanStatus.class)),
                in.read("customer_id", customer, Forms.id(CustomerId::of)),
                in.read("product_id", product, Forms.id(ProductId::of)),
                in.read("overdue", overdue, Forms::flag),
                dates.of(caller.tenant()),
                in.checkedPage(paging));
        var page = queries.ask(query, caller.query());
        return new LoanResource.LoanList(
                page.items().stream().map(LoanResource::of).toList(), page.total(), page.skip(), page.limit());
    }

    @Needs(Permission.VIEW_LOAN)
    @GetMapping("/{loan_id}")
    @Operation(summary = "Get a loan, now or as of a past day")
    LoanResource getLoan(
            @PathVariable("loan_id") String id, @RequestParam(name = "as_of") Optional<String> asOf, Caller caller) {
        return LoanResource.of(queries.ask(new GetLoan(loan(id), asOf(asOf, caller)), caller.query()));
    }

    @Needs(Permission.VIEW_LOAN)
    @GetMapping("/{loan_id}/schedule")
    @Operation(
            summary = "Get a loan's schedule with what of it is paid, now or as of a past day",
            description = "While nothing is paid out it is the schedule that was agreed on.")
    LoanScheduleAnswer getLoanSchedule(
            @PathVariable("loan_id") String id, @RequestParam(name = "as_of") Optional<String> asOf, Caller caller) {
        return LoanScheduleAnswer.of(queries.ask(new GetLoanSchedule(loan(id), asOf(asOf, caller)), caller.query()));
    }

    @Needs(Permission.VIEW_LOAN)
    @GetMapping("/{loan_id}/payments")
    @Operation(
            summary = "List what came in for a loan and what of it went back, the oldest first",
            description = "Each payment with what it paid, as all that is known now has it.")
    PaymentHistoryAnswer findLoanPayments(
            @PathVariable("loan_id") String id,
            @RequestParam(name = "as_of") Optional<String> asOf,
            @ParameterObject Paging paging,
            Caller caller) {
        PageRequest page = paging.page();
        return PaymentHistoryAnswer.of(
                queries.ask(new FindLoanPayments(loan(id), asOf(asOf, caller), page), caller.query()));
    }

    private LocalDate asOf(Optional<String> asOf, Caller caller) {
        LocalDate today = dates.of(caller.tenant());
        var in = new Parameters();
        LocalDate day = in.read("as_of", asOf, Forms::date).orElse(today);
        if (day.isAfter(today)) {
            in.wrong("as_of", "must not be after the bank's date, " + today);
        }
        in.check();
        return day;
    }

    private static LoanId loan(String id) {
        return Names.inPath("loan", id, LoanId::of);
    }
}
