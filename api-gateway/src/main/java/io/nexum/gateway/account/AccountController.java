package io.nexum.gateway.account;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.request.Names;
import io.nexum.gateway.request.Paging;
import io.nexum.gateway.request.Parameters;
import io.nexum.gateway.request.ReasonBody;
import io.nexum.gateway.tenant.Tenants;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.account.AccountCommand;
import io.nexum.kernel.account.AccountCommand.CloseAccount;
import io.nexum.kernel.account.AccountCommand.FreezeAccount;
import io.nexum.kernel.account.AccountCommand.MoveToProduct;
import io.nexum.kernel.account.AccountCommand.UnfreezeAccount;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountQuery.FindAccounts;
import io.nexum.kernel.account.AccountQuery.GetAccount;
import io.nexum.kernel.account.AccountQuery.GetBalanceAsOf;
import io.nexum.kernel.account.AccountStatus;
import io.nexum.kernel.account.ProductType;
import io.nexum.kernel.customer.CustomerId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, save for the money that moves on them. */
@RestController
@RequestMapping("/accounts")
@Tag(name = "Accounts")
class AccountController {
    private final Commands commands;
    private final Queries queries;
    private final AccountOpening opening;

    AccountController(Commands commands, Queries queries, Tenants tenants) {
        this.commands = commands;
        this.queries = queries;
        this.opening = new AccountOpening(commands, queries, tenants);
    }

    @Needs(Permission.CREATE_ACCOUNT)
    @PostMapping
    @Operation(summary = "Open an account")
    ResponseEntity<AccountAnswer> openAccount(@RequestBody OpenAccountBody body, Caller caller) {
        var outcome = opening.open(body, Granted.inEarnest(caller).money(body.idempotencyKey(), body));
        return Granted.created(caller, outcome, id -> asItIsNow(id, caller));
    }

    @Needs(Permission.VIEW_ACCOUNT)
    @GetMapping
    @Operation(summary = "List accounts")
    AccountAnswer.AccountList findAccounts(
            @RequestParam(name = "customer_id") Optional<String> customer,
            @RequestParam(name = "product_type") Optional<String> productType,
            @RequestParam Optional<String> status,
            @ParameterObject Paging paging,
            Caller caller) {
        var in = new Parameters();
        var query = new FindAccounts(
                in.read("customer_id", customer, Forms.id(CustomerId::of)),
                in.read("product_type", productType, Forms.word(ProductType.class)),
                in.read("status", status, Forms.word(AccountStatus.class)),
                caller.at(),
                in.checkedPage(paging));
        return AccountAnswer.AccountList.of(queries.ask(query, caller.query()));
    }

    @Needs(Permission.VIEW_ACCOUNT)
    @GetMapping("/{account_id}")
    @Operation(summary = "Get an account")
    AccountAnswer getAccount(@PathVariable("account_id") String id, Caller caller) {
        return AccountAnswer.of(queries.ask(new GetAccount(account(id), caller.at()), caller.query()));
    }

    @Needs(Permission.MODIFY_ACCOUNT)
    @PutMapping("/{account_id}")
    @Operation(summary = "Change an account's name, limits or metadata; what is left out stays")
    AccountAnswer updateAccount(
            @PathVariable("account_id") String id, @RequestBody ChangeAccountBody body, Caller caller) {
        return change(body.command(account(id)), caller);
    }

    @Needs(Permission.MODIFY_ACCOUNT)
    @PatchMapping("/{account_id}")
    @Operation(summary = "The same as PUT")
    AccountAnswer patchAccount(
            @PathVariable("account_id") String id, @RequestBody ChangeAccountBody body, Caller caller) {
        return change(body.command(account(id)), caller);
    }

    @Needs(Permission.VIEW_ACCOUNT)
    @GetMapping("/{account_id}/balance")
    @Operation(summary = "Get an account's balance, now or at the end of a day by value date")
    BalanceAnswer getBalance(
            @PathVariable("account_id") String id, @RequestParam(name = "as_of") Optional<String> asOf, Caller caller) {
        AccountId account = account(id);
        var in = new Parameters();
        Optional<LocalDate> day = in.read("as_of", asOf, Forms::date);
        in.check();
        return day.map(date -> BalanceAnswer.asOf(
                        account, date, queries.ask(new GetBalanceAsOf(account, date), caller.query())))
                .orElseGet(() -> BalanceAnswer.now(queries.ask(new GetAccount(account, caller.at()), caller.query())));
    }

    @Needs(Permission.MODIFY_ACCOUNT)
    @PostMapping("/{account_id}/freeze")
    @Operation(summary = "Let no money move on an account")
    AccountAnswer freezeAccount(@PathVariable("account_id") String id, @RequestBody ReasonBody body, Caller caller) {
        return change(new FreezeAccount(account(id), body.reason()), caller);
    }

    @Needs(Permission.MODIFY_ACCOUNT)
    @PostMapping("/{account_id}/unfreeze")
    @Operation(summary = "Let money move on an account again")
    AccountAnswer unfreezeAccount(@PathVariable("account_id") String id, @RequestBody ReasonBody body, Caller caller) {
        return change(new UnfreezeAccount(account(id), body.reason()), caller);
    }

    @Needs(Permission.MODIFY_ACCOUNT)
    @PostMapping("/{account_id}/product")
    @Operation(
            summary = "Move an account to the newest version of its product, or to another product",
            description = "Limits that were agreed for the account alone stay, as far as the product allows them.")
    AccountAnswer moveToProduct(
            @PathVariable("account_id") String id, @RequestBody MoveToProductBody body, Caller caller) {
        return change(new MoveToProduct(account(id), body.productId()), caller);
    }

    @Needs(Permission.CLOSE_ACCOUNT)
    @PostMapping("/{account_id}/close")
    @Operation(
            summary = "Close an account whose balance is zero",
            description =
                    "Or what its product charges for closing. Interest and a minimum that had to stay are paid out in cash.")
    AccountAnswer closeAccount(@PathVariable("account_id") String id, @RequestBody ReasonBody body, Caller caller) {
        return change(new CloseAccount(account(id), body.reason()), caller);
    }

    private AccountAnswer change(AccountCommand<AccountId> command, Caller caller) {
        commands.send(command, Granted.inEarnest(caller).command());
        return asItIsNow(command.account(), caller);
    }

    private AccountAnswer asItIsNow(AccountId id, Caller caller) {
        return AccountAnswer.of(queries.ask(new GetAccount(id, caller.at()), QueryContext.strong(caller.tenant())));
    }

    private static AccountId account(String id) {
        return Names.inPath("account", id, AccountId::of);
    }
}
