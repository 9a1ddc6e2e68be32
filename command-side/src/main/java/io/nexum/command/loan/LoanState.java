package io.nexum.command.loan;

import io.nexum.command.EntityType;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.loan.LoanEvent;
import io.nexum.kernel.loan.LoanEvent.LoanApplied;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.log.StreamId;

/** What a loan's rules need to know, and how each event changes that. */
public sealed interface LoanState permits LoanState.Unknown, KnownLoan {
    EntityType<LoanState> TYPE = new EntityType<>("loan", new Unknown(), KnownLoan.class, "5", LoanState::evolve);

    /** Nobody has asked for it. */
    record Unknown() implements LoanState {}

    static StreamId streamOf(LoanId loan) {
        return TYPE.stream(loan);
    }

    static LoanState evolve(LoanState before, DomainEvent happened) {
        LoanEvent event = (LoanEvent) happened;
        return event instanceof LoanApplied applied ? KnownLoan.by(applied) : ((KnownLoan) before).after(event);
    }
}
