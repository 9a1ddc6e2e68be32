package io.nexum.gateway.loan;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.OwnBank;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The cookbook's microfinance lender, steps 1 to 6, through its first ten weeks. */
class MicrofinanceScenarioTest {
    private static final LocalDate START = LocalDate.parse("2024-02-19");

    /** Step 1, as the cookbook exports it. */
    private static final Map<String, String> RULES = Map.of(
            "NEXUM_MAX_DAILY_TRANSACTION_LIMIT", "5000.00",
            "NEXUM_MIN_ACCOUNT_BALANCE", "0.00",
            "NEXUM_DEFAULT_CURRENCY", "USD",
            "NEXUM_KYC_TIER_REQUIRED", "TIER_1",
            "NEXUM_LOAN_GRACE_PERIOD_DAYS", "7",
            "NEXUM_BUSINESS_DATE", START.toString());

    @Test
    void ten_weeks_with_a_borrower_who_pays_one_who_pays_late_and_one_who_never_does() throws IOException {
        try (OwnBank bank = OwnBank.start(RULES)) {
            Lender lender = new Lender(new Api(bank.base(), bank.token()));
            lender.createsTheMicroloan();
            String maria = lender.lends("Maria");
            String late = lender.lends("Luis");
            String never = lender.lends("Noor");
            BigDecimal weekly = lender.weeklyPayment(maria);
            // The level payment of 5,000.00 at 24 % over 52 weeks of 7 days of 360.
            assertThat(weekly).isBetween(new BigDecimal("108.00"), new BigDecimal("109.00"));

            for (int week = 1; week <= 10; week++) {
                LocalDate due = START.plusWeeks(week);
                lender.closesThrough(due.minusDays(1));
                lender.pays(maria, weekly, due);
                if (week >= 3) {
                    // Two weeks behind, and then week by week.
                    lender.pays(late, weekly, due);
                }
            }
            lender.closesThrough(START.plusWeeks(10));

            JsonNode good = lender.loan(maria);
            assertThat(good.at("/days_past_due").asInt()).isZero();
            assertThat(good.at("/next_payment_date").asString()).isEqualTo("2024-05-06");
            JsonNode bad = lender.loan(never);
            assertThat(bad.at("/days_past_due").asInt()).isEqualTo(64);
            assertThat(lender.isLate(late)).isTrue();
            Map<String, Integer> overdue = lender.daysOverdueOfActiveLoans(LocalDate.parse("2024-04-30"));
            assertThat(overdue.get(maria)).isNegative();
            assertThat(overdue.get(never)).isEqualTo(64);

            JsonNode report = lender.portfolioPerformance();
            assertThat(report.at("/portfolio_summary/total_loans_originated").asInt())
                    .isEqualTo(3);
            assertThat(report.at("/portfolio_summary/total_principal_disbursed/amount")
                            .asString())
                    .isEqualTo("15000.00");
            assertThat(report.at("/portfolio_summary/active_loans").asInt()).isEqualTo(3);
            assertThat(report.at("/performance_metrics/average_loan_size/amount")
                            .asString())
                    .isEqualTo("5000.00");
            assertThat(report.at("/aging_analysis/over_60_days/percentage").decimalValue())
                    .isPositive();
            lender.booksBalance();
        }
    }

    /** What the cookbook's curl and Python calls do. */
    private record Lender(Api api) {
        void createsTheMicroloan() {
            granted(api.post("/products", """
                    {
                      "name": "Small Business Microloan",
                      "product_type": "loan",
                      "currency": "USD",
                      "description": "Short-term business loans for entrepreneurs",
                      "product_code": "SBM001",
                      "interest_rate": "0.24",
                      "default_loan_term_months": 12,
                      "max_loan_term_months": 24,
                      "min_loan_amount": {"amount": "500.00", "currency": "USD"},
                      "max_loan_amount": {"amount": "10000.00", "currency": "USD"},
                      "payment_frequency": "weekly",
                      "late_payment_fee": {"amount": "25.00", "currency": "USD"},
                      "grace_period_days": 7,
                      "requires_kyc_tier": "tier_1"
                    }
                    """));
        }

