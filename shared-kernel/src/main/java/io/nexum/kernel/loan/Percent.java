package io.nexum.kernel.loan;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares of reports, in percent with one decimal, rounded HALF_EVEN. */
public final class Percent {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percent() {}

    /** Zero, if the whole is zero. */
    public static BigDecimal of(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? BigDecimal.ZERO.setScale(1)
                : part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_EVEN);
    }
}
