package io.nexum.kernel.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.loan.Amortization;
import io.nexum.kernel.loan.Disbursement;
import io.nexum.kernel.loan.InterestPause;
import io.nexum.kernel.loan.InterestPeriod;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.LoanTerms.InterestTerms;
import io.nexum.kernel.loan.LoanTerms.PaymentPlan;
import io.nexum.kernel.loan.LoanTerms.RepaymentTerms;
import io.nexum.kernel.loan.MonthEnd;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.loan.PaymentFrequency.Unit;
import io.nexum.kernel.loan.servicing.LoanAgreement.LateTerms;
import io.nexum.kernel.loan.servicing.LoanAgreement.PrepaymentTerms;
import io.nexum.kernel.loan.servicing.LoanEntry.Source;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeScale;
import io.nexum.kernel.transaction.TransactionId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every loan, whatever happened to it. That its books balance is checked by the position itself. */
class LoanBookPropertyTest {
    private static final Currency USD = Currency.of("USD");
    private static final LocalDate START = LocalDate.parse("2024-01-31");
    private static final LocalDate END = START.plusDays(500);
    private static final BigDecimal HALF_A_CENT = new BigDecimal("0.0050000001");
    private static final List<ExcessUse> USES = List.of(ExcessUse.values());

    @Property(tries = 150)
    void principal_paid_and_outstanding_is_what_was_paid_out_and_added(@ForAll("books") LoanBook book) {
        LoanStanding standing = book.at(END);

        assertThat(standing.settled(Component.PRINCIPAL).plus(standing.principal()))
                .isEqualTo(standing.paidOut().plus(standing.addedPrincipal()));
    }

    @Property(tries = 150)
    void the_principal_owed_is_what_the_schedule_has_open(
            @ForAll("books") LoanBook book, @ForAll @IntRange(max = 500) int days) {
        LoanStanding standing = book.at(START.plusDays(days));

        assertThat(standing.principal())
                .isEqualTo(sum(standing, line -> line.principal().minus(line.settledPrincipal())));
    }

    @Example
    void what_was_charged_back_is_owed_once_when_the_loan_is_planned_anew() {
        LoanBook book = LoanBook.of(LoanAgreement.of(new LoanTerms(
                        List.of(new Disbursement(START, Money.of("1000.00", "USD"))),
                        new PaymentPlan(new PaymentFrequency(1, Unit.MONTHS), 4, Optional.empty(), MonthEnd.CLAMP),
                        new InterestTerms(BigDecimal.ZERO, List.of(), DayCount.ACTUAL_365, InterestPeriod.DAILY),
                        RepaymentTerms.of(Amortization.EQUAL_INSTALLMENT))))
                .plus(new LoanEntry.PaidOut(id(0), START, Money.of("1000.00", "USD")))
                .plus(new LoanEntry.Paid(
                        id(1), START.plusDays(10), Money.of("100.00", "USD"), Optional.empty(), Source.BORROWER))
                .plus(new LoanEntry.ChargedBack(id(2), START.plusDays(15), Money.of("100.00", "USD")))
                .plus(new LoanEntry.Replanned(id(3), START.plusDays(20), new Replan.ReAmortize()));

        LoanStanding standing = book.at(END);

        assertThat(standing.overdue()).isEqualTo(standing.principal()).isEqualTo(Money.of("1000.00", "USD"));
    }

    private static TransactionId id(long number) {
        return new TransactionId(new UUID(0, number));
    }

    private static Money sum(LoanStanding standing, Function<InstallmentStanding, Money> part) {
        return standing.schedule().stream().map(part).reduce(Money.zero(USD), Money::plus);
    }

    /** Worked out a second time in the simplest way, day by day, from the schedule's principal alone. */
    @Property(tries = 40)
    void each_day_earns_a_365th_of_its_rate_on_the_principal_that_is_planned_for_it(
            @ForAll("booksWithoutPrepayment") LoanBook book) {
        List<InstallmentStanding> lines = book.at(END).schedule();
        BigDecimal balance = new BigDecimal("1000.00");
        BigDecimal before = BigDecimal.ZERO;
        BigDecimal ofPeriod = BigDecimal.ZERO;
        int line = 0;
        for (LocalDate day = START; day.isBefore(END) && line < lines.size(); day = day.plusDays(1)) {
            ofPeriod = ofPeriod.add(balance.multiply(rateOn(book, day)));
            BigDecimal exact = before.add(ofPeriod.divide(BigDecimal.valueOf(365), MathContext.DECIMAL64));

            LocalDate next = day.plusDays(1);
            LoanStanding standing = book.at(next);
            BigDecimal earned = standing.interestEarned().amount();
            assertThat(earned).as("by %s", next).isCloseTo(exact, within(HALF_A_CENT));
            assertThat(standing.position().on(LoanAccount.INTEREST_INCOME)).isEqualTo(Money.of(earned.negate(), USD));

            if (next.equals(lines.get(line).due())) {
                balance = balance.subtract(lines.get(line).principal().amount());
                before = earned;
                ofPeriod = BigDecimal.ZERO;
                line++;
            }
        }
    }

