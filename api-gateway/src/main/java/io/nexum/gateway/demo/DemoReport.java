package io.nexum.gateway.demo;

import io.nexum.kernel.audit.AuditQuery.IntegrityReport;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.ledger.LedgerQuery.TrialBalance;
import io.nexum.kernel.ledger.LedgerQuery.TrialBalanceRow;
import io.nexum.kernel.ledger.LedgerQuery.TrialBalanceTotal;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;

/** What the bank's books and its log say after the demo, and where a newcomer looks next. */
final class DemoReport {
    private static final String ROW = "  %-5s %-32s %-10s %4s %18s %18s%n";

    private DemoReport() {}

    static void print(BankClient bank, URI base, String user, PrintStream out)
            throws IOException, InterruptedException {
        trialBalance(Json.convert(bank.get("/ledger/trial-balance").granted(), TrialBalance.class), out);
        integrity(Json.convert(bank.get("/audit/integrity").granted(), IntegrityReport.class), out);
        whereNext(base, user, out);
    }

    private static void trialBalance(TrialBalance books, PrintStream out) {
        out.println();
        out.println("Trial balance at position " + books.position() + " of the log");
        out.printf(ROW, "code", "account", "type", "cur", "debit", "credit");
        for (TrialBalanceRow row : books.rows()) {
            if (!row.debit().isZero() || !row.credit().isZero()) {
                out.printf(
                        ROW,
                        row.account(),
                        row.name(),
                        Json.wireName(row.type()),
                        row.currency(),
                        row.debit().amount().toPlainString(),
                        row.credit().amount().toPlainString());
            }
        }
        for (TrialBalanceTotal total : books.totals()) {
            out.printf(
                    ROW,
                    "",
                    "total",
                    "",
                    total.currency(),
                    total.debit().amount().toPlainString(),
                    total.credit().amount().toPlainString());
        }
        out.println("  " + (books.balanced() ? "The books balance in every currency." : "THE BOOKS DON'T BALANCE."));
    }

    private static void integrity(IntegrityReport log, PrintStream out) {
        out.println();
        if (log.valid()) {
            out.println("Audit: the chain of " + log.eventsChecked() + " events is whole, from position " + log.from()
                    + " to " + log.to());
            out.println("  its last hash is " + log.headHash());
        } else {
            out.println("Audit: THE CHAIN IS BROKEN at position "
                    + log.firstBadPosition().map(String::valueOf).orElse("?") + ": "
                    + log.problem().orElse(""));
        }
    }

    private static void whereNext(URI base, String user, PrintStream out) {
        out.println("""

                Where to look next
                  API docs      %1$s/docs
                  log in        curl -s %1$s/auth/login -H 'Content-Type: application/json' \\
                                  -d '{"username":"%2$s","password":"..."}'
                  take it home  ./nexum audit export > log.jsonl && ./nexum audit verify log.jsonl
                  prove it      ./nexum audit check   (the read side against the log)
                  read on       README.md and docs/
                """.formatted(base, user));
    }
}
