package io.nexum.gateway.ledger;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.ledger.LedgerAnswers.AccountLedger;
import io.nexum.gateway.ledger.LedgerAnswers.GlAccountAnswer;
import io.nexum.gateway.ledger.LedgerAnswers.GlAccountList;
import io.nexum.gateway.ledger.LedgerAnswers.JournalEntryList;
import io.nexum.gateway.ledger.LedgerAnswers.PostedEntry;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.request.Names;
import io.nexum.gateway.request.Paging;
import io.nexum.gateway.request.Parameters;
import io.nexum.kernel.Commands;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Queries;
import io.nexum.kernel.Text;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.ledger.GlAccount;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.LedgerCommand.OpenGlAccount;
import io.nexum.kernel.ledger.LedgerQuery.DateBasis;
import io.nexum.kernel.ledger.LedgerQuery.FindJournalEntries;
import io.nexum.kernel.ledger.LedgerQuery.GetAccountLedger;
import io.nexum.kernel.ledger.LedgerQuery.GetChart;
import io.nexum.kernel.ledger.LedgerQuery.GetGlAccount;
import io.nexum.kernel.ledger.LedgerQuery.GetTrialBalance;
import io.nexum.kernel.ledger.LedgerQuery.TrialBalance;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.transaction.TransactionId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
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

/** The bank's own books. */
@RestController
@RequestMapping("/ledger")
@Tag(name = "Ledger")
class LedgerController {
    private static final int MAX_SUB_ACCOUNT_LENGTH = 100;

    private final Commands commands;
    private final Queries queries;

    LedgerController(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Needs(Permission.VIEW_REPORTS)
    @GetMapping("/accounts")
    @Operation(summary = "List the chart of accounts")
    GlAccountList findGlAccounts(@ParameterObject Paging paging, Caller caller) {
        PageRequest page = paging.page();
        List<GlAccount> chart = queries.ask(new GetChart(), caller.query());
        return new GlAccountList(
                chart.stream()
                        .skip(page.skip())
                        .limit(page.limit())
                        .map(GlAccountAnswer::of)
                        .toList(),
                chart.size(),
                page.skip(),
                page.limit());
    }

    @Needs(Permission.POST_JOURNAL_ENTRY)
    @PostMapping("/accounts")
    @Operation(summary = "Add an account to the chart")
    ResponseEntity<GlAccountAnswer> openGlAccount(@RequestBody GlAccountBody body, Caller caller) {
        var outcome = commands.send(new OpenGlAccount(body.account()), caller.money(Optional.empty(), body));
        return Granted.created(caller, outcome, GlAccountAnswer::of);
    }

    @Needs(Permission.VIEW_REPORTS)
    @GetMapping("/accounts/{code}")
    @Operation(summary = "Get an account of the chart")
    GlAccountAnswer getGlAccount(@PathVariable String code, Caller caller) {
        return GlAccountAnswer.of(queries.ask(new GetGlAccount(account(code)), caller.query()));
    }

    @Needs(Permission.VIEW_REPORTS)
    @GetMapping("/accounts/{code}/entries")
    @Operation(summary = "List what was posted to an account in one currency, with the balance after each line")
    AccountLedger findLedgerEntries(
            @PathVariable String code,
            @RequestParam String currency,
            @RequestParam(name = "sub_account") Optional<String> subAccount,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            @ParameterObject Paging paging,
            Caller caller) {
        GlCode account = account(code);
        var in = new Parameters();
        Optional<Currency> of = in.readRequired("currency", currency, Forms::currency);
        Optional<String> sub =
                in.read("sub_account", subAccount, text -> Text.required("sub_account", text, MAX_SUB_ACCOUNT_LENGTH));
        Optional<LocalDate> first = in.read("from", from, Forms::date);
        Optional<LocalDate> last = in.read("to", to, Forms::date);
        PageRequest page = in.checkedPage(paging);
        return AccountLedger.of(
                queries.ask(new GetAccountLedger(account, of.orElseThrow(), sub, first, last, page), caller.query()));
    }

    @Needs(Permission.POST_JOURNAL_ENTRY)
    @PostMapping("/journal-entries")
    @Operation(summary = "Enter a balanced journal entry by hand")
    ResponseEntity<PostedEntry> postJournalEntry(@RequestBody JournalEntryBody body, Caller caller) {
        var outcome = commands.send(body.command(), caller.money(body.idempotencyKey(), body));
        return Granted.created(caller, outcome, PostedEntry::of);
    }

    @Needs(Permission.VIEW_REPORTS)
    @GetMapping("/journal-entries")
    @Operation(summary = "Find journal entries, the newest first")
    JournalEntryList findJournalEntries(
            @RequestParam(name = "transaction_id") Optional<String> transaction,
            @RequestParam Optional<String> account,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            @ParameterObject Paging paging,
            Caller caller) {
        var in = new Parameters();
        var query = new FindJournalEntries(
                in.read("transaction_id", transaction, Forms.id(TransactionId::of)),
                in.read("account", account, GlCode::new),
                in.read("from", from, Forms::date),
                in.read("to", to, Forms::date),
                in.checkedPage(paging));
        return JournalEntryList.of(queries.ask(query, caller.query()));
    }

    @Needs(Permission.VIEW_REPORTS)
    @GetMapping("/trial-balance")
    @Operation(summary = "Get the trial balance, now, as of a day, or as of a position of the log")
    TrialBalance getTrialBalance(
            @RequestParam(name = "as_of") Optional<String> asOf,
            @RequestParam Optional<String> basis,
            @RequestParam Optional<String> position,
            Caller caller) {
        var in = new Parameters();
        var query = new GetTrialBalance(
                in.read("as_of", asOf, Forms::date),
                in.read("basis", basis, Forms.word(DateBasis.class)).orElse(DateBasis.BOOKING_DATE),
                in.read("position", position, Forms::position));
        in.check();
        return queries.ask(query, caller.query());
    }

    private static GlCode account(String code) {
        return Names.inPath("general-ledger account", code, GlCode::new);
    }
}
