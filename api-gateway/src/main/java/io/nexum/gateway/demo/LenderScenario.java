package io.nexum.gateway.demo;

import io.nexum.gateway.demo.BankClient.Answer;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/** A microfinance lender's first months: a few hundred weekly loans, most of them paid, some late, some not at all. */
final class LenderScenario {
    private static final int LOANS = 300;
    private static final int WEEKS = 16;
    private static final int BORROWERS = 30;
    private static final String[] NAMES = {"Amina", "Bruno", "Carla", "Deniz", "Edith", "Femi"};

    private final BankClient bank;
    private final PrintStream out;
    private final String play;
    private final LocalDate today = LocalDate.now(Clock.systemUTC());

    LenderScenario(BankClient bank, PrintStream out, String play) {
        this.bank = bank;
        this.out = out;
        this.play = play;
    }

    /** @throws IllegalStateException if the bank refuses what it should grant */
    void play() throws IOException, InterruptedException {
        out.println();
        out.println("A lender's first months: " + LOANS + " weekly loans");
        List<String> borrowers = new ArrayList<>();
        for (int i = 0; i < BORROWERS; i++) {
            borrowers.add(borrower(NAMES[i % NAMES.length], i));
        }
        List<Callable<Integer>> lives = new ArrayList<>();
        for (int i = 0; i < LOANS; i++) {
            int number = i;
            lives.add(() -> life(borrowers.get(number % BORROWERS), number));
        }
        int payments = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> life : threads.invokeAll(lives)) {
                payments += life.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a loan could not be played", e);
        }
        out.println("    " + payments + " payments; every tenth borrower is late, every thirtieth has stopped paying");
        report();
    }

    private String borrower(String name, int number) throws IOException, InterruptedException {
        String id = bank.post(
                        "/customers",
                        Map.of(
                                "first_name",
                                name,
                                "last_name",
                                "Borrower",
                                "email",
                                name.toLowerCase(Locale.ROOT) + number + "." + play + "@example.com"))
                .granted()
                .path("customer_id")
                .asString();
        bank.put(
                        "/customers/" + id + "/kyc",
                        Map.of("status", "verified", "tier", "tier_1", "documents", List.of("national_id")))
                .granted();
        return id;
    }

    /** One loan from its first day to today; answers how many payments came. */
    private int life(String borrower, int number) throws IOException, InterruptedException {
        LocalDate start = today.minusDays(7L * WEEKS - number % 80);
        JsonNode made = bank.postOnce(
                        "/loans",
                        Map.of("customer_id", borrower, "currency", "USD", "terms", terms(number, start)),
                        key(number, "loan"))
                .granted();
        String loan = made.path("loan_id").asString();
        String weekly = made.path("terms").path("payment_amount").path("amount").asString();
        bank.postOnce("/loans/" + loan + "/disburse", Map.of("disbursement_date", start.toString()), key(number, "out"))
                .granted();
        int payments = 0;
        for (int week = 1; week <= WEEKS; week++) {
            LocalDate due = start.plusWeeks(week);
            boolean stopped = number % 30 == 7 && week > 3;
            LocalDate paid = number % 10 == 3 ? due.plusDays(9) : due;
            if (!stopped && !paid.isAfter(today)) {
                Answer answer = bank.postOnce(
                        "/loans/" + loan + "/payments",
                        Map.of("amount", Map.of("amount", weekly, "currency", "USD"), "payment_date", paid.toString()),
                        key(number, "pay" + week));
                answer.granted();
                payments++;
            }
        }
        return payments;
    }

    private static Map<String, Object> terms(int number, LocalDate start) {
        return Map.of(
                "principal_amount",
                Map.of("amount", (500 + number % 20 * 250) + ".00", "currency", "USD"),
                "annual_interest_rate",
                "0.24",
                "term_months",
                12,
                "payment_frequency",
                "weekly",
                "disbursement_date",
                start.toString(),
                "first_payment_date",
                start.plusWeeks(1).toString(),
                "grace_period_days",
                7,
                "late_fee",
                Map.of("amount", "25.00", "currency", "USD"));
    }

    private void report() throws IOException, InterruptedException {
        JsonNode report = bank.get("/reports/portfolio-performance?start_date=" + today.minusDays(7L * WEEKS)
                        + "&end_date=" + today)
                .granted();
        JsonNode summary = report.path("portfolio_summary");
        JsonNode metrics = report.path("performance_metrics");
        out.println("    lent " + amount(summary.path("total_principal_disbursed")) + ", outstanding "
                + amount(summary.path("current_portfolio_balance")) + ", active loans "
                + summary.path("active_loans").asString());
        out.println("    collection rate " + metrics.path("collection_rate").asString() + " %, default rate "
                + metrics.path("default_rate").asString() + " %");
        report.path("aging_analysis")
                .properties()
                .forEach(bucket -> out.printf(
                        "    %-12s %s (%s %%)%n",
                        bucket.getKey(),
                        amount(bucket.getValue()),
                        bucket.getValue().path("percentage").asString()));
    }

    private static String amount(JsonNode money) {
        return money.path("amount").asString() + " USD";
    }

    private String key(int number, String what) {
        return "demo-" + play + "-" + number + "-" + what;
    }
}
