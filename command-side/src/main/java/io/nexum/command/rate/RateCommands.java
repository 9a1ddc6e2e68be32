package io.nexum.command.rate;

import io.nexum.command.CommandHandler;
import io.nexum.command.Workspace;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.rate.ExchangeRate;
import io.nexum.kernel.rate.RateCommand;
import io.nexum.kernel.rate.RateCommand.QuoteRate;
import io.nexum.kernel.rate.RateEvent;
import io.nexum.kernel.rate.RateEvent.RateQuoted;
import io.nexum.kernel.rate.RateRefusal;

/** Entering exchange rates. */
public final class RateCommands implements CommandHandler<RateCommand<?>> {
    @Override
    public Class<?> commands() {
        return RateCommand.class;
    }

    @Override
    public ExchangeRate handle(RateCommand<?> command, Workspace work) {
        return switch (command) {
            case QuoteRate quote -> quote(quote.rate(), work);
        };
    }

    private static ExchangeRate quote(ExchangeRate rate, Workspace work) {
        if (rate.quotedAt().isAfter(work.at())) {
            throw new RefusedException(new RateRefusal.QuotedInTheFuture(rate.quotedAt()));
        }
        work.load(RateState.TYPE, RateEvent.streamOf(rate.base(), rate.quote()));
        work.record(new RateQuoted(rate));
        return rate;
    }
}
