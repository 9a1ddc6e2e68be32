package io.nexum.kernel.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every loan, whatever happened to it. That its books balance is checked by the position itself. */
class LoanBookPropertyTest {
    private static final Currency USD = Currency.of("USD");
    private static final LocalDate START = LocalDate.parse("2024-01-31");
    private static final LocalDate END = START.plusDays(500);
    private static final List<ExcessUse> USES = List.of(ExcessUse.values());

    @Property(tries = 150)
    void principal_paid_and_outstanding_is_what_was_paid_out_and_added(@ForAll("books") LoanBook book) {
        LoanStanding standing = book.at(END);

        assertThat(standing.settled(Component.PRINCIPAL).plus(standing.principal()))
                .isEqualTo(standing.paidOut().plus(standing.addedPrincipal()));
    }

    @Property(tries = 40)
    void interest_earned_is_the_sum_of_what_each_day_earned(@ForAll("books") LoanBook book) {
        LoanPosition before = LoanPosition.none(USD);
        Money earned = Money.zero(USD);
        for (LocalDate day = START; day.isBefore(END); day = day.plusDays(1)) {
            LoanPosition position = book.at(day.plusDays(1)).position();
            earned = earned.minus(position.since(before).on(LoanAccount.INTEREST_INCOME));
            before = position;
        }

        Money waived =
                book.at(END).interestEarned().plus(book.at(END).position().on(LoanAccount.INTEREST_INCOME));
        assertThat(earned.plus(waived)).isEqualTo(book.at(END).interestEarned());
        assertThat(waived.isNegative()).isFalse();
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
        if (!before.principal().isPositive() || !before.payoff().isPositive()) {
            return;
        }

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
        Arbitrary<List<LoanEntry>> entries = entry().list().ofMaxSize(8).map(LoanBookPropertyTest::onDaysOfTheirOwn);
        return Combinators.combine(agreements(), entries).as((agreement, later) -> {
            LoanBook book = LoanBook.of(agreement)
                    .plus(new LoanEntry.PaidOut(new TransactionId(new UUID(0, 0)), START, Money.of("1000.00", "USD")));
            for (LoanEntry entry : later) {
                book = book.plus(entry);
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

    private static Arbitrary<LoanAgreement> agreements() {
        Arbitrary<Amortization> ways = Arbitraries.of(
                Amortization.EQUAL_INSTALLMENT, Amortization.EQUAL_PRINCIPAL, Amortization.BULLET, Amortization.FLAT);
        Arbitrary<PaymentFrequency> frequencies = Arbitraries.of(
                new PaymentFrequency(1, Unit.MONTHS),
                new PaymentFrequency(1, Unit.WEEKS),
                new PaymentFrequency(1, Unit.HALF_MONTHS),
                new PaymentFrequency(15, Unit.DAYS));
        Arbitrary<DayCount> counts = Arbitraries.of(DayCount.THIRTY_360_US, DayCount.ACTUAL_365);
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
