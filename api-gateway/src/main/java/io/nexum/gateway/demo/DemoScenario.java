package io.nexum.gateway.demo;

import io.nexum.gateway.demo.BankClient.Answer;
import io.nexum.kernel.money.Money;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A small bank's first day: its customers, their accounts and their money, through nothing but the REST API. It can be
 * played again on the same data; then it is another day with other customers of the same names.
 */
public final class DemoScenario {
    private static final int DEPOSITS = 300;
    private static final int SALARIES = 40;

    private final BankClient bank;
    private final PrintStream out;
    // Of this play alone, so that another one's requests are not taken for repetitions.
    private final String play = UUID.randomUUID().toString();
    private int requests;

    private DemoScenario(BankClient bank, PrintStream out) {
        this.bank = bank;
        this.out = out;
    }

    /**
     * Plays the scenario and tells of it.
     *
     * @throws IllegalStateException if the bank refuses what it should grant, or grants what it should refuse
     */
    public static void play(URI base, String user, String password, PrintStream out)
            throws IOException, InterruptedException {
        try (BankClient bank = new BankClient(base)) {
            out.println();
            out.println("A bank's first day, through the REST API at " + base);
            bank.login(user, password);
            DemoScenario scenario = new DemoScenario(bank, out);
            scenario.play();
            new LenderScenario(bank, out, scenario.play).play();
            DemoReport.print(bank, base, user, out);
        }
    }

    private void play() throws IOException, InterruptedException {
        say("Customers come, are known and open accounts");
        String ada = customer("Ada", "Okafor", "ada.okafor@example.com");
        String ben = customer("Ben", "Lindqvist", "ben.lindqvist@example.com");
        String chiara = customer("Chiara", "Moretti", "chiara.moretti@example.com");
        String daichi = customer("Daichi", "Sato", "daichi.sato@example.com");
        String adaChecking = account(ada, "checking", "USD", "Ada's household");
        String adaSavings = account(ada, "savings", "USD", "Ada's reserve");
        String benChecking = account(ben, "checking", "USD", "Ben's shop");
        String benWallet = account(ben, "wallet", "USD", "Ben's phone");
        String chiaraChecking = account(chiara, "checking", "EUR", "Chiara's household");
        String daichiWallet = account(daichi, "wallet", "JPY", "Daichi's travels");

        deposits(List.of(adaChecking, adaSavings, benChecking, benWallet), "USD");
        note(
                once("/transactions/deposit", deposit(chiaraChecking, "850.00", "EUR", "Opening deposit")),
                "Chiara brings 850.00 EUR");
        note(
                once("/transactions/deposit", deposit(daichiWallet, "120000", "JPY", "Opening deposit")),
                "Daichi brings 120000 JPY");

        transfers(adaChecking, benChecking, adaSavings);
        acrossCurrencies(adaChecking, chiaraChecking);
        overdraft(daichiWallet);
        hold(benChecking);
        reversal(benWallet);
        salaries(benChecking, List.of(adaChecking, adaSavings, benWallet));
    }

    private String customer(String firstName, String lastName, String email) throws IOException, InterruptedException {
        String id = bank.post("/customers", Map.of("first_name", firstName, "last_name", lastName, "email", email))
                .granted()
                .path("customer_id")
                .asString();
        bank.put(
                        "/customers/" + id + "/kyc",
                        Map.of("status", "verified", "tier", "tier_2", "documents", List.of("passport")))
                .granted();
        out.println("    " + firstName + " " + lastName + ", verified, tier 2");
        return id;
    }

    private String account(String customer, String productType, String currency, String name)
            throws IOException, InterruptedException {
        String id = bank.post(
                        "/accounts",
                        Map.of(
                                "customer_id",
                                customer,
                                "product_type",
                                productType,
                                "currency",
                                currency,
                                "name",
                                name))
                .granted()
                .path("account_id")
                .asString();
        out.printf("    %-20s %-8s %s  %s%n", name, productType, currency, id);
        return id;
    }

