package io.nexum.command.rate;

import io.nexum.command.EntityType;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.rate.ExchangeRate;
import io.nexum.kernel.rate.RateEvent.RateQuoted;
import java.util.Optional;

/** The newest quotation of one pair of currencies, by the quotation's own time. */
public record RateState(Optional<ExchangeRate> newest) {
    public static final EntityType<RateState> TYPE =
            new EntityType<>("rate", new RateState(Optional.empty()), RateState.class, "1", RateState::evolve);

    static RateState evolve(RateState before, DomainEvent event) {
        ExchangeRate quoted = ((RateQuoted) event).rate();
        boolean older = before.newest
                .filter(newest -> newest.quotedAt().isAfter(quoted.quotedAt()))
                .isPresent();
        return older ? before : new RateState(Optional.of(quoted));
    }
}
