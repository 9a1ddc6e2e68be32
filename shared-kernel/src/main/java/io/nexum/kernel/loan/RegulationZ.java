package io.nexum.kernel.loan;

import java.math.BigDecimal;
import java.util.List;

/**
 * The annual percentage rate by Regulation Z of the United States (12 CFR 1026, appendix J, actuarial method).
 *
 * <p>The rate {@code i} of a unit-period solves {@code sum A_k / ((1 + e_k i)(1 + i)^q_k) = sum P_j / ((1 + f_j i)(1 +
 * i)^t_j)} over advances and payments, whose times are whole unit-periods and a fraction of one after the first
 * advance. The annual rate is {@code w * i} with {@code w} unit-periods a year.
 */
public final class RegulationZ {
    /**
     * Money that changes hands.
     *
     * @param periods whole unit-periods after the first advance
     * @param fraction of a unit-period beside them, from 0 to below 1
     */
    public record Flow(BigDecimal amount, int periods, BigDecimal fraction) {
        double worthAt(double rate) {
            return amount.doubleValue() / ((1 + fraction.doubleValue() * rate) * StrictMath.pow(1 + rate, periods));
        }
    }

    private RegulationZ() {}

    /**
     * The rate as a fraction, to 6 decimals; 0 if the payments are not more than the advances.
     *
     * @param periodsPerYear how many unit-periods a year has
     */
    public static BigDecimal apr(List<Flow> advances, List<Flow> payments, BigDecimal periodsPerYear) {
        return Root.told(periodsPerYear.doubleValue() * Root.of(rate -> worth(payments, rate) - worth(advances, rate)));
    }

    private static double worth(List<Flow> flows, double rate) {
        return flows.stream().mapToDouble(flow -> flow.worthAt(rate)).sum();
    }
}
