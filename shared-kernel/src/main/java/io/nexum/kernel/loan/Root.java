package io.nexum.kernel.loan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.DoubleUnaryOperator;

/**
 * Where present values meet. Such a rate has no closed form and is only shown, never posted: it is searched for in
 * floating point, with the same result on every machine, and told to {@value #DECIMALS} decimals.
 */
final class Root {
    static final int DECIMALS = 6;
    private static final double MOST = 1e12;
    private static final int HALVINGS = 200;

    private Root() {}

    /**
     * The rate from 0 on at which a falling function is zero; 0 if it begins at zero or below.
     *
     * @param excess what the payments are worth beyond the advances, at a rate
     */
    static double of(DoubleUnaryOperator excess) {
        double low = 0;
        double high = 1;
        if (excess.applyAsDouble(low) <= 0) {
            return 0;
        }
        while (excess.applyAsDouble(high) > 0 && high < MOST) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (excess.applyAsDouble(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static BigDecimal told(double rate) {
        return BigDecimal.valueOf(rate).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
