package io.nexum.kernel.product;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.loan.Amortization;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a loan is offered at. All rates are fractions: 0.24 is 24 % a year.
 *
 * @param annualRate absent: each loan says its own
 * @param amount how much may be borrowed
 * @param term for how long
 * @param graceDays how many days an instalment may be late before it costs the late fee, 0 to {@value #MOST_GRACE_DAYS};
 *     absent: as many as the bank says
 * @param lateFee on what is overdue; absent: none
 * @param prepayment whether and at what price it may be paid back early
 * @param defaultRate the annual rate on what is overdue; absent: none
 * @param allocationOrder the names of what payments go to, the first one first; empty: the bank's usual order
 * @param originationFee on what is paid out; absent: none
 * @param fees other fees
 */
public record LoanConditions(
        @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<BigDecimal> annualRate,
        AmountRange amount,
        TermRange term,
        PaymentFrequency paymentFrequency,
        Amortization amortization,
        DayCount dayCount,
        Optional<Integer> graceDays,
        Optional<FeeScale> lateFee,
        Prepayment prepayment,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<BigDecimal> defaultRate,
        List<String> allocationOrder,
        Optional<FeeScale> originationFee,
        List<ProductFee> fees,
        ProductGlAccounts glAccounts) {
    public static final int MOST_GRACE_DAYS = 366;
    public static final int MOST_TERM_MONTHS = 1200;

    /** How much may be borrowed; what is absent doesn't bound. */
    public record AmountRange(Optional<Money> least, Optional<Money> most) {
        public static final AmountRange ANY = new AmountRange(Optional.empty(), Optional.empty());

        public AmountRange {
            Terms.requireOrder("a loan's amount", least, most);
        }

        public boolean contains(Money amount) {
            return least.filter(amount::isLessThan).isEmpty()
                    && most.filter(amount::isMoreThan).isEmpty();
        }
    }

    /** For how many months; what is absent doesn't bound, or has no usual value. */
    public record TermRange(Optional<Integer> least, Optional<Integer> usual, Optional<Integer> most) {
        public static final TermRange ANY = new TermRange(Optional.empty(), Optional.empty(), Optional.empty());

        public TermRange {
            Stream.of(least, usual, most)
                    .flatMap(Optional::stream)
                    .forEach(months -> Terms.require(
                            months >= 1 && months <= MOST_TERM_MONTHS,
                            "a loan's term is 1 to " + MOST_TERM_MONTHS + " months"));
            Terms.requireOrder("a loan's term", least, usual, most);
        }

        public boolean contains(int months) {
            return months >= least.orElse(1) && months <= most.orElse(MOST_TERM_MONTHS);
        }
    }

    /** @param penaltyRate of what is paid early; absent: it costs nothing */
    public record Prepayment(
            boolean allowed,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<BigDecimal> penaltyRate) {
        public static final Prepayment FREE = new Prepayment(true, Optional.empty());

        public Prepayment {
            Terms.requireRate("a prepayment penalty", penaltyRate);
        }
    }

    /** @throws IllegalArgumentException if a value is out of range */
    public LoanConditions {
        allocationOrder = List.copyOf(allocationOrder);
        fees = List.copyOf(fees);
        Terms.requireRate("an annual rate", annualRate);
        Terms.requireRate("a default rate", defaultRate);
        Terms.require(
                graceDays.filter(days -> days < 0 || days > MOST_GRACE_DAYS).isEmpty(),
                "grace days are 0 to " + MOST_GRACE_DAYS);
        Terms.require(fees.size() <= DepositConditions.MOST_FEES, "a product has too many fees");
        Terms.require(
                allocationOrder.stream().distinct().count() == allocationOrder.size(),
                "an allocation order names each thing once");
    }

    /** Level monthly instalments by 30/360, freely paid back early, with no fee and no bound. */
    public static LoanConditions plain(BigDecimal annualRate) {
        return new LoanConditions(
                Optional.of(annualRate),
                AmountRange.ANY,
                TermRange.ANY,
                PaymentFrequency.MONTHLY,
                Amortization.EQUAL_INSTALLMENT,
                DayCount.THIRTY_360_US,
                Optional.empty(),
                Optional.empty(),
                Prepayment.FREE,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                ProductGlAccounts.NONE);
    }

    /** Whether all its amounts are in a currency. */
    boolean isIn(Currency currency) {
        Stream<Currency> amounts = Stream.of(amount.least(), amount.most())
                .flatMap(Optional::stream)
                .map(Money::currency);
        Stream<Currency> scales = Stream.concat(
                        Stream.of(lateFee, originationFee).flatMap(Optional::stream),
                        fees.stream().map(ProductFee::scale))
                .map(FeeScale::currency);
        return Stream.concat(amounts, scales).allMatch(one -> one == currency);
    }
}
