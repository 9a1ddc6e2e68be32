package io.nexum.kernel.loan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;

/**
 * The instalment that is the same each time, over some periods in a row.
 *
 * <p>{@code EMI = P * prod(1 + r_i) / fn_n} with {@code fn_1 = 1} and {@code fn_i = 1 + fn_(i-1) * (1 + r_i)}, where
 * {@code r_i} is the factor of period i: the present value of an annuity, for periods of unequal length. It is the
 * formula of Apache Fineract's progressive loans, and with equal factors the textbook's {@code P * r / (1 - (1+r)^-n)}.
 *
 * @param periods from the first one that pays it to the loan's last one
 * @param interest as it is known when the instalment is set
 * @param moved how the balance has changed on which day by then
 */
record LevelInstallment(
        List<Period> periods, LoanInterest interest, NavigableMap<LocalDate, BigDecimal> moved, Amounts amounts) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal WORTH_A_POWER = new BigDecimal("0.000000001");

    /**
     * The instalment that pays a loan back.
     *
     * @param opening what is owed when the first of the periods begins
     * @param principal the same with what is paid out within that period
     */
    BigDecimal of(BigDecimal opening, BigDecimal principal) {
        List<BigDecimal> factors = periods.stream().map(interest::factor).toList();
        BigDecimal exact = exact(principal, factors);
        BigDecimal level = amounts.installment(exact);
        return amounts.multiple().isPresent() ? level : smoothed(level, opening, factors);
    }

    private static BigDecimal exact(BigDecimal principal, List<BigDecimal> factors) {
        BigDecimal first = factors.getFirst();
        if (first.compareTo(WORTH_A_POWER) > 0 && factors.stream().allMatch(first::equals)) {
            BigDecimal growth = BigDecimal.ONE.add(first).pow(factors.size(), MathContext.DECIMAL128);
            return principal
                    .multiply(first)
                    .multiply(growth)
                    .divide(growth.subtract(BigDecimal.ONE), MathContext.DECIMAL128);
        }
        BigDecimal growth = BigDecimal.ONE;
        BigDecimal annuity = BigDecimal.ZERO;
        for (BigDecimal factor : factors) {
            BigDecimal onePlus = BigDecimal.ONE.add(factor);
            growth = growth.multiply(onePlus, MathContext.DECIMAL128);
            annuity = BigDecimal.ONE.add(annuity.multiply(onePlus, MathContext.DECIMAL128));
        }
        return principal.multiply(growth).divide(annuity, MathContext.DECIMAL128);
    }

    /**
     * Rounding leaves the last instalment off by {@code d}. If that is more than half a hundredth for each instalment,
     * {@code d / n} is added to all, and stays if the last one is then closer.
     */
    private BigDecimal smoothed(BigDecimal level, BigDecimal opening, List<BigDecimal> factors) {
        BigDecimal off = last(level, opening, factors).subtract(level);
        int half = periods.size() / 2;
        if (half == 0 || off.abs().multiply(HUNDRED).compareTo(BigDecimal.valueOf(half)) <= 0) {
            return level;
        }
        BigDecimal tried = level.add(amounts.share(off, periods.size()));
        BigDecimal stillOff = last(tried, opening, factors).subtract(tried);
        return stillOff.abs().compareTo(off.abs()) < 0 ? tried : level;
    }

    /** The last instalment, which takes what the others leave. */
    private BigDecimal last(BigDecimal level, BigDecimal opening, List<BigDecimal> factors) {
        BigDecimal balance = opening;
        BigDecimal installment = level;
        for (int i = 0; i < periods.size(); i++) {
            Period period = periods.get(i);
            boolean still =
                    moved.subMap(period.from(), true, period.due(), false).isEmpty();
            BigDecimal cost =
                    amounts.rounded(still ? balance.multiply(factors.get(i)) : interest.of(period, balance, moved));
            balance = still ? balance : balance.add(Repayment.movedIn(period, moved));
            BigDecimal principal = i == periods.size() - 1 ? balance : principal(level, cost, balance);
            balance = balance.subtract(principal);
            installment = principal.add(cost);
        }
        return installment;
    }

    /** What a level instalment leaves for the principal beside the interest: nothing at least, all that is owed at most. */
    static BigDecimal principal(BigDecimal level, BigDecimal interest, BigDecimal balance) {
        return level.subtract(interest).max(BigDecimal.ZERO).min(balance);
    }
}