        /** Steps 3 and 4: onboards a borrower, makes the loan and pays it out to a bank elsewhere. */
        String lends(String name) {
            String customer =
                    granted(api.post("/customers", """
                    {
                      "first_name": "%s",
                      "last_name": "Santos",
                      "email": "%s.santos@email.com",
                      "phone": "+1-555-0123",
                      "date_of_birth": "1985-08-15",
                      "address": {
                        "line1": "123 Market Street",
                        "city": "Riverside",
                        "state": "CA",
                        "postal_code": "92501",
                        "country": "US"
                      }
                    }
                    """.formatted(name, name))).at("customer_id");
            granted(api.put("/customers/" + customer + "/kyc", """
                    {
                      "status": "verified",
                      "tier": "tier_1",
                      "documents": ["national_id", "proof_of_business"],
                      "expiry_days": 365
                    }
                    """));
            granted(api.post("/accounts", """
                    {
                      "customer_id": "%s",
                      "product_type": "loan",
                      "currency": "USD",
                      "name": "Business Loan Account"
                    }
                    """.formatted(customer)));
            Answer made = granted(api.post("/loans", """
                    {
                      "customer_id": "%s",
                      "terms": {
                        "principal_amount": {"amount": "5000.00", "currency": "USD"},
                        "annual_interest_rate": "0.24",
                        "term_months": 12,
                        "payment_frequency": "weekly",
                        "amortization_method": "equal_installment",
                        "first_payment_date": "2024-02-26",
                        "allow_prepayment": true,
                        "grace_period_days": 7,
                        "late_fee": {"amount": "25.00", "currency": "USD"}
                      },
                      "currency": "USD",
                      "purpose": "Inventory purchase for grocery store",
                      "collateral_description": "Store equipment and inventory"
                    }
                    """.formatted(customer)));
            assertThat(made.at("state")).isEqualTo("originated");
            assertThat(made.at("next_payment_date")).isEqualTo("2024-02-26");
            assertThat(made.json().at("/terms/total_payments").asInt()).isEqualTo(52);
            String loan = made.at("loan_id");
            granted(api.post("/loans/" + loan + "/disburse", """
                    {
                      "disbursement_method": "bank_transfer",
                      "external_account": {
                        "account_number": "12345678",
                        "routing_number": "021000021",
                        "bank_name": "First National Bank"
                      },
                      "disbursement_date": "2024-02-19"
                    }
                    """));
            return loan;
        }

        BigDecimal weeklyPayment(String loan) {
            return new BigDecimal(loan(loan).at("/terms/weekly_payment/amount").asString());
        }

        void closesThrough(LocalDate date) {
            granted(api.post("/admin/eod?wait=true", """
                    {"through": "%s"}
                    """.formatted(date)));
        }

        void pays(String loan, BigDecimal amount, LocalDate date) {
            granted(api.post("/loans/payment", """
                    {
                      "loan_id": "%s",
                      "amount": {"amount": "%s", "currency": "USD"},
                      "payment_date": "%s"
                    }
                    """.formatted(loan, amount, date)));
        }

        JsonNode loan(String loan) {
            return granted(api.get("/loans/" + loan)).json();
        }

        boolean isLate(String loan) {
            return loan(loan).at("/days_past_due").asInt() > 0;
        }

        /** The loop of step 5. */
        Map<String, Integer> daysOverdueOfActiveLoans(LocalDate today) {
            Map<String, Integer> days = new TreeMap<>();
            for (JsonNode loan : granted(api.get("/loans?status=active")).json().at("/loans")) {
                LocalDate due = LocalDate.parse(loan.at("/next_payment_date").asString());
                days.put(loan.at("/loan_id").asString(), (int) ChronoUnit.DAYS.between(due, today));
                assertThat(loan.has("weekly_payment")).isTrue();
                assertThat(loan.has("current_balance")).isTrue();
                assertThat(loan.has("days_past_due")).isTrue();
            }
            return days;
        }

        JsonNode portfolioPerformance() {
            return granted(api.get("/reports/portfolio-performance?start_date=2024-01-01&end_date=2024-04-30"))
                    .json();
        }

        void booksBalance() {
            JsonNode trial = granted(api.get("/ledger/trial-balance")).json();
            assertThat(trial.at("/balanced").asBoolean()).isTrue();
            assertThat(trial.toString()).contains("1100");
        }

        private static Answer granted(Answer answer) {
            assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
            return answer;
        }
    }
}