    private static BigDecimal rateOn(LoanBook book, LocalDate day) {
        BigDecimal rate = book.agreement().terms().interest().annualRate();
        List<LoanEntry> inOrder = book.entries().stream()
                .sorted(Comparator.comparing(LoanEntry::date))
                .toList();
        for (LoanEntry entry : inOrder) {
            if (entry instanceof LoanEntry.RateSet set && !set.date().isAfter(day)) {
                rate = set.annualRate();
            }
        }
        boolean paused = inOrder.stream()
                .anyMatch(entry -> entry instanceof LoanEntry.Paused pause
                        && !pause.pause().from().isAfter(day)
                        && pause.pause().until().isAfter(day));
        return paused ? BigDecimal.ZERO : rate;
    }

    @Property(tries = 150)
    void what_is_earned_and_no_income_was_waived(@ForAll("books") LoanBook book) {
        LoanStanding standing = book.at(END);

        Money waived = standing.interestEarned().plus(standing.position().on(LoanAccount.INTEREST_INCOME));
        Money most = book.entries().stream()
                .filter(LoanEntry.Waived.class::isInstance)
                .map(entry -> ((LoanEntry.Waived) entry).amount())
                .reduce(Money.zero(USD), Money::plus);
        assertThat(waived.amount()).isBetween(BigDecimal.ZERO, most.amount());
    }

    @Property(tries = 150)
    void once_all_is_due_the_interest_owed_is_what_the_schedule_has_open(@ForAll("books") LoanBook book) {
        LoanStanding standing = book.at(END.plusYears(5));

        assertThat(standing.owed(Component.INTEREST))
                .isEqualTo(sum(standing, line -> line.interest().minus(line.settledInterest())));
    }

    @Property(tries = 150)
    void the_order_of_booking_does_not_matter(@ForAll("books") LoanBook book, @ForAll Random random) {
        List<LoanEntry> shuffled = new ArrayList<>(book.entries());
        Collections.shuffle(shuffled, random);

        assertThat(new LoanBook(book.agreement(), shuffled).at(END)).isEqualTo(book.at(END));
    }

    @Property(tries = 40)
    void a_payment_taken_back_leaves_no_trace(@ForAll("books") LoanBook book) {
        TransactionId id = new TransactionId(new UUID(7, 7));
        LoanBook more = book.plus(new LoanEntry.Paid(
                id, START.plusDays(45), Money.of("77.77", "USD"), Optional.empty(), Source.BORROWER));

        assertThat(more.without(id).at(END)).isEqualTo(book.at(END));
    }

    @Property(tries = 150)
    void what_settles_a_loan_on_a_day_settles_it(@ForAll("books") LoanBook book) {
        LocalDate day = START.plusDays(100);
        LoanBook until = new LoanBook(
                book.agreement(),
                book.entries().stream()
                        .filter(entry -> !entry.date().isAfter(day))
                        .toList());
        LoanStanding before = until.at(day);
        Assume.that(before.principal().isPositive() && before.payoff().isPositive());

        LoanStanding after = until.plus(new LoanEntry.Paid(
                        new TransactionId(new UUID(8, 8)), day, before.payoff(), Optional.empty(), Source.BORROWER))
                .at(END);

        assertThat(after.isPaidOff()).isTrue();
        assertThat(after.principal().isZero()).isTrue();
        assertThat(after.owed(Component.INTEREST).isZero()).isTrue();
        assertThat(after.credit()).isEqualTo(before.credit());
    }

    @Property(tries = 150)
    void every_payment_is_shared_out_to_the_last_cent(@ForAll("books") LoanBook book) {
        LoanStanding standing = book.at(END);

        for (LoanEntry entry : book.entries()) {
            if (entry instanceof LoanEntry.Paid paid) {
                PaymentSplit split = Objects.requireNonNull(standing.splits().get(paid.id()));
                Money parts = split.parts().values().stream().reduce(split.credit(), Money::plus);
                assertThat(parts).isEqualTo(paid.amount());
            }
        }
    }

    @Provide
    Arbitrary<LoanBook> books() {
        Arbitrary<Amortization> ways = Arbitraries.of(
                Amortization.EQUAL_INSTALLMENT, Amortization.EQUAL_PRINCIPAL, Amortization.BULLET, Amortization.FLAT);
        return books(agreements(ways, Arbitraries.of(DayCount.THIRTY_360_US, DayCount.ACTUAL_365)), entry());
    }

    /**
     * Interest is counted by days on the balance, and nothing changes the principal that is planned: payments pay what
     * is due, or ahead.
     */
    @Provide
    Arbitrary<LoanBook> booksWithoutPrepayment() {
        Arbitrary<LoanEntry> entries = entry().map(LoanBookPropertyTest::paidAhead)
                .filter(entry -> !(entry instanceof LoanEntry.Waived)
                        && !(entry instanceof LoanEntry.ChargedBack)
                        && !(entry instanceof LoanEntry.Replanned));
        Arbitrary<Amortization> ways =
                Arbitraries.of(Amortization.EQUAL_INSTALLMENT, Amortization.EQUAL_PRINCIPAL, Amortization.BULLET);
        return books(agreements(ways, Arbitraries.just(DayCount.ACTUAL_365)), entries);
    }

