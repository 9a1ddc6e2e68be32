package io.nexum.query.loan;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.loan.AgeingBucket;
import io.nexum.kernel.loan.LoanReportQuery;
import io.nexum.kernel.loan.LoanReportQuery.Aged;
import io.nexum.kernel.loan.LoanReportQuery.GetLoanAgeing;
import io.nexum.kernel.loan.LoanReportQuery.GetLoanPortfolio;
import io.nexum.kernel.loan.LoanReportQuery.GetPortfolioPerformance;
import io.nexum.kernel.loan.LoanReportQuery.LoanAgeing;
import io.nexum.kernel.loan.LoanReportQuery.LoansOfStatus;
import io.nexum.kernel.loan.LoanReportQuery.PortfolioPerformance;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.Percent;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.Conditions;
import io.nexum.query.readmodel.ReadDatabase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Adds up loans: as they stood at the end of a day by their history, and what moved in a time. */
public final class LoanReports {
    /** The statuses in which a loan is on the bank's books. */
    static final String RUNNING = "status IN ('disbursed', 'active', 'defaulted')";

    private static final BigDecimal YEAR = BigDecimal.valueOf(365);
    private static final BigDecimal ALL = new BigDecimal("100.0");

    private static final String STANDING = """
            WITH standing AS (
                SELECT DISTINCT ON (loan_id) loan_id, status, principal, overdue, next_payment
                FROM loan_history
                WHERE tenant = :tenant AND currency = :currency AND from_date <= :day
                ORDER BY loan_id, position DESC
            ), lost AS (
                SELECT DISTINCT loan_id
                FROM loan_history
                WHERE tenant = :tenant AND currency = :currency AND from_date <= :day
                    AND status IN ('charged_off', 'written_off')
            )
            SELECT status, lost.loan_id IS NOT NULL AS is_lost,
                CASE
                    WHEN next_payment IS NULL OR next_payment >= :day THEN 'current'
                    WHEN next_payment >= :day - 30 THEN 'days_1_30'
                    WHEN next_payment >= :day - 60 THEN 'days_31_60'
                    WHEN next_payment >= :day - 90 THEN 'days_61_90'
                    ELSE 'over_90'
                END AS bucket,
                count(*) AS loans, sum(principal) AS principal, sum(overdue) AS overdue
            FROM standing LEFT JOIN lost USING (loan_id)
            GROUP BY 1, 2, 3
            """;

    private static final String ORIGINATED = """
            SELECT count(*) AS loans, coalesce(avg(l.agreed), 0) AS size, coalesce(avg(l.term_months), 0) AS term
            FROM loan l
            WHERE l.tenant = :tenant AND l.currency = :currency
                AND EXISTS (
                    SELECT FROM loan_history h
                    WHERE h.tenant = l.tenant AND h.loan_id = l.id AND h.status = 'originated'
                        AND h.from_date BETWEEN :from AND :day)
                AND NOT EXISTS (
                    SELECT FROM loan_history h
                    WHERE h.tenant = l.tenant AND h.loan_id = l.id AND h.status = 'cancelled' AND h.from_date <= :day)
            """;

    private static final String MOVED = """
            SELECT
                coalesce(sum(amount) FILTER (WHERE kind = 'paid_out' AND booking_date >= :from), 0) AS disbursed,
                coalesce(sum(amount) FILTER (WHERE kind = 'paid' AND booking_date >= :from), 0)
                    - coalesce(sum(amount) FILTER (WHERE kind = 'paid' AND reversed_on BETWEEN :from AND :day), 0)
                    - coalesce(sum(amount) FILTER (WHERE kind = 'charged_back' AND booking_date >= :from), 0) AS collected
            FROM loan_entry
            WHERE tenant = :tenant AND currency = :currency AND booking_date <= :day
            """;

    private static final String EARNED = """
            SELECT coalesce(sum(interest) FILTER (WHERE day >= :from), 0) AS interest,
                coalesce(sum(principal * (:day - greatest(day, :from) + 1)), 0) AS day_balances
            FROM loan_day
            WHERE tenant = :tenant AND currency = :currency AND day <= :day
            """;

    private final ReadDatabase database;

    public LoanReports(ReadDatabase database) {
        this.database = database;
    }

    static boolean isLost(LoanStatus status) {
        return status == LoanStatus.CHARGED_OFF || status == LoanStatus.WRITTEN_OFF;
    }

    public Object answer(LoanReportQuery<?> query, TenantId tenant) {
        return switch (query) {
            case GetPortfolioPerformance get ->
                database.inOneSnapshot(
                        tenant, () -> new Asked(tenant, get.currency(), get.to()).performance(get.from()));
            case GetLoanAgeing get -> new Asked(tenant, get.currency(), get.asOf()).ageing();
            case GetLoanPortfolio get -> new Asked(tenant, get.currency(), get.asOf()).portfolio(get);
        };
    }

    private record Standing(
            LoanStatus status,
            boolean lost,
            AgeingBucket bucket,
            long loans,
            BigDecimal principal,
            BigDecimal overdue) {
        boolean isBad() {
            return lost || isLost(status) || status == LoanStatus.DEFAULTED;
        }
    }

    private record Originated(long loans, BigDecimal size, BigDecimal term) {}

