package io.nexum.command.rate;

import io.nexum.kernel.RefusedException;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.rate.ExchangeRate;
import io.nexum.kernel.rate.RateRefusal;
import io.nexum.kernel.transaction.TransactionRefusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An amount as another currency's money.
 *
 * @param rate what one unit of the first currency bought
 */
public record Conversion(Money converted, BigDecimal rate) {
    private static final int INVERSE_DECIMALS = 12;

    /**
     * Converts at the newer of a quotation of the pair and one of the inverse pair, whose rate is then
     * {@code 1 / rate}, HALF_EVEN to {@value #INVERSE_DECIMALS} decimals. The amount is rounded HALF_EVEN to the
     * target currency's decimals.
     *
     * @throws RefusedException if neither is quoted, the newer one is older than {@code oldest}, or the amount is less
     *     than the target currency's smallest unit
     */
    public static Conversion of(
            Money amount,
            Currency to,
            Optional<ExchangeRate> direct,
            Optional<ExchangeRate> inverse,
            Instant at,
            Duration oldest) {
        boolean useInverse = inverse.isPresent()
                && direct.filter(rate -> !rate.quotedAt().isBefore(inverse.get().quotedAt()))
                        .isEmpty();
        ExchangeRate quoted = (useInverse ? inverse : direct)
                .orElseThrow(() -> new RefusedException(new RateRefusal.NoRate(amount.currency(), to)));
        if (quoted.quotedAt().plus(oldest).isBefore(at)) {
            throw new RefusedException(new RateRefusal.StaleRate(amount.currency(), to, quoted.quotedAt(), oldest));
        }
        BigDecimal rate = useInverse
                ? BigDecimal.ONE.divide(quoted.rate(), INVERSE_DECIMALS, RoundingMode.HALF_EVEN)
                : quoted.rate();
        Money converted = amount.convertedAt(rate, to);
        if (!converted.isPositive()) {
            throw new RefusedException(new TransactionRefusal.ConvertsToNothing(amount.toString(), to.code()));
        }
        return new Conversion(converted, rate);
    }
}
