package io.nexum.gateway.rate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Checked;
import io.nexum.gateway.request.MoneyRequest;
import io.nexum.gateway.request.NewId;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.rate.ExchangeRate;
import io.nexum.kernel.rate.RateCommand.QuoteRate;
import io.nexum.kernel.rate.RateId;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** @param quotedAt since when the rate holds; absent: since now */
record RateBody(
        @JsonUnwrapped Pair pair,

        @DecimalMin(value = "0", inclusive = false, message = RateBody.WANTED)
        @Digits(integer = 12, fraction = 12, message = RateBody.WANTED)
        BigDecimal rate,

        @Size(max = 100) String source,
        Optional<Instant> quotedAt,
        Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
        implements MoneyRequest {
    static final String WANTED = "must be above zero with at most 12 digits before and after the point";

    /** What is quoted in what. */
    record Pair(Currency base, Currency quote) implements Checked {
        @Override
        public void check(ValidationErrors errors) {
            if (base == quote) {
                errors.reject("quote", "must not be the same currency as base");
            }
        }
    }

    QuoteRate command(Instant now) {
        return new QuoteRate(new ExchangeRate(
                new RateId(NewId.next()), pair.base(), pair.quote(), rate, source, quotedAt.orElse(now)));
    }
}
