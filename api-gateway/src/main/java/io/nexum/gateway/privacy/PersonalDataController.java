package io.nexum.gateway.privacy;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.day.BusinessDates;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Names;
import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Queries;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.account.AccountQuery.AccountView;
import io.nexum.kernel.account.AccountQuery.FindAccounts;
import io.nexum.kernel.account.AccountQuery.FindHolds;
import io.nexum.kernel.audit.AuditQuery;
import io.nexum.kernel.audit.AuditQuery.FindAuditEvents;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.CustomerQuery.CustomerView;
import io.nexum.kernel.customer.CustomerQuery.GetCustomer;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.loan.LoanQuery.FindLoanPayments;
import io.nexum.kernel.loan.LoanQuery.FindLoans;
import io.nexum.kernel.loan.LoanQuery.GetLoanSchedule;
import io.nexum.kernel.loan.LoanQuery.LoanView;
import io.nexum.kernel.transaction.TransactionQuery;
import io.nexum.kernel.transaction.TransactionQuery.FindTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/** Hands a person all that is held on them, for access and portability. */
@RestController
@Tag(name = "Customers")
class PersonalDataController {
    private final Queries queries;
    private final BusinessDates dates;

    PersonalDataController(Queries queries, BusinessDates dates) {
        this.queries = queries;
        this.dates = dates;
    }

    /** Written page by page as it is read, however much there is. */
    @Needs(Permission.VIEW_PERSONAL_DATA)
    @GetMapping("/customers/{customer_id}/personal-data")
    @Operation(
            operationId = "export_personal_data",
            summary = "Export all that is held on a customer",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(type = "object"))))
    void export(@PathVariable("customer_id") String id, Caller caller, HttpServletResponse response)
            throws IOException {
        CustomerId customer = Names.inPath("customer", id, CustomerId::of);
        CustomerView profile = queries.ask(new GetCustomer(customer), caller.query());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        try (JsonGenerator out = Json.MAPPER.createGenerator(response.getOutputStream())) {
            out.writeStartObject();
            out.writePOJOProperty("exported_at", caller.at());
            out.writePOJOProperty("customer", profile);
            list(out, "accounts", accounts(customer, caller), account -> write(out, account, caller));
            LocalDate today = dates.of(caller.tenant());
            list(out, "loans", loans(customer, today, caller), loan -> write(out, loan, today, caller));
            list(out, "events", events("customer", customer, caller), out::writePOJO);
            out.writeEndObject();
        }
    }

    private void write(JsonGenerator out, AccountView account, Caller caller) {
        out.writeStartObject();
        out.writePOJOProperty("account", account);
        list(
                out,
                "holds",
                page -> queries.ask(new FindHolds(account.id(), Optional.empty(), caller.at(), page), caller.query()),
                out::writePOJO);
        list(out, "transactions", transactions(account, caller), out::writePOJO);
        out.writeEndObject();
    }

    private void write(JsonGenerator out, LoanView loan, LocalDate today, Caller caller) {
        out.writeStartObject();
        out.writePOJOProperty("loan", loan);
        out.writePOJOProperty(
                "schedule",
                queries.ask(new GetLoanSchedule(loan.id(), today), caller.query())
                        .lines());
        list(
                out,
                "payments",
                page -> queries.ask(new FindLoanPayments(loan.id(), today, page), caller.query()),
                out::writePOJO);
        list(out, "events", events("loan", loan.id(), caller), out::writePOJO);
        out.writeEndObject();
    }

    private Function<PageRequest, Page<LoanView>> loans(CustomerId customer, LocalDate today, Caller caller) {
        return page -> queries.ask(
                new FindLoans(Optional.empty(), Optional.of(customer), Optional.empty(), Optional.empty(), today, page),
                caller.query());
    }

    private Function<PageRequest, Page<AccountView>> accounts(CustomerId customer, Caller caller) {
        return page -> queries.ask(
                new FindAccounts(Optional.of(customer), Optional.empty(), Optional.empty(), caller.at(), page),
                caller.query());
    }

    private Function<PageRequest, Page<?>> transactions(AccountView account, Caller caller) {
        var filter = new TransactionQuery.Filter(
                Optional.of(account.id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(caller.at()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return page -> queries.ask(new FindTransactions(filter, page), caller.query());
    }

    private Function<PageRequest, Page<?>> events(String entity, Object id, Caller caller) {
        var filter = new AuditQuery.Filter(
                Optional.of(entity),
                Optional.of(id.toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(caller.at()));
        return page -> queries.ask(new FindAuditEvents(filter, page), caller.query());
    }

    /** Writes a list of which one page at a time is in memory. */
    private static <T> void list(
            JsonGenerator out,
            String name,
            Function<PageRequest, ? extends Page<? extends T>> pages,
            Consumer<T> item) {
        out.writeArrayPropertyStart(name);
        int read = PageRequest.MAX_LIMIT;
        for (int skip = 0; read == PageRequest.MAX_LIMIT; skip += read) {
            Page<? extends T> page = pages.apply(new PageRequest(skip, PageRequest.MAX_LIMIT));
            page.items().forEach(item);
            read = page.items().size();
        }
        out.writeEndArray();
    }
}
