package io.nexum.gateway.loan;

import io.nexum.gateway.request.Amount;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.loan.Disbursement;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a loan that is asked for is to be paid out.
 *
 * @param principal zero if none was sent
 * @param listed what is to be paid out on days that were sent, in their order
 */
record PlannedDisbursements(Money principal, List<Disbursement> listed) {
    /** @param amounts such as can be in the currency */
    static PlannedDisbursements of(LoanAmounts amounts, Currency currency) {
        List<Disbursement> listed = amounts.disbursements().stream()
                .map(paid -> new Disbursement(paid.date(), money(paid.amount(), currency)))
                .sorted(Comparator.comparing(Disbursement::date))
                .toList();
        Money principal =
                amounts.principalAmount().map(amount -> money(amount, currency)).orElseGet(() -> sum(listed, currency));
        return new PlannedDisbursements(principal, listed);
    }

    private static Money money(Amount amount, Currency currency) {
        return amount.in(currency, new ValidationErrors()).orElseThrow();
    }

    private static Money sum(List<Disbursement> paidOut, Currency currency) {
        return paidOut.stream().map(Disbursement::amount).reduce(Money.zero(currency), Money::plus);
    }

    Optional<LocalDate> firstListed() {
        return listed.stream().map(Disbursement::date).findFirst();
    }

    /** Whether the list is all that is paid out. */
    boolean listsAll() {
        return sum(listed, principal.currency()).equals(principal);
    }

    /**
     * The principal is paid out on the disbursement date, and what is listed beside it. A list that adds up to the
     * principal, or has that date itself, is all there is: the principal is then its first amount or its sum.
     *
     * @param errors of the terms
     */
    List<Disbursement> from(LocalDate start, ValidationErrors errors) {
        if (principal.isZero()) {
            errors.reject("principal_amount", "is missing");
        }
        if (listed.stream().anyMatch(paid -> paid.date().isBefore(start))) {
            errors.reject("disbursements", "must not be before disbursement_date");
        }
        List<Disbursement> all = new ArrayList<>();
        boolean complete =
                listsAll() || listed.stream().anyMatch(paid -> paid.date().equals(start));
        if (!complete) {
            all.add(new Disbursement(start, principal));
        }
        all.addAll(listed);
        if (complete
                && !principal.equals(sum(all, principal.currency()))
                && !principal.equals(all.getFirst().amount())) {
            errors.reject("disbursements", "must add up to principal_amount, or begin with it");
        }
        return all;
    }
}
