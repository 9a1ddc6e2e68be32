package io.nexum.gateway.account;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.day.BusinessDates;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.Names;
import io.nexum.gateway.request.Paging;
import io.nexum.gateway.request.Parameters;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Queries;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountQuery.GetStatement;
import io.nexum.kernel.account.AccountQuery.Statement;
import io.nexum.kernel.account.AccountQuery.StatementEntry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened on an account over a span of days, with the balance after each entry. */
@RestController
@Tag(name = "Accounts")
class StatementController {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    /** A statement file is made in memory, so its length has a bound. */
    private static final int MAX_CSV_ENTRIES = 20_000;

    private final Queries queries;
    private final BusinessDates dates;

    StatementController(Queries queries, BusinessDates dates) {
        this.queries = queries;
        this.dates = dates;
    }

    @Needs(Permission.VIEW_ACCOUNT)
    @GetMapping("/accounts/{account_id}/statements")
    @Operation(
            summary = "Get a statement, as JSON or CSV",
            description = "From and to are booking dates; without them it is the current month. A CSV file holds the"
                    + " whole span, JSON the part that skip and limit ask for.")
    ResponseEntity<Object> getStatement(
            @PathVariable("account_id") String id,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            @RequestParam(name = "start_date") Optional<String> startDate,
            @RequestParam(name = "end_date") Optional<String> endDate,
            @RequestParam Optional<String> format,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT) Optional<String> accept,
            @ParameterObject Paging paging,
            Caller caller) {
        AccountId account = Names.inPath("account", id, AccountId::of);
        LocalDate today = dates.of(caller.tenant());
        var in = new Parameters();
        LocalDate last = in.read("to", to, "end_date", endDate, Forms::date).orElse(today);
        LocalDate first =
                in.read("from", from, "start_date", startDate, Forms::date).orElse(last.withDayOfMonth(1));
        boolean csv = in.read("format", format, StatementController::isCsv)
                .orElse(accept.filter(types -> types.contains("text/csv")).isPresent());
        if (first.isAfter(last)) {
            in.wrong("from", "must not be after to");
        }
        PageRequest page = in.checkedPage(paging);
        return csv
                ? ResponseEntity.ok()
                        .contentType(CSV)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"statement-" + account + "-" + first + "-" + last + ".csv\"")
                        .body(csv(account, first, last, caller))
                : ResponseEntity.ok(
                        StatementAnswer.of(queries.ask(new GetStatement(account, first, last, page), caller.query())));
    }

    /** Entries that come while it is read are left out, so that the balances of the first part hold for all. */
    private String csv(AccountId account, LocalDate from, LocalDate to, Caller caller) {
        Statement first = queries.ask(
                new GetStatement(account, from, to, new PageRequest(0, PageRequest.MAX_LIMIT)), caller.query());
        long total = first.entries().total();
        if (total > MAX_CSV_ENTRIES) {
            throw new RefusedException(new InvalidValue(
                    "from", "the span holds " + total + " entries, more than " + MAX_CSV_ENTRIES + "; ask for less"));
        }
        List<StatementEntry> entries = new ArrayList<>(first.entries().items());
        for (int skip = PageRequest.MAX_LIMIT; skip < total; skip += PageRequest.MAX_LIMIT) {
            PageRequest next = new PageRequest(skip, PageRequest.MAX_LIMIT);
            entries.addAll(queries.ask(new GetStatement(account, from, to, next), caller.query())
                    .entries()
                    .items());
        }
        return StatementCsv.of(first, entries.subList(0, (int) total));
    }

    private static boolean isCsv(String format) {
        return switch (format) {
            case "csv" -> true;
            case "json" -> false;
            default -> throw new IllegalArgumentException("must be json or csv");
        };
    }
}
