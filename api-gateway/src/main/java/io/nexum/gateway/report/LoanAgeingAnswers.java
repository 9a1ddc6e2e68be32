package io.nexum.gateway.report;

import io.nexum.kernel.loan.AgeingBucket;
import io.nexum.kernel.loan.LoanReportQuery.Aged;
import io.nexum.kernel.loan.LoanReportQuery.LoanAgeing;
import io.nexum.kernel.loan.LoanReportQuery.LoansOfStatus;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What the reports on late loans, and on loans by status, answer. */
final class LoanAgeingAnswers {
    private LoanAgeingAnswers() {}

    /** @param par1 the principal of loans that are past due at all; the others of those that are so for longer than so many days */
    record PortfolioAtRisk(
            LocalDate asOf, Money totalPrincipal, AtRisk par1, AtRisk par30, AtRisk par60, AtRisk par90) {
        static PortfolioAtRisk of(LoanAgeing ageing) {
            return new PortfolioAtRisk(
                    ageing.asOf(),
                    ageing.principal(),
                    AtRisk.of(ageing, AgeingBucket.DAYS_1_30),
                    AtRisk.of(ageing, AgeingBucket.DAYS_31_60),
                    AtRisk.of(ageing, AgeingBucket.DAYS_61_90),
                    AtRisk.of(ageing, AgeingBucket.OVER_90));
        }
    }

    record AtRisk(Money principal, BigDecimal percentage) {
        static AtRisk of(LoanAgeing ageing, AgeingBucket from) {
            Money part = ageing.from(from);
            return new AtRisk(part, ageing.percentage(part));
        }
    }

    record Delinquency(LocalDate asOf, Money totalPrincipal, List<Line> buckets) {
        static Delinquency of(LoanAgeing ageing) {
            return new Delinquency(
                    ageing.asOf(),
                    ageing.principal(),
                    ageing.buckets().stream().map(aged -> Line.of(aged, ageing)).toList());
        }
    }

    /** @param overdueAmount what is past due of the principal, with interest and charges */
    record Line(AgeingBucket bucket, long loans, Money principal, Money overdueAmount, BigDecimal percentage) {
        static Line of(Aged aged, LoanAgeing ageing) {
            return new Line(
                    aged.bucket(), aged.loans(), aged.principal(), aged.overdue(), ageing.percentage(aged.principal()));
        }
    }

    record LoanPortfolio(LocalDate asOf, List<OfState> states) {
        static LoanPortfolio of(LocalDate asOf, List<LoansOfStatus> loans) {
            return new LoanPortfolio(
                    asOf,
                    loans.stream()
                            .map(of -> new OfState(of.status(), of.loans(), of.principal()))
                            .toList());
        }
    }

    record OfState(LoanStatus state, long loans, Money principal) {}
}
