package io.nexum.gateway.rate;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.request.Names;
import io.nexum.gateway.request.Paging;
import io.nexum.gateway.request.Parameters;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Queries;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.rate.RateQuery.FindRates;
import io.nexum.kernel.rate.RateQuery.GetRate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What one currency buys of another. */
@RestController
@RequestMapping("/rates")
@Tag(name = "Rates")
class RateController {
    private final Commands commands;
    private final Queries queries;

    RateController(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Needs(Permission.SYSTEM_CONFIG)
    @PostMapping
    @Operation(summary = "Enter a quotation")
    ResponseEntity<RateAnswer> quoteRate(@RequestBody RateBody body, Caller caller) {
        var outcome = commands.send(body.command(caller.at()), caller.money(body.idempotencyKey(), body));
        return Granted.created(caller, outcome, RateAnswer::of);
    }

    @Needs(Permission.VIEW_TRANSACTION)
    @GetMapping
    @Operation(summary = "List quotations, the newest first")
    RateAnswer.RateList findRates(
            @RequestParam Optional<String> base,
            @RequestParam Optional<String> quote,
            @ParameterObject Paging paging,
            Caller caller) {
        var in = new Parameters();
        var query = new FindRates(
                in.read("base", base, Forms::currency),
                in.read("quote", quote, Forms::currency),
                in.checkedPage(paging));
        return RateAnswer.RateList.of(queries.ask(query, caller.query()));
    }

    @Needs(Permission.VIEW_TRANSACTION)
    @GetMapping("/{base}/{quote}")
    @Operation(summary = "Get the newest quotation of a pair")
    RateAnswer getRate(@PathVariable String base, @PathVariable String quote, Caller caller) {
        return RateAnswer.of(queries.ask(new GetRate(currency(base), currency(quote)), caller.query()));
    }

    private static Currency currency(String code) {
        return Names.inPath("currency", code, Currency::of);
    }
}
