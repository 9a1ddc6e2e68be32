package io.nexum.gateway.interest;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.day.BusinessDates;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.request.Names;
import io.nexum.gateway.request.Parameters;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.account.AccountCommand.AgreeInterest;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountQuery.GetAccount;
import io.nexum.kernel.account.AccountQuery.GetAccountInterest;
import io.nexum.kernel.money.Currency;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The interest of one account. */
@RestController
@Tag(name = "Interest")
class InterestController {
    private static final int MOST_DAYS_AHEAD = 366;

    private final Commands commands;
    private final Queries queries;
    private final BusinessDates dates;

    InterestController(Commands commands, Queries queries, BusinessDates dates) {
        this.commands = commands;
        this.queries = queries;
        this.dates = dates;
    }

    @Needs(Permission.VIEW_ACCOUNT)
    @GetMapping("/accounts/{account_id}/interest")
    @Operation(
            operationId = "get_account_interest",
            summary = "Get what an account has earned, with the calculation",
            description =
                    "The calculation is of the posting period that has the day as_of, through that day; without it,"
                            + " through the last day that accrued. It may be a day to come: then it goes by the balance of now.")
    InterestAnswer getInterest(
            @PathVariable("account_id") String id, @RequestParam(name = "as_of") Optional<String> asOf, Caller caller) {
        AccountId account = Names.inPath("account", id, AccountId::of);
        var in = new Parameters();
        Optional<LocalDate> day = in.read("as_of", asOf, Forms::date);
        LocalDate last = dates.of(caller.tenant()).plusDays(MOST_DAYS_AHEAD);
        if (day.filter(asked -> asked.isAfter(last)).isPresent()) {
            in.wrong("as_of", "must not be after " + last);
        }
        in.check();
        return InterestAnswer.of(queries.ask(new GetAccountInterest(account, day), caller.query()));
    }

    @Needs(Permission.MODIFY_ACCOUNT)
    @PutMapping("/accounts/{account_id}/interest")
    @Operation(
            operationId = "agree_account_interest",
            summary = "Agree on an account's interest from the bank's day on, whatever its product pays",
            description = "What has accrued under the conditions before is posted. An interest_rate of 0 ends it.")
    InterestAnswer agreeInterest(
            @PathVariable("account_id") String id, @RequestBody AgreeInterestBody body, Caller caller) {
        AccountId account = Names.inPath("account", id, AccountId::of);
        QueryContext now = QueryContext.strong(caller.tenant());
        Currency currency =
                queries.ask(new GetAccount(account, caller.at()), now).currency();
        commands.send(
                new AgreeInterest(account, body.in(currency)),
                Granted.inEarnest(caller).command());
        return InterestAnswer.of(queries.ask(new GetAccountInterest(account, Optional.empty()), now));
    }
}
