package io.nexum.gateway.loan;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.day.BusinessDates;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.loan.PayoffLetter.Addressee;
import io.nexum.gateway.loan.PayoffLetter.Lender;
import io.nexum.gateway.privacy.Masking;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.Parameters;
import io.nexum.gateway.tenant.Tenants;
import io.nexum.kernel.Queries;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.customer.CustomerQuery.GetCustomer;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanQuery.GetPayoff;
import io.nexum.kernel.loan.LoanQuery.PayoffQuote;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What would settle a loan, for programs and for the borrower. */
@RestController
@RequestMapping("/loans/{loan_id}")
@Tag(name = "Loans")
class PayoffController {
    private static final int MOST_DAYS_AHEAD = 366;

    private final Queries queries;
    private final BusinessDates dates;
    private final Tenants tenants;

    PayoffController(Queries queries, BusinessDates dates, Tenants tenants) {
        this.queries = queries;
        this.dates = dates;
        this.tenants = tenants;
    }

    @Needs(Permission.VIEW_LOAN)
    @GetMapping("/payoff")
    @Operation(
            summary = "Quote what would settle a loan",
            description =
                    "On a date up to a year ahead, by any of its three names; today if there is none. With the late fees that"
                            + " come till then.")
    PayoffQuoteAnswer getPayoffQuote(
            @PathVariable("loan_id") String id,
            @RequestParam Optional<String> date,
            @RequestParam(name = "payoff_date") Optional<String> payoffDate,
            @RequestParam(name = "good_through") Optional<String> goodThrough,
            Caller caller) {
        return PayoffQuoteAnswer.of(quote(id, date.or(() -> payoffDate).or(() -> goodThrough), caller));
    }

    @Needs(Permission.VIEW_LOAN)
    @GetMapping(path = "/payoff-letter", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            summary = "Write the borrower a letter with the quote, as PDF",
            description = "Name and address are masked as in other answers.")
    ResponseEntity<byte[]> getPayoffLetter(
            @PathVariable("loan_id") String id,
            @RequestParam Optional<String> date,
            @RequestParam(name = "payoff_date") Optional<String> payoffDate,
            @RequestParam(name = "good_through") Optional<String> goodThrough,
            Caller caller) {
        PayoffQuote quote = quote(id, date.or(() -> payoffDate).or(() -> goodThrough), caller);
        var borrower = queries.ask(new GetCustomer(quote.customer()), caller.query());
        var letter = new PayoffLetter(
                Lender.of(tenants.mustBeActive(caller.tenant()), tenants.settings(caller.tenant())),
                Masking.asSeen(Addressee.of(borrower.contact())),
                dates.of(caller.tenant()),
                quote);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"payoff-letter-" + quote.loan() + "-" + quote.goodThrough() + ".pdf\"")
                .body(letter.pdf());
    }

    private PayoffQuote quote(String id, Optional<String> date, Caller caller) {
        LoanId loan = LoanIds.inPath(id);
        LocalDate today = dates.of(caller.tenant());
        var in = new Parameters();
        LocalDate day = in.read("date", date, Forms::date).orElse(today);
        if (day.isAfter(today.plusDays(MOST_DAYS_AHEAD)) || day.isBefore(today)) {
            in.wrong("date", "must be from the bank's date, " + today + ", to " + MOST_DAYS_AHEAD + " days after it");
        }
        in.check();
        return queries.ask(new GetPayoff(loan, day), caller.query());
    }
}
