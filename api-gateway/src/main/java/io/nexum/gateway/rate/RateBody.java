package io.nexum.gateway.rate;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.NewId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.rate.ExchangeRate;
import io.nexum.kernel.rate.RateCommand.QuoteRate;
import io.nexum.kernel.rate.RateId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** @param quotedAt since when the rate holds; absent: since now */
record RateBody(
        Currency base,
        Currency quote,
        BigDecimal rate,
        String source,
        Optional<Instant> quotedAt,
        Optional<String> idempotencyKey)
        implements Body {
    private static final int MAX_SOURCE_LENGTH = 100;
    private static final int MAX_DIGITS = 12;

    static RateBody read(Fields in) {
        Currency base = in.required("base", Forms::currency);
        Currency quote = in.required("quote", Forms::currency);
        if (base != null && base == quote) {
            in.wrong("quote", "must not be the same currency as base");
        }
        return new RateBody(
                base,
                quote,
                rate(in),
                in.text("source", MAX_SOURCE_LENGTH),
                in.optional("quoted_at", Forms::instant),
                in.idempotencyKey());
    }

    private static BigDecimal rate(Fields in) {
        BigDecimal rate = in.decimal("rate");
        if (rate != null && (rate.signum() <= 0 || rate.precision() - rate.scale() > MAX_DIGITS)) {
            in.wrong("rate", "must be above zero with at most " + MAX_DIGITS + " digits before and after the point");
        }
        return rate;
    }

    QuoteRate command(Instant now) {
        return new QuoteRate(
                new ExchangeRate(new RateId(NewId.next()), base, quote, rate, source, quotedAt.orElse(now)));
    }
}
