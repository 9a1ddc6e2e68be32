package io.nexum.gateway.loan;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.day.BusinessDates;
import io.nexum.gateway.http.Caller;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Queries;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
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
            @RequestParam Optional<LoanStatus> status,
            @RequestParam Optional<LoanStatus> state,
            @RequestParam(name = "customer_id") Optional<CustomerId> customer,
            @RequestParam(name = "product_id") Optional<ProductId> product,
            @RequestParam Optional<Boolean> overdue,
            PageRequest page,
            Caller caller) {
        var query = new FindLoans(status.or(() -> state), customer, product, overdue, dates.of(caller.tenant()), page);
        var found = queries.ask(query, caller.query());
        return new LoanResource.LoanList(
                found.items().stream().map(LoanResource::of).toList(), found.total(), found.skip(), found.limit());
    }

    @Needs(Permission.VIEW_LOAN)
    @GetMapping("/{loan_id}")
    @Operation(summary = "Get a loan, now or as of a past day")
    LoanResource getLoan(@PathVariable("loan_id") LoanId loan, @RequestParam Optional<LocalDate> asOf, Caller caller) {
        return LoanResource.of(queries.ask(new GetLoan(loan, asOf(asOf, caller)), caller.query()));
    }

    @Needs(Permission.VIEW_LOAN)
    @GetMapping("/{loan_id}/schedule")
    @Operation(
            summary = "Get a loan's schedule with what of it is paid, now or as of a past day",
            description = "While nothing is paid out it is the schedule that was agreed on.")
    LoanScheduleAnswer getLoanSchedule(
            @PathVariable("loan_id") LoanId loan, @RequestParam Optional<LocalDate> asOf, Caller caller) {
        return LoanScheduleAnswer.of(queries.ask(new GetLoanSchedule(loan, asOf(asOf, caller)), caller.query()));
    }

    @Needs(Permission.VIEW_LOAN)
    @GetMapping("/{loan_id}/payments")
    @Operation(
            summary = "List what came in for a loan and what of it went back, the oldest first",
            description = "Each payment with what it paid, as all that is known now has it.")
    PaymentHistoryAnswer findLoanPayments(
            @PathVariable("loan_id") LoanId loan,
            @RequestParam Optional<LocalDate> asOf,
            PageRequest page,
            Caller caller) {
        return PaymentHistoryAnswer.of(
                queries.ask(new FindLoanPayments(loan, asOf(asOf, caller), page), caller.query()));
    }

    private LocalDate asOf(Optional<LocalDate> asOf, Caller caller) {
        LocalDate today = dates.of(caller.tenant());
        LocalDate day = asOf.orElse(today);
        if (day.isAfter(today)) {
            throw new RefusedException(new InvalidValue("as_of", "as_of must not be after the bank's date, " + today));
        }
        return day;
    }
}
