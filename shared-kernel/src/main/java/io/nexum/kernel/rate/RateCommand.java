package io.nexum.kernel.rate;

import io.nexum.kernel.Command;

/** What can be asked of the bank's exchange rates. */
public sealed interface RateCommand<R> extends Command<R> {
    @Override
    default String routingKey() {
        return switch (this) {
            case QuoteRate quote -> quote.rate().base() + "/" + quote.rate().quote();
        };
    }

    @Override
    default int transactions() {
        return 0;
    }

    /** Enters a quotation. It counts from its own time; the newest of a pair is used. */
    record QuoteRate(ExchangeRate rate) implements RateCommand<ExchangeRate> {}
}
