package io.nexum.gateway.audit;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.WholeDay;
import io.nexum.kernel.PageRequest;
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
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.util.Optional;
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
            @Parameter(hidden = true) AuditSearch search, PageRequest page, Caller caller) {
        var query = new FindAuditEvents(search.filter(), page);
        return AuditAnswer.AuditEventList.of(queries.ask(query, caller.query()));
    }

    @Needs(Permission.VIEW_AUDIT_LOG)
    @GetMapping("/integrity")
    @Operation(summary = "Verify the log's hash chain, the whole or from one position through another")
    IntegrityReport verifyIntegrity(
            @RequestParam Optional<@PositiveOrZero Long> from,
            @RequestParam Optional<@PositiveOrZero Long> to,
            Caller caller) {
        return queries.ask(new VerifyIntegrity(from, to), caller.query());
    }

    @Needs(Permission.VIEW_AUDIT_LOG)
    @GetMapping("/replay/accounts/{account_id}")
    @Operation(summary = "Tell an account as it was, from its events alone")
    ReplayAnswer.ReplayedAccount replayAccount(
            @PathVariable("account_id") AccountId account,
            @RequestParam Optional<@PositiveOrZero Long> position,
            @RequestParam Optional<@ConvertedBy(WholeDay.class) Instant> at,
            Caller caller) {
        var query = new ReplayAccount(account, new PointInLog(position, at));
        return ReplayAnswer.ReplayedAccount.of(queries.ask(query, caller.query()));
    }

    @Needs(Permission.VIEW_AUDIT_LOG)
    @GetMapping("/replay/trial-balance")
    @Operation(summary = "Tell the trial balance as it was, from the events alone")
    ReplayAnswer.ReplayedTrialBalance replayTrialBalance(
            @RequestParam Optional<@PositiveOrZero Long> position,
            @RequestParam Optional<@ConvertedBy(WholeDay.class) Instant> at,
            Caller caller) {
        return ReplayAnswer.ReplayedTrialBalance.of(
                queries.ask(new ReplayTrialBalance(new PointInLog(position, at)), caller.query()));
    }
}
