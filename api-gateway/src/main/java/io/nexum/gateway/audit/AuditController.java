package io.nexum.gateway.audit;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.Names;
import io.nexum.gateway.request.Paging;
import io.nexum.gateway.request.Parameters;
import io.nexum.kernel.Queries;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.audit.AuditQuery.FindAuditEvents;
import io.nexum.kernel.audit.AuditQuery.IntegrityReport;
import io.nexum.kernel.audit.AuditQuery.PointInLog;
import io.nexum.kernel.audit.AuditQuery.ReplayAccount;
import io.nexum.kernel.audit.AuditQuery.ReplayTrialBalance;
import io.nexum.kernel.audit.AuditQuery.VerifyIntegrity;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the log itself tells. */
@RestController
@RequestMapping("/audit")
@Tag(name = "Audit")
class AuditController {
    private final Queries queries;

    AuditController(Queries queries) {
        this.queries = queries;
    }

    @Needs(Permission.VIEW_AUDIT_LOG)
    @GetMapping("/events")
    @Operation(summary = "Find events of the log, the newest first")
    AuditAnswer.AuditEventList findAuditEvents(
            @ParameterObject AuditSearch search, @ParameterObject Paging paging, Caller caller) {
        var in = new Parameters();
        var query = new FindAuditEvents(search.filter(in), in.checkedPage(paging));
        return AuditAnswer.AuditEventList.of(queries.ask(query, caller.query()));
    }

    @Needs(Permission.VIEW_AUDIT_LOG)
    @GetMapping("/integrity")
    @Operation(summary = "Verify the log's hash chain, the whole or from one position through another")
    IntegrityReport verifyIntegrity(
            @RequestParam Optional<String> from, @RequestParam Optional<String> to, Caller caller) {
        var in = new Parameters();
        var query = new VerifyIntegrity(in.read("from", from, Forms::position), in.read("to", to, Forms::position));
        in.check();
        return queries.ask(query, caller.query());
    }

    @Needs(Permission.VIEW_AUDIT_LOG)
    @GetMapping("/replay/accounts/{account_id}")
    @Operation(summary = "Tell an account as it was, from its events alone")
    ReplayAnswer.ReplayedAccount replayAccount(
            @PathVariable("account_id") String id,
            @RequestParam Optional<String> position,
            @RequestParam Optional<String> at,
            Caller caller) {
        var query = new ReplayAccount(Names.inPath("account", id, AccountId::of), point(position, at));
        return ReplayAnswer.ReplayedAccount.of(queries.ask(query, caller.query()));
    }

    @Needs(Permission.VIEW_AUDIT_LOG)
    @GetMapping("/replay/trial-balance")
    @Operation(summary = "Tell the trial balance as it was, from the events alone")
    ReplayAnswer.ReplayedTrialBalance replayTrialBalance(
            @RequestParam Optional<String> position, @RequestParam Optional<String> at, Caller caller) {
        return ReplayAnswer.ReplayedTrialBalance.of(
                queries.ask(new ReplayTrialBalance(point(position, at)), caller.query()));
    }

    /** An {@code at} without a time is the end of that day. */
    private static PointInLog point(Optional<String> position, Optional<String> at) {
        var in = new Parameters();
        var point = new PointInLog(in.read("position", position, Forms::position), in.read("at", at, Forms::until));
        in.check();
        return point;
    }
}
