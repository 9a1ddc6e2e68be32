package io.nexum.kernel.loan;

import io.nexum.kernel.loan.LoanEvent.LoanApplied;
import io.nexum.kernel.loan.LoanQuery.LoanView;
import io.nexum.kernel.loan.LoanQuery.Planned;
import io.nexum.kernel.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody applied for, with the dates that it had then: who asks again with the same key is told the same.
 *
 * @param at when it was applied for
 */
public record NewLoan(LoanApplied application, Instant at) {
    /** The loan as it reads before anything else happens to it. */
    public LoanView view(LoanStatus status) {
        LoanTerms terms = application.agreement().terms();
        return new LoanView(
                application.loan(),
                application.customer(),
                application.product(),
                status,
                application.agreement(),
                Planned.of(terms),
                application.purpose(),
                application.collateral(),
                application.appliedOn(),
                application.appliedOn(),
                Optional.empty(),
                0,
                Optional.empty(),
                Money.zero(terms.currency()),
                at,
                at);
    }
}