    /** An amount that eight of don't settle the loan. */
    private static LoanEntry paidAhead(LoanEntry entry) {
        if (entry instanceof LoanEntry.Paid paid) {
            Money amount = Money.of(paid.amount().amount().min(new BigDecimal("120.00")), USD);
            return new LoanEntry.Paid(paid.id(), paid.date(), amount, Optional.of(ExcessUse.PAY_AHEAD), paid.source());
        }
        return entry;
    }

    private static Arbitrary<LoanBook> books(Arbitrary<LoanAgreement> agreements, Arbitrary<LoanEntry> entry) {
        Arbitrary<List<LoanEntry>> entries = entry.list().ofMaxSize(8).map(LoanBookPropertyTest::onDaysOfTheirOwn);
        return Combinators.combine(agreements, entries).as((agreement, later) -> {
            LoanBook book = LoanBook.of(agreement)
                    .plus(new LoanEntry.PaidOut(new TransactionId(new UUID(0, 0)), START, Money.of("1000.00", "USD")));
            for (LoanEntry each : later) {
                book = book.plus(each);
            }
            return book;
        });
    }

    private static List<LoanEntry> onDaysOfTheirOwn(List<LoanEntry> entries) {
        List<LocalDate> seen = new ArrayList<>();
        List<LoanEntry> kept = new ArrayList<>();
        for (LoanEntry entry : entries) {
            if (!seen.contains(entry.date())) {
                seen.add(entry.date());
                kept.add(entry);
            }
        }
        return kept;
    }

    private static Arbitrary<LoanEntry> entry() {
        Arbitrary<TransactionId> ids = Arbitraries.create(() -> new TransactionId(UUID.randomUUID()));
        Arbitrary<LocalDate> dates = Arbitraries.integers().between(1, 450).map(START::plusDays);
        Arbitrary<Money> amounts =
                Arbitraries.integers().between(1, 60000).map(cents -> Money.of(BigDecimal.valueOf(cents, 2), USD));
        Arbitrary<Integer> kinds = Arbitraries.integers().between(0, 13);
        Arbitrary<Integer> small = Arbitraries.integers().between(1, 20);
        return Combinators.combine(ids, dates, amounts, kinds, small).as((id, date, amount, kind, n) -> switch (kind) {
            case 0 -> new LoanEntry.Charged(id, date, "visit", Component.FEE, amount);
            case 1 -> new LoanEntry.Waived(id, date, Component.INTEREST, amount);
            case 2 -> new LoanEntry.ChargedBack(id, date, amount);
            case 3 -> new LoanEntry.RateSet(id, date, BigDecimal.valueOf(n, 2));
            case 4 -> new LoanEntry.Paused(id, date, new InterestPause(date, date.plusDays(n * 3L)));
            case 5 -> new LoanEntry.Replanned(id, date, new Replan.ReAmortize());
            case 6 -> new LoanEntry.Replanned(id, date, new Replan.ReAge(date.plusDays(n), n, Optional.empty()));
            case 7 ->
                new LoanEntry.Replanned(
                        id,
                        date,
                        new Replan.Restructure(
                                BigDecimal.valueOf(n, 2), date.plusDays(n), n, Optional.empty(), n % 2 == 0));
            case 8 -> new LoanEntry.Paid(id, date, amount, Optional.empty(), Source.GOODWILL);
            default -> new LoanEntry.Paid(id, date, amount, Optional.of(USES.get(n % USES.size())), Source.BORROWER);
        });
    }

    private static Arbitrary<LoanAgreement> agreements(Arbitrary<Amortization> ways, Arbitrary<DayCount> counts) {
        Arbitrary<PaymentFrequency> frequencies = Arbitraries.of(
                new PaymentFrequency(1, Unit.MONTHS),
                new PaymentFrequency(1, Unit.WEEKS),
                new PaymentFrequency(1, Unit.HALF_MONTHS),
                new PaymentFrequency(15, Unit.DAYS));
        return Combinators.combine(
                        ways,
                        frequencies,
                        counts,
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 5))
                .as((way, frequency, count, payments, rate, penalty) -> new LoanAgreement(
                        new LoanTerms(
                                List.of(new Disbursement(START, Money.of("1000.00", "USD"))),
                                new PaymentPlan(frequency, payments, Optional.empty(), MonthEnd.CLAMP),
                                new InterestTerms(BigDecimal.valueOf(rate, 2), List.of(), count, InterestPeriod.DAILY),
                                RepaymentTerms.of(way)),
                        new LateTerms(
                                penalty,
                                Optional.of(FeeScale.fixed(Money.of("5.00", "USD"))),
                                BigDecimal.valueOf(penalty, 2)),
                        new PrepaymentTerms(true, BigDecimal.valueOf(penalty, 2), ExcessUse.SHORTER_TERM),
                        AllocationOrder.STANDARD));
    }
}
