package io.nexum.kernel.rate;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.nexum.kernel.money.Currency;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What one unit of a currency buys of another.
 *
 * @param rate above zero, at most 12 digits before and 12 after the point
 * @param source who quotes it
 * @param quotedAt since when it holds
 */
public record ExchangeRate(
        RateId id,
        Currency base,
        Currency quote,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal rate,
        String source,
        Instant quotedAt) {

    /** @throws IllegalArgumentException if the rate is out of range or both currencies are the same */
    public ExchangeRate {
        if (base == quote) {
            throw new IllegalArgumentException("a rate is between two currencies");
        }
        if (rate.signum() <= 0 || rate.scale() > 12 || (long) rate.precision() - rate.scale() > 12) {
            throw new IllegalArgumentException(
                    "a rate is above zero with at most 12 digits before and after the point");
        }
    }
}
