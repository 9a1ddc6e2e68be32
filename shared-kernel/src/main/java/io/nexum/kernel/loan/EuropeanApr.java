package io.nexum.kernel.loan;

import java.math.BigDecimal;
import java.util.List;

/**
 * The annual percentage rate of charge by the European Union's directive 2008/48/EC, annex I: the {@code X} that solves
 * {@code sum C_k (1 + X)^-t_k = sum D_l (1 + X)^-s_l} over drawdowns and payments, whose times are in years.
 */
public final class EuropeanApr {
    /**
     * Money that changes hands.
     *
     * @param years after the first drawdown: a year has 12 months, 52 weeks or 365 days
     */
    public record Flow(BigDecimal amount, BigDecimal years) {
        double worthAt(double rate) {
            return amount.doubleValue() * StrictMath.pow(1 + rate, -years.doubleValue());
        }
    }

    private EuropeanApr() {}

    /** The rate as a fraction, to 6 decimals; 0 if the payments are not more than the drawdowns. */
    public static BigDecimal apr(List<Flow> drawdowns, List<Flow> payments) {
        return Root.told(Root.of(rate -> worth(payments, rate) - worth(drawdowns, rate)));
    }

    private static double worth(List<Flow> flows, double rate) {
        return flows.stream().mapToDouble(flow -> flow.worthAt(rate)).sum();
    }
}
