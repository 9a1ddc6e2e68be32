package io.nexum.gateway.account;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.account.HoldAnswers.HoldList;
import io.nexum.gateway.account.HoldAnswers.HoldNow;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.request.Names;
import io.nexum.gateway.request.NewId;
import io.nexum.gateway.request.Paging;
import io.nexum.gateway.request.Parameters;
import io.nexum.gateway.request.ReasonBody;
import io.nexum.gateway.transaction.TransactionAnswer;
import io.nexum.kernel.Commands;
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
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
    @Operation(summary = "Set money aside")
    ResponseEntity<HoldNow> placeHold(
            @PathVariable("account_id") String id, @RequestBody HoldBody body, Caller caller) {
        var outcome = commands.send(
                body.command(account(id), new HoldId(NewId.next())), caller.money(body.idempotencyKey(), body));
        return Granted.created(caller, outcome, HoldNow::of);
    }

    @Needs(Permission.VIEW_ACCOUNT)
    @GetMapping
    @Operation(summary = "List an account's holds")
    HoldList findHolds(
            @PathVariable("account_id") String id,
            @RequestParam Optional<String> status,
            @ParameterObject Paging paging,
            Caller caller) {
        var in = new Parameters();
        var state = in.read("status", status, Forms.word(HoldStatus.class));
        var query = new FindHolds(account(id), state, caller.at(), in.checkedPage(paging));
        return HoldList.of(queries.ask(query, caller.query()));
    }

    @Needs(Permission.CREATE_TRANSACTION)
    @PostMapping("/{hold_id}/capture")
    @Operation(summary = "Take money that a hold has set aside")
    ResponseEntity<TransactionAnswer> captureHold(
            @PathVariable("account_id") String id,
            @PathVariable("hold_id") String holdId,
            @RequestBody CaptureBody body,
            Caller caller) {
        var command = body.command(account(id), hold(holdId), new TransactionId(NewId.next()));
        var outcome = commands.send(command, caller.money(body.idempotencyKey(), body));
        return Granted.ok(caller, outcome, TransactionAnswer::of);
    }

    @Needs(Permission.CREATE_TRANSACTION)
    @PostMapping("/{hold_id}/release")
    @Operation(summary = "Free what is left of a hold")
    ResponseEntity<HoldNow> releaseHold(
            @PathVariable("account_id") String id,
            @PathVariable("hold_id") String holdId,
            @RequestBody ReasonBody body,
            Caller caller) {
        var command = new ReleaseHold(account(id), hold(holdId), body.reason());
        return Granted.ok(caller, commands.send(command, caller.money(Optional.empty(), body)), HoldNow::of);
    }

    private static AccountId account(String id) {
        return Names.inPath("account", id, AccountId::of);
    }

    private static HoldId hold(String id) {
        return Names.inPath("hold", id, HoldId::of);
    }
}