    private record Moved(BigDecimal disbursed, BigDecimal collected) {}

    private record Earned(BigDecimal interest, BigDecimal dayBalances) {}

    /** One report of one tenant and currency, up to the end of a day. */
    private final class Asked {
        private final TenantId tenant;
        private final Currency currency;
        private final LocalDate day;

        Asked(TenantId tenant, Currency currency, LocalDate day) {
            this.tenant = tenant;
            this.currency = currency;
            this.day = day;
        }

        PortfolioPerformance performance(LocalDate from) {
            List<Standing> standings = standings();
            LoanAgeing ageing = ageing(standings);
            Originated originated = originated(from);
            Moved moved = moved(from);
            Earned earned = earned(from);
            long active = count(
                    standings, loan -> loan.status() == LoanStatus.ACTIVE || loan.status() == LoanStatus.DISBURSED);
            long bad = count(standings, Standing::isBad);
            long paidOff = count(
                    standings,
                    loan -> !loan.lost()
                            && (loan.status() == LoanStatus.PAID_OFF || loan.status() == LoanStatus.CLOSED));
            BigDecimal overdue = ageing.buckets().stream()
                    .map(aged -> aged.overdue().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal toCollect = moved.collected().add(overdue);
            return new PortfolioPerformance(
                    from,
                    day,
                    originated.loans(),
                    money(moved.disbursed()),
                    active,
                    paidOff,
                    bad,
                    ageing.principal(),
                    money(originated.size().setScale(currency.decimals(), RoundingMode.HALF_EVEN)),
                    originated.term().setScale(0, RoundingMode.HALF_EVEN).intValueExact(),
                    Percent.of(BigDecimal.valueOf(bad), BigDecimal.valueOf(active + paidOff + bad)),
                    // A year's part of the interest, of a day's part of the balances: the days themselves cancel out.
                    Percent.of(earned.interest().multiply(YEAR), earned.dayBalances()),
                    toCollect.signum() == 0 ? ALL : Percent.of(moved.collected(), toCollect),
                    ageing);
        }

        LoanAgeing ageing() {
            return ageing(standings());
        }

        private LoanAgeing ageing(List<Standing> standings) {
            List<Standing> running =
                    standings.stream().filter(loan -> loan.status().isRunning()).toList();
            return new LoanAgeing(
                    day,
                    principal(running),
                    Arrays.stream(AgeingBucket.values())
                            .map(bucket -> aged(bucket, running))
                            .toList());
        }

        private Aged aged(AgeingBucket bucket, List<Standing> running) {
            List<Standing> within =
                    running.stream().filter(loan -> loan.bucket() == bucket).toList();
            BigDecimal overdue = within.stream().map(Standing::overdue).reduce(BigDecimal.ZERO, BigDecimal::add);
            return new Aged(bucket, count(within, loan -> true), principal(within), money(overdue));
        }

        List<LoansOfStatus> portfolio(GetLoanPortfolio query) {
            List<Standing> standings = standings();
            return Arrays.stream(LoanStatus.values())
                    .filter(status -> query.status().orElse(status) == status)
                    .map(status -> {
                        List<Standing> within = standings.stream()
                                .filter(loan -> loan.status() == status)
                                .toList();
                        return new LoansOfStatus(status, count(within, loan -> true), principal(within));
                    })
                    .toList();
        }

        private List<Standing> standings() {
            return asked(day)
                    .statement(database.of(tenant), STANDING)
                    .query((row, number) -> {
                        Columns columns = Columns.of(row);
                        return new Standing(
                                columns.constant("status", LoanStatus.class),
                                columns.flag("is_lost"),
                                columns.constant("bucket", AgeingBucket.class),
                                columns.number("loans"),
                                columns.decimal("principal"),
                                columns.decimal("overdue"));
                    })
                    .list();
        }

        private Originated originated(LocalDate from) {
            return asked(from)
                    .statement(database.of(tenant), ORIGINATED)
                    .query((row, number) ->
                            new Originated(row.getLong("loans"), row.getBigDecimal("size"), row.getBigDecimal("term")))
                    .single();
        }

        private Moved moved(LocalDate from) {
            return asked(from)
                    .statement(database.of(tenant), MOVED)
                    .query((row, number) -> new Moved(row.getBigDecimal("disbursed"), row.getBigDecimal("collected")))
                    .single();
        }

        private Earned earned(LocalDate from) {
            return asked(from)
                    .statement(database.of(tenant), EARNED)
                    .query((row, number) ->
                            new Earned(row.getBigDecimal("interest"), row.getBigDecimal("day_balances")))
                    .single();
        }

        private Conditions asked(LocalDate from) {
            return Conditions.of(tenant)
                    .with("currency", currency.code())
                    .with("day", day)
                    .with("from", from);
        }

        private long count(List<Standing> standings, Predicate<Standing> which) {
            return standings.stream().filter(which).mapToLong(Standing::loans).sum();
        }

        private Money principal(List<Standing> standings) {
            return money(standings.stream().map(Standing::principal).reduce(BigDecimal.ZERO, BigDecimal::add));
        }

        private Money money(BigDecimal amount) {
            return Money.of(amount, currency);
        }
    }
}
