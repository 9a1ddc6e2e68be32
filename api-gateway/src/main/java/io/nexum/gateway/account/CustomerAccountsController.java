package io.nexum.gateway.account;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Names;
import io.nexum.gateway.request.Paging;
import io.nexum.kernel.Queries;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.account.AccountQuery.FindAccounts;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.CustomerQuery.GetCustomer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The accounts of one customer, in the shape of every list: {@code {"accounts": [...], "total", "skip", "limit"}}.
 *
 * <p>The original's document doesn't say whether it answers a bare list. A client that wants one reads
 * {@code ["accounts"]}; a bare list could tell nobody that there is more.
 */
@RestController
@Tag(name = "Customers")
class CustomerAccountsController {
    private final Queries queries;

    CustomerAccountsController(Queries queries) {
        this.queries = queries;
    }

    @Needs(Permission.VIEW_ACCOUNT)
    @GetMapping("/customers/{customer_id}/accounts")
    @Operation(summary = "List a customer's accounts")
    AccountAnswer.AccountList findCustomerAccounts(
            @PathVariable("customer_id") String id, @ParameterObject Paging paging, Caller caller) {
        CustomerId customer = Names.inPath("customer", id, CustomerId::of);
        var query =
                new FindAccounts(Optional.of(customer), Optional.empty(), Optional.empty(), caller.at(), paging.page());
        queries.ask(new GetCustomer(customer), caller.query());
        return AccountAnswer.AccountList.of(queries.ask(query, caller.query()));
    }
}
