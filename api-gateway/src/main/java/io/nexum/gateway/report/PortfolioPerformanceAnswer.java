package io.nexum.gateway.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.nexum.kernel.loan.AgeingBucket;
import io.nexum.kernel.loan.LoanReportQuery.LoanAgeing;
import io.nexum.kernel.loan.LoanReportQuery.PortfolioPerformance;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/** How lending went in a time. Percentages have one decimal: 4.3 is 4.3 %. */
record PortfolioPerformanceAnswer(
        ReportPeriod reportPeriod,
        PortfolioSummary portfolioSummary,
        PerformanceMetrics performanceMetrics,
        AgingAnalysis agingAnalysis) {
    record ReportPeriod(LocalDate startDate, LocalDate endDate) {}

    record PortfolioSummary(
            long totalLoansOriginated,
            Money totalPrincipalDisbursed,
            long activeLoans,
            long paidOffLoans,
            long defaultedLoans,
            Money currentPortfolioBalance) {}

    record PerformanceMetrics(
            Money averageLoanSize,
            int averageTermMonths,
            BigDecimal defaultRate,
            BigDecimal portfolioYield,
            BigDecimal collectionRate) {}

    record AgingAnalysis(
            Share current,
            @JsonProperty("1_30_days") Share days1To30,
            @JsonProperty("31_60_days") Share days31To60,
            @JsonProperty("over_60_days") Share over60Days) {
        static AgingAnalysis of(LoanAgeing ageing) {
            Money late = ageing.from(AgeingBucket.DAYS_1_30);
            Money over30 = ageing.from(AgeingBucket.DAYS_31_60);
            Money over60 = ageing.from(AgeingBucket.DAYS_61_90);
            return new AgingAnalysis(
                    Share.of(ageing, ageing.principal().minus(late)),
                    Share.of(ageing, late.minus(over30)),
                    Share.of(ageing, over30.minus(over60)),
                    Share.of(ageing, over60));
        }
    }

    /** @param percentage of all principal */
    record Share(String amount, String currency, BigDecimal percentage) {
        static Share of(LoanAgeing ageing, Money part) {
            return new Share(part.amount().toPlainString(), part.currency().code(), ageing.percentage(part));
        }
    }

    static PortfolioPerformanceAnswer of(PortfolioPerformance report) {
        return new PortfolioPerformanceAnswer(
                new ReportPeriod(report.from(), report.to()),
                new PortfolioSummary(
                        report.originated(),
                        report.disbursed(),
                        report.active(),
                        report.paidOff(),
                        report.defaulted(),
                        report.balance()),
                new PerformanceMetrics(
                        report.averageSize(),
                        report.averageTermMonths(),
                        report.defaultRate(),
                        report.yield(),
                        report.collectionRate()),
                AgingAnalysis.of(report.ageing()));
    }
}
