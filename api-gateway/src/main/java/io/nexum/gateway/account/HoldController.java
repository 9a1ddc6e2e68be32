package io.nexum.gateway.account;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.account.HoldAnswers.HoldList;
import io.nexum.gateway.account.HoldAnswers.HoldNow;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.request.NewId;
import io.nexum.gateway.request.ReasonBody;
import io.nexum.gateway.transaction.TransactionAnswer;
import io.nexum.kernel.Commands;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Queries;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.account.AccountCommand.ReleaseHold;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountQuery.FindHolds;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.account.HoldStatus;
import io.nexum.kernel.transaction.TransactionId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Money that is set aside on an account. */
@RestController
@RequestMapping("/accounts/{account_id}/holds")
@Tag(name = "Holds")
class HoldController {
    private final Commands commands;
    private final Queries queries;

    HoldController(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Needs(Permission.CREATE_TRANSACTION)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Set money aside")
    ResponseEntity<HoldNow> placeHold(
            @PathVariable("account_id") AccountId account, @RequestBody HoldBody body, Caller caller) {
        var outcome = commands.send(body.command(account, new HoldId(NewId.next())), caller.money(body));
        return Granted.created(caller, outcome, HoldNow::of);
    }

    @Needs(Permission.VIEW_ACCOUNT)
    @GetMapping
    @Operation(summary = "List an account's holds")
    HoldList findHolds(
            @PathVariable("account_id") AccountId account,
            @RequestParam Optional<HoldStatus> status,
            PageRequest page,
            Caller caller) {
        var query = new FindHolds(account, status, caller.at(), page);
        return HoldList.of(queries.ask(query, caller.query()));
    }

    @Needs(Permission.CREATE_TRANSACTION)
    @PostMapping("/{hold_id}/capture")
    @Operation(summary = "Take money that a hold has set aside")
    ResponseEntity<TransactionAnswer> captureHold(
            @PathVariable("account_id") AccountId account,
            @PathVariable("hold_id") HoldId hold,
            @RequestBody CaptureBody body,
            Caller caller) {
        var command = body.command(account, hold, new TransactionId(NewId.next()));
        var outcome = commands.send(command, caller.money(body));
        return Granted.ok(caller, outcome, TransactionAnswer::of);
    }

    @Needs(Permission.CREATE_TRANSACTION)
    @PostMapping("/{hold_id}/release")
    @Operation(summary = "Free what is left of a hold")
    ResponseEntity<HoldNow> releaseHold(
            @PathVariable("account_id") AccountId account,
            @PathVariable("hold_id") HoldId hold,
            @RequestBody ReasonBody body,
            Caller caller) {
        var command = new ReleaseHold(account, hold, body.reason());
        return Granted.ok(caller, commands.send(command, caller.money(Optional.empty(), body)), HoldNow::of);
    }
}
