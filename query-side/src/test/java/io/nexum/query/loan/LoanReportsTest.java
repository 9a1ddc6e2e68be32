package io.nexum.query.loan;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.loan.AgeingBucket;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanReportQuery.GetLoanAgeing;
import io.nexum.kernel.loan.LoanReportQuery.GetLoanPortfolio;
import io.nexum.kernel.loan.LoanReportQuery.GetPortfolioPerformance;
import io.nexum.kernel.loan.LoanReportQuery.LoanAgeing;
import io.nexum.kernel.loan.LoanReportQuery.LoansOfStatus;
import io.nexum.kernel.loan.LoanReportQuery.PortfolioPerformance;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.query.TestBank;
import io.nexum.query.TestLender;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Figures worked out by hand. A loan of 1,200.00 earns 12.00 in its first month and is paid 106.62 a month. */
class LoanReportsTest {
    private final TestBank bank = new TestBank();
    private final TestLender lender = new TestLender(bank, "2026-01-01");

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void a_month_in_which_one_pays_and_one_does_not() {
        LoanId pays = lender.lend("1200");
        lender.lend("1200");
        lender.until("2026-02-01");
        lender.pay(pays, "106.62");
        lender.until("2026-02-03");

        PortfolioPerformance report = performance("2026-01-01", "2026-02-02");

        assertThat(report.originated()).isEqualTo(2);
        assertThat(report.disbursed()).isEqualTo(usd("2400.00"));
        assertThat(report.averageSize()).isEqualTo(usd("1200.00"));
        assertThat(report.averageTermMonths()).isEqualTo(12);
        assertThat(report.active()).isEqualTo(2);
        assertThat(report.balance()).isEqualTo(usd("2305.38"));
        // 106.62 came, 106.62 is past due
        assertThat(report.collectionRate()).isEqualByComparingTo("50.0");
        assertThat(report.defaultRate()).isEqualByComparingTo("0.0");
        assertThat(share(report.ageing(), AgeingBucket.CURRENT)).isEqualTo(usd("1105.38"));
        assertThat(share(report.ageing(), AgeingBucket.DAYS_1_30)).isEqualTo(usd("1200.00"));
        // 1200.00 of 2305.38
        assertThat(report.ageing().percentage(usd("1200.00"))).isEqualByComparingTo("52.1");
    }

    @Test
    void the_yield_of_a_month_is_a_year_s_part_of_its_interest() {
        lender.lend("1200");
        lender.until("2026-02-01");

        PortfolioPerformance report = performance("2026-01-01", "2026-01-31");

        // 12.00 * 365 / (31 * 1200.00) = 11.774 %
        assertThat(report.yield()).isEqualByComparingTo("11.8");
        assertThat(report.collectionRate()).isEqualByComparingTo("100.0");
    }

    @Test
    void of_four_loans_one_is_paid_off_one_in_default_and_one_written_off() {
        lender.lend("1200");
        LoanId paidOff = lender.lend("1200");
        LoanId defaulted = lender.lend("1200");
        LoanId lost = lender.lend("1200");
        lender.until("2026-01-15");
        lender.pay(paidOff, "1205.42");
        lender.fail(defaulted);
        lender.writeOff(lost);

        PortfolioPerformance report = performance("2026-01-01", "2026-01-15");

        assertThat(report.active()).isEqualTo(1);
        assertThat(report.paidOff()).isEqualTo(1);
        assertThat(report.defaulted()).isEqualTo(2);
        assertThat(report.defaultRate()).isEqualByComparingTo("50.0");
        assertThat(report.balance()).isEqualTo(usd("2400.00"));
        assertThat(performance("2026-01-01", "2026-01-14").active()).isEqualTo(4);
        assertThat(bank.ask(new GetLoanPortfolio(day("2026-01-15"), TestBank.USD, Optional.of(LoanStatus.ACTIVE))))
                .containsExactly(new LoansOfStatus(LoanStatus.ACTIVE, 1, usd("1200.00")));
    }

    @Test
    void principal_at_risk_grows_with_the_days_past_due() {
        lender.lend("1200");
        lender.until("2026-04-05");

        assertThat(atRisk("2026-02-01", AgeingBucket.DAYS_1_30)).isEqualTo(usd("0"));
        assertThat(atRisk("2026-02-02", AgeingBucket.DAYS_1_30)).isEqualTo(usd("1200.00"));
        assertThat(atRisk("2026-03-03", AgeingBucket.DAYS_31_60)).isEqualTo(usd("0"));
        assertThat(atRisk("2026-03-04", AgeingBucket.DAYS_31_60)).isEqualTo(usd("1200.00"));
        assertThat(atRisk("2026-04-03", AgeingBucket.DAYS_61_90)).isEqualTo(usd("1200.00"));
        assertThat(atRisk("2026-04-03", AgeingBucket.OVER_90)).isEqualTo(usd("0"));
    }

    @Test
    void another_currency_has_a_report_of_its_own() {
        lender.lend("1200");

        PortfolioPerformance report =
                bank.ask(new GetPortfolioPerformance(day("2026-01-01"), day("2026-01-01"), Currency.of("EUR")));

        assertThat(report.originated()).isZero();
        assertThat(report.balance()).isEqualTo(Money.of("0", "EUR"));
        assertThat(report.yield()).isEqualByComparingTo("0.0");
    }

    private PortfolioPerformance performance(String from, String to) {
        return bank.ask(new GetPortfolioPerformance(day(from), day(to), TestBank.USD));
    }

    private Money atRisk(String day, AgeingBucket from) {
        return bank.ask(new GetLoanAgeing(day(day), TestBank.USD)).from(from);
    }

    private static Money share(LoanAgeing ageing, AgeingBucket bucket) {
        return ageing.buckets().stream()
                .filter(aged -> aged.bucket() == bucket)
                .findFirst()
                .orElseThrow()
                .principal();
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static Money usd(String amount) {
        return Money.of(new BigDecimal(amount), TestBank.USD);
    }
}
