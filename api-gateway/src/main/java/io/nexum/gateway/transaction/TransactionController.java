package io.nexum.gateway.transaction;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.request.Names;
import io.nexum.gateway.request.NewId;
import io.nexum.gateway.request.Paging;
import io.nexum.gateway.request.Parameters;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Queries;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountQuery.GetAccount;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import io.nexum.kernel.transaction.TransactionCommand.Reverse;
import io.nexum.kernel.transaction.TransactionCommand.Transfer;
import io.nexum.kernel.transaction.TransactionCommand.Withdraw;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionQuery.Filter;
import io.nexum.kernel.transaction.TransactionQuery.FindTransactions;
import io.nexum.kernel.transaction.TransactionQuery.GetTransaction;
import io.nexum.kernel.transaction.TransactionType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Every movement of money. */
@RestController
@Tag(name = "Transactions")
class TransactionController {
    private final Commands commands;
    private final Queries queries;

    TransactionController(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Needs(Permission.CREATE_TRANSACTION)
    @PostMapping("/transactions/deposit")
    @Operation(summary = "Deposit cash")
    ResponseEntity<TransactionAnswer> deposit(@RequestBody AccountMoneyBody body, Caller caller) {
        var command = new Deposit(body.accountId(), body.order().instruction());
        return Granted.ok(
                caller, commands.send(command, caller.money(body.idempotencyKey(), body)), TransactionAnswer::of);
    }

    @Needs(Permission.CREATE_TRANSACTION)
    @PostMapping("/transactions/withdraw")
    @Operation(summary = "Withdraw cash")
    ResponseEntity<TransactionAnswer> withdraw(@RequestBody AccountMoneyBody body, Caller caller) {
        var command = new Withdraw(body.accountId(), body.order().instruction());
        return Granted.ok(
                caller, commands.send(command, caller.money(body.idempotencyKey(), body)), TransactionAnswer::of);
    }

    @Needs(Permission.CREATE_TRANSACTION)
    @PostMapping("/transactions/transfer")
    @Operation(summary = "Transfer between two accounts")
    ResponseEntity<TransactionAnswer> transfer(@RequestBody TransferBody body, Caller caller) {
        var command = new Transfer(
                body.fromAccountId(),
                body.toAccountId(),
                TransactionType.TRANSFER_INTERNAL,
                body.order().instruction());
        return Granted.ok(
                caller, commands.send(command, caller.money(body.idempotencyKey(), body)), TransactionAnswer::of);
    }

    @Needs(Permission.CREATE_TRANSACTION)
    @PostMapping("/transactions")
    @Operation(summary = "Move money, as transaction_type says")
    ResponseEntity<TransactionAnswer> createTransaction(@RequestBody OrderBody body, Caller caller) {
        var outcome = commands.send(body.command(), caller.money(body.idempotencyKey(), body));
        return Granted.ok(caller, outcome, receipt -> TransactionAnswer.of(receipt, body.transactionType()));
    }

    @Needs(Permission.CREATE_TRANSACTION)
    @PostMapping("/transactions/bulk")
    @Operation(summary = "Move money many times, all or nothing or each on its own")
    ResponseEntity<BulkAnswer> createTransactions(@RequestBody BulkBody body, Caller caller) {
        var outcome = commands.send(body.command(caller), caller.money(body.idempotencyKey(), body));
        return Granted.ok(caller, outcome, receipt -> BulkAnswer.of(receipt, body));
    }

    @Needs(Permission.REVERSE_TRANSACTION)
    @PostMapping("/transactions/{transaction_id}/reverse")
    @Operation(summary = "Reverse a transaction by a correcting entry")
    ResponseEntity<TransactionAnswer> reverseTransaction(
            @PathVariable("transaction_id") String id, @RequestBody ReverseBody body, Caller caller) {
        var original = queries.ask(new GetTransaction(transaction(id)), caller.query());
        var command = new Reverse(new TransactionId(NewId.next()), original.id(), original.position(), body.reason());
        return Granted.ok(
                caller, commands.send(command, caller.money(body.idempotencyKey(), body)), TransactionAnswer::of);
    }

    @Needs(Permission.VIEW_TRANSACTION)
    @GetMapping("/transactions")
    @Operation(summary = "Find transactions, the newest first")
    TransactionAnswer.TransactionList findTransactions(
            @ParameterObject TransactionSearch search, @ParameterObject Paging paging, Caller caller) {
        var in = new Parameters();
        Optional<Filter> filter = search.filter(in);
        PageRequest page = in.checkedPage(paging);
        return TransactionAnswer.TransactionList.of(
                filter.map(wanted -> queries.ask(new FindTransactions(wanted, page), caller.query()))
                        .orElse(new Page<>(List.of(), page.skip(), page.limit(), 0)));
    }

    @Needs(Permission.VIEW_TRANSACTION)
    @GetMapping("/transactions/{transaction_id}")
    @Operation(summary = "Get a transaction")
    TransactionAnswer getTransaction(@PathVariable("transaction_id") String id, Caller caller) {
        return TransactionAnswer.of(queries.ask(new GetTransaction(transaction(id)), caller.query()));
    }

    @Needs(Permission.VIEW_TRANSACTION)
    @GetMapping("/accounts/{account_id}/transactions")
    @Operation(summary = "List an account's transactions, the newest first")
    TransactionAnswer.TransactionList findAccountTransactions(
            @PathVariable("account_id") String id, @ParameterObject Paging paging, Caller caller) {
        AccountId account = Names.inPath("account", id, AccountId::of);
        PageRequest page = paging.page();
        queries.ask(new GetAccount(account, caller.at()), caller.query());
        return TransactionAnswer.TransactionList.of(
                queries.ask(new FindTransactions(Filter.ofAccount(account), page), caller.query()));
    }

    private static TransactionId transaction(String id) {
        return Names.inPath("transaction", id, TransactionId::of);
    }
}
