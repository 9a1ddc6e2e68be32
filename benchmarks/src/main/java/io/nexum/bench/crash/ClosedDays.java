package io.nexum.bench.crash;

import io.nexum.bench.bank.Accounts;
import io.nexum.gateway.demo.BankClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Loans that nobody pays, over which days are closed while processes are killed. Each loan must earn interest for each
 * day, once.
 */
final class ClosedDays {
    private static final int LOANS = 40;
    private static final int DAYS_A_ROUND = 60;
    private static final int PAGE = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long ASK_EVERY_MS = 200;

    /** A day of a loan. */
    private record LoanDay(String loan, LocalDate date) {}

    private final Set<String> loans;
    private LocalDate from;
    private LocalDate through;

    private ClosedDays(Set<String> loans, LocalDate from) {
        this.loans = loans;
        this.from = from;
        this.through = from.minusDays(1);
    }

    /** Has loans paid out that run longer than any test. */
    static ClosedDays prepare(BankClient client) throws IOException, InterruptedException {
        String customer = Accounts.customer(client, "Borrower");
        Set<String> loans = new HashSet<>();
        for (int i = 0; i < LOANS; i++) {
            String loan = client.post("/loans", Map.of("customer_id", customer, "currency", "USD", "terms", terms()))
                    .granted()
                    .path("loan_id")
                    .asString();
            client.post("/loans/" + loan + "/disburse", Map.of()).granted();
            loans.add(loan);
        }
        return new ClosedDays(loans, date(client));
    }

    private static Map<String, Object> terms() {
        return Map.of(
                "principal_amount",
                "5000.00",
                "annual_interest_rate",
                "0.24",
                "number_of_payments",
                600,
                "grace_period_days",
                5,
                "late_fee",
                "25.00");
    }

    private static LocalDate date(BankClient client) throws IOException, InterruptedException {
        return LocalDate.parse(
                client.get("/admin/eod").granted().path("business_date").asString());
    }

    /** Asks for some more days. All processes are asked, and one of them may close. */
    void ask(List<BankClient> clients) throws InterruptedException {
        from = through.plusDays(1);
        through = through.plusDays(DAYS_A_ROUND);
        for (BankClient client : clients) {
            ask(client);
        }
    }

    private void ask(BankClient client) throws InterruptedException {
        try {
            client.post("/admin/eod?wait=false", Map.of("through", through));
        } catch (IOException lost) {
            // Asked again after the kill: an answer that is lost may be of a close that goes on.
        }
    }

    /** What is wrong with the days of this round, once they are closed. */
    List<String> violations(BankClient client, Instant since) throws IOException, InterruptedException {
        if (!areClosed(client)) {
            return List.of("the days through " + through + " are not closed: "
                    + client.get("/admin/eod").body());
        }
        List<String> violations = new ArrayList<>();
        Map<LoanDay, Integer> accrued = accrued(client, since);
        for (String loan : loans) {
            for (LocalDate date = from; !date.isAfter(through); date = date.plusDays(1)) {
                Integer times = accrued.remove(new LoanDay(loan, date));
                if (times == null || times != 1) {
                    violations.add("loan " + loan + " earned interest for " + date + " " + times + " times");
                }
            }
        }
        accrued.keySet().forEach(day -> violations.add("nobody asked for " + day));
        return violations;
    }

    private boolean areClosed(BankClient client) throws IOException, InterruptedException {
        Instant giveUpAt = Instant.now().plus(PATIENCE);
        ask(client);
        while (!date(client).isAfter(through)) {
            if (Instant.now().isAfter(giveUpAt)) {
                return false;
            }
            Thread.sleep(ASK_EVERY_MS);
        }
        return client.get("/admin/eod").granted().path("set_aside").asInt() == 0;
    }

    private static Map<LoanDay, Integer> accrued(BankClient client, Instant since)
            throws IOException, InterruptedException {
        Map<LoanDay, Integer> accrued = new HashMap<>();
        long total = PAGE;
        for (int skip = 0; skip < total; skip += PAGE) {
            JsonNode page = client.get("/audit/events?type=loan.interest_accrued&since=" + since + "&skip=" + skip
                            + "&limit=" + PAGE)
                    .granted();
            total = page.path("total").asLong();
            for (JsonNode event : page.path("events")) {
                JsonNode data = event.path("data");
                accrued.merge(
                        new LoanDay(
                                event.path("entity_id").asString(),
                                LocalDate.parse(data.path("date").asString())),
                        1,
                        Integer::sum);
            }
        }
        return accrued;
    }

    int count() {
        return DAYS_A_ROUND;
    }
}
