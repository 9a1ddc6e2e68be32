package io.nexum.kernel.rate;

import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Query;
import io.nexum.kernel.money.Currency;
import java.util.Optional;

/** What can be asked about exchange rates. */
public sealed interface RateQuery<R> extends Query<R> {
    /** All quotations, the newest first. */
    record FindRates(Optional<Currency> base, Optional<Currency> quote, PageRequest page)
            implements RateQuery<Page<ExchangeRate>> {}

    /** The newest quotation of a pair. */
    record GetRate(Currency base, Currency quote) implements RateQuery<ExchangeRate> {}
}
