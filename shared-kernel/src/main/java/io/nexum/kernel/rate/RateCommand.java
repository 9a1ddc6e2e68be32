package io.nexum.kernel.rate;

import io.nexum.kernel.Command;

/** What can be asked of the bank's exchange rates. */
public sealed interface RateCommand<R> extends Command<R> {
    /** Enters a quotation. It counts from its own time; the newest of a pair is used. */
    record QuoteRate(ExchangeRate rate) implements RateCommand<ExchangeRate> {}
}
