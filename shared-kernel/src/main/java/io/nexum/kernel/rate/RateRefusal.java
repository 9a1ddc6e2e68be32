package io.nexum.kernel.rate;

import io.nexum.kernel.Refusal;
import io.nexum.kernel.money.Currency;
import java.time.Duration;
import java.time.Instant;

/** Why a conversion or a quotation is refused. */
public sealed interface RateRefusal extends Refusal {
    @Override
    default Kind kind() {
        return Kind.RULE;
    }

    record NoRate(Currency from, Currency to) implements RateRefusal {
        @Override
        public String detail() {
            return "there is no exchange rate from " + from + " to " + to;
        }
    }

    record StaleRate(Currency from, Currency to, Instant quotedAt, Duration oldest) implements RateRefusal {
        @Override
        public String detail() {
            return "the exchange rate from " + from + " to " + to + " is of " + quotedAt + ", older than " + oldest;
        }
    }

    record QuotedInTheFuture(Instant quotedAt) implements RateRefusal {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String field() {
            return "quoted_at";
        }

        @Override
        public String detail() {
            return "a rate can't be quoted in the future, as " + quotedAt + " is";
        }
    }
}