    private void deposits(List<String> accounts, String currency) throws IOException, InterruptedException {
        say(DEPOSITS + " deposits, all at once");
        List<Callable<Answer>> all = new ArrayList<>();
        for (int i = 0; i < DEPOSITS; i++) {
            String account = accounts.get(i % accounts.size());
            Map<String, Object> deposit = deposit(account, (50 + i % 70) + ".25", currency, "Cash at the counter");
            String key = nextKey();
            all.add(() -> bank.postOnce("/transactions/deposit", deposit, key));
        }
        long startedAt = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : threads.invokeAll(all)) {
                answer.get().granted();
            }
        } catch (ExecutionException e) {
            throw new IOException("a deposit was not answered", e);
        }
        out.printf("    done in %d ms%n", (System.nanoTime() - startedAt) / 1_000_000);
    }

    private void transfers(String ada, String ben, String adaSavings) throws IOException, InterruptedException {
        say("Transfers");
        note(transfer(ada, ben, "125.00", "USD", "Groceries"), "Ada pays Ben 125.00 USD");
        note(transfer(ada, adaSavings, "400.00", "USD", "Put aside"), "Ada puts 400.00 USD aside");
    }

    private void acrossCurrencies(String ada, String chiara) throws IOException, InterruptedException {
        say("A transfer across currencies, at the rate that the treasury has just entered");
        bank.post("/rates", Map.of("base", "USD", "quote", "EUR", "rate", "0.9215", "source", "Treasury desk"))
                .granted();
        Answer answer = transfer(ada, chiara, "200.00", "USD", "Rent for the holiday flat");
        note(
                answer,
                "Ada sends 200.00 USD, Chiara gets " + money(answer.granted().path("credited_amount")) + " at 0.9215");
    }

    private void overdraft(String daichi) throws IOException, InterruptedException {
        say("More than there is");
        Answer answer = once(
                "/transactions/withdraw",
                Map.of("account_id", daichi, "amount", amount("500000", "JPY"), "description", "A car"));
        if (answer.isGranted()) {
            throw new IllegalStateException("the bank let an account go below its floor: " + answer.body());
        }
        out.println("    Daichi wants 500000 JPY; refused with " + answer.status() + ": "
                + answer.body().path("detail").asString());
    }

    private void hold(String ben) throws IOException, InterruptedException {
        say("A hold, captured in part");
        Answer placed = once(
                "/accounts/" + ben + "/holds",
                Map.of("amount", amount("180.00", "USD"), "reason", "Hotel, two nights"));
        note(placed, "the hotel sets 180.00 USD aside on Ben's account");
        Answer captured = once(
                "/accounts/" + ben + "/holds/" + placed.body().path("hold_id").asString() + "/capture",
                Map.of("amount", amount("142.50", "USD"), "release_remainder", true));
        note(captured, "it takes 142.50 USD, and the rest is Ben's again");
    }

    private void reversal(String benWallet) throws IOException, InterruptedException {
        say("A slip, reversed by a correcting entry");
        Answer slip =
                once("/transactions/deposit", deposit(benWallet, "1000.00", "USD", "Deposit with a zero too many"));
        note(slip, "1000.00 USD are booked for Ben where 100.00 were meant");
        String transaction = slip.body().path("transaction_id").asString();
        note(once("/transactions/" + transaction + "/reverse", Map.of("reason", "Amount mistyped")), "and taken back");
        note(
                once("/transactions/deposit", deposit(benWallet, "100.00", "USD", "Deposit")),
                "and booked as it was meant");
    }

    private void salaries(String payer, List<String> payees) throws IOException, InterruptedException {
        say("Ben pays wages: " + SALARIES + " transfers in one append, all or nothing");
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < SALARIES; i++) {
            lines.add(Map.of(
                    "transaction_type",
                    "transfer",
                    "from_account_id",
                    payer,
                    "to_account_id",
                    payees.get(i % payees.size()),
                    "amount",
                    amount("12.50", "USD"),
                    "description",
                    "Wages " + LocalDate.now(java.time.ZoneOffset.UTC) + " " + (i + 1)));
        }
        Answer answer = once("/transactions/bulk", Map.of("mode", "atomic", "transactions", lines));
        note(answer, answer.granted().path("processed_count").asInt() + " transfers booked");
    }

    private Answer transfer(String from, String to, String amount, String currency, String description)
            throws IOException, InterruptedException {
        return once(
                "/transactions/transfer",
                Map.of(
                        "from_account_id",
                        from,
                        "to_account_id",
                        to,
                        "amount",
                        amount(amount, currency),
                        "description",
                        description));
    }

    private static Map<String, Object> deposit(String account, String amount, String currency, String description) {
        return Map.of("account_id", account, "amount", amount(amount, currency), "description", description);
    }

    private static Money amount(String amount, String currency) {
        return Money.of(amount, currency);
    }

    private static String money(tools.jackson.databind.JsonNode amount) {
        return amount.path("amount").asString() + " " + amount.path("currency").asString();
    }

    private Answer once(String path, Object body) throws IOException, InterruptedException {
        return bank.postOnce(path, body, nextKey());
    }

    private String nextKey() {
        return "demo-" + play + "-" + requests++;
    }

    private void say(String what) {
        out.println("  " + what);
    }

    private void note(Answer answer, String what) {
        answer.granted();
        out.println("    " + what);
    }
}
