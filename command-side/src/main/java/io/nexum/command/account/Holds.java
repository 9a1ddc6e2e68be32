package io.nexum.command.account;

import io.nexum.kernel.account.AccountEvent.HoldPlaced;
import io.nexum.kernel.account.Hold;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The holds on one account that nobody has captured whole, released or ended; at most {@value #MOST}. */
public record Holds(List<Hold> active) {
    public static final int MOST = 100;
    static final Holds NONE = new Holds(List.of());

    /** What they set aside together; a hold whose time is over sets nothing aside, told or not. */
    Money held(Currency currency, Instant at) {
        Money sum = Money.zero(currency);
        for (Hold hold : active) {
            if (!hold.hasExpiredAt(at)) {
                sum = sum.plus(hold.remaining());
            }
        }
        return sum;
    }

    public Optional<Hold> find(HoldId id) {
        return active.stream().filter(hold -> hold.id().equals(id)).findFirst();
    }

    List<Hold> expiredAt(Instant at) {
        return active.stream().filter(hold -> hold.hasExpiredAt(at)).toList();
    }

    int countAt(Instant at) {
        return active.size() - expiredAt(at).size();
    }

    Holds place(HoldPlaced placed) {
        List<Hold> more = new ArrayList<>(active);
        more.add(new Hold(placed.hold(), placed.amount(), placed.amount(), placed.reason(), placed.expiresAt()));
        return new Holds(List.copyOf(more));
    }

    /** A hold of which nothing remains is gone. */
    Holds capture(HoldId id, Money amount) {
        return new Holds(active.stream()
                .map(hold -> hold.id().equals(id) ? hold.lessen(amount) : hold)
                .filter(hold -> hold.remaining().isPositive())
                .toList());
    }

    Holds end(HoldId id) {
        return new Holds(active.stream().filter(hold -> !hold.id().equals(id)).toList());
    }
}
