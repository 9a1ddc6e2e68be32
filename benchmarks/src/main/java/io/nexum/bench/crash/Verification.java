package io.nexum.bench.crash;

import io.nexum.bench.crash.ExpectedBooks.Balance;
import io.nexum.bench.crash.ExpectedBooks.Listed;
import io.nexum.bench.crash.Order.Movement;
import io.nexum.gateway.demo.BankClient;
import io.nexum.kernel.audit.AuditQuery.IntegrityReport;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.LedgerQuery.TrialBalance;
import io.nexum.kernel.ledger.LedgerQuery.TrialBalanceRow;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Compares the bank's books with what they must be, and collects every violation. */
final class Verification {
    private static final int PAGE = 200;
    private static final int SINGLE_LOOKUPS_MAX = 1_000;

    private final Victim victim;
    private final BankClient client;
    private final ExpectedBooks books;
    private final List<String> violations = new ArrayList<>();

    Verification(Victim victim, ExpectedBooks books) {
        this.victim = victim;
        this.client = victim.client();
        this.books = books;
    }

    /**
     * @param since when the round began
     * @param acknowledged the transactions that were acknowledged since then
     */
    List<String> violations(Instant since, Set<String> acknowledged) throws IOException, InterruptedException {
        balances();
        transactions(since, acknowledged);
        singly(acknowledged);
        trialBalance();
        integrity();
        offline("the offline verifier finds the chain broken", "audit", "verify", "--database");
        offline("the read models are not what the log tells", "audit", "check");
        return violations;
    }

    private void balances() throws IOException, InterruptedException {
        Map<String, Balance> actual = new HashMap<>();
        for (String account : books.balances().keySet()) {
            JsonNode found = client.get("/accounts/" + account).granted();
            Money balance = money(found.path("balance"));
            Balance held = new Balance(balance, money(found.path("held")));
            actual.put(account, held);
            if (!held.available().equals(money(found.path("available_balance")))) {
                violations.add("account " + account + " has " + balance + " and can spend "
                        + money(found.path("available_balance")));
            }
        }
        violations.addAll(books.differencesOfBalances(actual));
    }

    /** All transactions of the round, one by one; of the earlier ones, that they are as many as ever. */
    private void transactions(Instant since, Set<String> acknowledged) throws IOException, InterruptedException {
        List<Listed> listed = new ArrayList<>();
        long total = PAGE;
        for (int skip = 0; skip < total; skip += PAGE) {
            JsonNode page = client.get("/transactions?since=" + since + "&skip=" + skip + "&limit=" + PAGE)
                    .granted();
            total = page.path("total").asLong();
            page.path("transactions").forEach(transaction -> listed.add(listed(transaction)));
        }
        violations.addAll(books.differencesOfTransactions(acknowledged, listed));
        long all = client.get("/transactions?limit=1").granted().path("total").asLong();
        if (all != books.transactions().size()) {
            violations.add("the books hold " + all + " transactions; acknowledged were "
                    + books.transactions().size());
        }
    }

    /** A part of them by their own address too. */
    private void singly(Set<String> acknowledged) throws IOException, InterruptedException {
        List<String> some = acknowledged.stream().limit(SINGLE_LOOKUPS_MAX).toList();
        List<Listed> found = new ArrayList<>();
        for (String id : some) {
            BankClient.Answer answer = client.get("/transactions/" + id);
            if (answer.isGranted()) {
                found.add(listed(answer.body()));
            }
        }
        violations.addAll(books.differencesOfTransactions(new HashSet<>(some), found));
    }

    private void trialBalance() throws IOException, InterruptedException {
        TrialBalance found = Json.convert(client.get("/ledger/trial-balance").granted(), TrialBalance.class);
        if (!found.balanced()) {
            violations.add("the trial balance is not balanced: " + found.totals());
        }
        found.totals().stream()
                .filter(total -> !total.difference().isZero())
                .forEach(total -> violations.add("debits and credits differ: " + total));
        Map<Currency, Money> deposits = found.rows().stream()
                .filter(row -> row.account().equals(DefaultChart.CHECKING_DEPOSITS))
                .collect(Collectors.toMap(TrialBalanceRow::currency, TrialBalanceRow::balance));
        if (!deposits.equals(books.totals())) {
            violations.add("the ledger owes its customers " + deposits + "; acknowledged were " + books.totals());
        }
    }

    private void integrity() throws IOException, InterruptedException {
        IntegrityReport report = Json.convert(client.get("/audit/integrity").granted(), IntegrityReport.class);
        if (!report.valid()) {
            violations.add("the chain is broken: " + report);
        }
    }

    private void offline(String violation, String... arguments) throws IOException, InterruptedException {
        if (!victim.audits(arguments)) {
            violations.add(violation + "; what it said is in the program's log");
        }
    }

    private static Listed listed(JsonNode transaction) {
        return new Listed(
                transaction.path("transaction_id").asString(),
                new Movement(
                        account(transaction, "from_account_id"),
                        account(transaction, "to_account_id"),
                        money(transaction.path("amount"))));
    }

    private static Optional<String> account(JsonNode transaction, String field) {
        return Optional.ofNullable(transaction.get(field)).map(JsonNode::asString);
    }

    private static Money money(JsonNode json) {
        return Json.convert(json, Money.class);
    }
}
