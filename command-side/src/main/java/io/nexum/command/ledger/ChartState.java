package io.nexum.command.ledger;

import io.nexum.command.EntityType;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.ledger.GlAccount;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.LedgerEvent.GlAccountOpened;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bank's chart of accounts. */
public record ChartState(List<GlAccount> accounts) {
    public static final EntityType<ChartState> TYPE =
            new EntityType<>("chart", new ChartState(List.of()), ChartState.class, "1", ChartState::evolve);

    static ChartState evolve(ChartState before, DomainEvent event) {
        List<GlAccount> more = new ArrayList<>(before.accounts);
        more.add(((GlAccountOpened) event).account());
        return new ChartState(List.copyOf(more));
    }

    public Optional<GlAccount> find(GlCode code) {
        return accounts.stream().filter(account -> account.code().equals(code)).findFirst();
    }
}
