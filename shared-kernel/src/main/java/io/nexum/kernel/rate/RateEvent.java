package io.nexum.kernel.rate;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.money.Currency;

/** Everything that can happen to an exchange rate. */
public sealed interface RateEvent extends DomainEvent {
    /** The stream of a pair of currencies. */
    static StreamId streamOf(Currency base, Currency quote) {
        return StreamId.of("rate", base + "-" + quote);
    }

    record RateQuoted(ExchangeRate rate) implements RateEvent {
        @Override
        public StreamId stream() {
            return streamOf(rate.base(), rate.quote());
        }
    }
}
