package io.nexum.gateway.rate;

import io.nexum.kernel.Page;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.rate.ExchangeRate;
import io.nexum.kernel.rate.RateId;
import java.time.Instant;
import java.util.List;

/** @param id the same as {@code rateId} */
record RateAnswer(
        RateId rateId, RateId id, Currency base, Currency quote, String rate, String source, Instant quotedAt) {
    static RateAnswer of(ExchangeRate rate) {
        return new RateAnswer(
                rate.id(),
                rate.id(),
                rate.base(),
                rate.quote(),
                rate.rate().toPlainString(),
                rate.source(),
                rate.quotedAt());
    }

    record RateList(List<RateAnswer> rates, long total, int skip, int limit) {
        static RateList of(Page<ExchangeRate> page) {
            return new RateList(
                    page.items().stream().map(RateAnswer::of).toList(), page.total(), page.skip(), page.limit());
        }
    }
}
