package io.nexum.kernel.loan;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.calendar.DateAdjustment;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.loan.PaymentFrequency.Unit;
import io.nexum.kernel.loan.WorkingDays.InterestDates;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every schedule, whatever the terms, at 0, 2 and 3 decimals. */
class LoanSchedulePropertyTest {
    private static final LocalDate START = LocalDate.parse("2024-01-31");
    private static final HolidayCalendar WEEKDAYS =
            new HolidayCalendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of());

    @Property(tries = 500)
    void principal_adds_up_to_what_was_disbursed_and_nothing_is_left(@ForAll("loans") LoanTerms terms) {
        LoanSchedule schedule = LoanSchedule.of(terms);

        Money disbursed = terms.disbursements().stream()
                .map(Disbursement::amount)
                .reduce(Money.zero(terms.currency()), Money::plus);
        assertThat(schedule.totalPrincipal()).isEqualTo(disbursed);
        assertThat(schedule.installments().getLast().balance().isZero()).isTrue();
    }

    @Property(tries = 500)
    void no_part_of_any_payment_and_no_balance_is_below_zero(@ForAll("loans") LoanTerms terms) {
        assertThat(LoanSchedule.of(terms).installments()).allSatisfy(line -> {
            assertThat(line.principal().isNegative()).isFalse();
            assertThat(line.interest().isNegative()).isFalse();
            assertThat(line.balance().isNegative()).isFalse();
        });
    }

    @Property(tries = 500)
    void payments_add_up_and_come_in_the_order_of_their_days(@ForAll("loans") LoanTerms terms) {
        LoanSchedule schedule = LoanSchedule.of(terms);
        List<Installment> lines = schedule.installments();

        assertThat(schedule.totalPayments()).isEqualTo(schedule.totalPrincipal().plus(schedule.totalInterest()));
        assertThat(lines).isSortedAccordingTo((a, b) -> a.due().compareTo(b.due()));
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i).number()).isEqualTo(i + 1);
        }
    }

    @Property(tries = 300)
    void interest_that_is_earned_is_paid_even_if_it_may_wait(@ForAll("loans") LoanTerms terms) {
        LoanTerms.RepaymentTerms ways = terms.repayment();
        LoanTerms waiting = new LoanTerms(
                terms.disbursements(),
                terms.plan(),
                terms.interest(),
                new LoanTerms.RepaymentTerms(
                        ways.amortization(),
                        ways.multiple(),
                        ways.principalGrace(),
                        terms.plan().payments() - 1,
                        ways.downPaymentPercent(),
                        ways.principals()));

        assertThat(LoanSchedule.of(waiting).totalInterest()).isEqualTo(earned(LoanSchedule.of(waiting)));
        assertThat(LoanSchedule.of(terms).totalInterest()).isEqualTo(earned(LoanSchedule.of(terms)));
    }

    private static Money earned(LoanSchedule schedule) {
        return schedule.interest().stream()
                .map(PeriodInterest::interest)
                .reduce(Money.zero(schedule.currency()), Money::plus);
    }

    @Property(tries = 300)
    void both_annual_rates_are_told_and_not_below_zero(@ForAll("loans") LoanTerms terms) {
        AnnualPercentageRates rates = AnnualPercentageRates.of(terms, LoanSchedule.of(terms));

        assertThat(rates.regulationZ().signum()).isNotNegative();
        assertThat(rates.european().signum()).isNotNegative();
    }

    @Provide
    Arbitrary<LoanTerms> loans() {
        Arbitrary<Agreed> base = Combinators.combine(
                        Arbitraries.of("JPY", "USD", "KWD"),
                        Arbitraries.bigIntegers().between(java.math.BigInteger.ONE, java.math.BigInteger.TEN.pow(10)),
                        Arbitraries.integers().between(0, 6000),
                        Arbitraries.integers().between(3, 40))
                .as((code, units, hundredths, payments) -> {
                    Currency currency = Currency.of(code);
                    Money principal = Money.of(new BigDecimal(units, currency.decimals()), currency);
                    String percent = BigDecimal.valueOf(hundredths, 2).toPlainString();
                    return Agreed.loan(principal, START.toString(), percent, payments);
                });
        return Combinators.combine(
                        base,
                        Arbitraries.of(Unit.class),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(MonthEnd.class),
                        Arbitraries.of(DayCount.class),
                        Arbitraries.of(InterestPeriod.class),
                        Arbitraries.of(Amortization.class).filter(way -> way != Amortization.CUSTOM),
                        Arbitraries.integers().between(0, 511))
                .as((agreed, unit, every, monthEnd, dayCount, period, way, extras) -> {
                    agreed.every(every, unit)
                            .monthEnd(monthEnd)
                            .dayCount(dayCount)
                            .interestPeriod(period)
                            .by(way);
                    return withExtras(agreed, extras).terms();
                })
                .filter(terms -> terms.disbursements().getLast().date().isBefore(terms.paidOutBefore()));
    }

    /** Each bit of a number adds something unusual. */
    private static Agreed withExtras(Agreed agreed, int bits) {
        if ((bits & 1) != 0) {
            agreed.multiple("5");
        }
        if ((bits & 2) != 0) {
            agreed.grace(2, 0);
        }
        if ((bits & 4) != 0) {
            agreed.grace(1, 2);
        }
        if ((bits & 8) != 0) {
            agreed.down("33.3");
        }
        if ((bits & 16) != 0) {
            agreed.paidOut(START.plusDays(2).toString(), "77");
        }
        if ((bits & 32) != 0) {
            agreed.rateFrom(START.plusDays(1).toString(), "4.5")
                    .rateFrom(START.plusDays(20).toString(), "31");
        }
        if ((bits & 64) != 0) {
            agreed.first(START.plusDays(18).toString());
        }
        if ((bits & 128) != 0) {
            agreed.on(new WorkingDays(DateAdjustment.MODIFIED_FOLLOWING, WEEKDAYS, InterestDates.ADJUSTED));
        }
        if ((bits & 256) != 0) {
            agreed.on(new WorkingDays(DateAdjustment.PRECEDING, WEEKDAYS, InterestDates.UNADJUSTED));
        }
        return agreed;
    }
}
