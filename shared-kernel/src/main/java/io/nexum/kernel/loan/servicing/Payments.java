package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.loan.Prepayment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/** What a payment does to a loan that is being worked out. */
final class Payments {
    private final Reckoning loan;
    private final BigDecimal penaltyRate;
    private final int decimals;

    Payments(Reckoning loan) {
        this.loan = loan;
        this.penaltyRate = loan.agreement.prepayment().penaltyRate();
        this.decimals = loan.agreement.terms().currency().decimals();
    }

    /** What has to be paid on a day so that nothing is owed any more. */
    BigDecimal payoff(LocalDate date) {
        return loan.principalOpen()
                .add(loan.interestOpen(date))
                .add(loan.chargesOpen())
                .add(penalty(date));
    }

    /** The penalty for paying all that is not due yet. */
    BigDecimal penalty(LocalDate date) {
        if (loan.hasEnded()) {
            return BigDecimal.ZERO;
        }
        BigDecimal early = loan.principalOpen().subtract(loan.dues.open(Reckoning.isDue(Component.PRINCIPAL, date)));
        return early.multiply(penaltyRate).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    void take(LocalDate date, BigDecimal amount, ExcessUse use) {
        BigDecimal payoff = payoff(date);
        if (!loan.hasEnded() && loan.principalOpen().signum() > 0 && amount.compareTo(payoff) >= 0) {
            loan.addSettled(Component.PENALTY, date, penalty(date));
            loan.settle(date);
            loan.credit = loan.credit.add(amount.subtract(payoff));
            return;
        }
        BigDecimal left = loan.dues.payDue(amount, date);
        if (left.signum() > 0 && use != ExcessUse.PAY_AHEAD && !loan.hasEnded()) {
            left = left.subtract(reducePrincipal(date, left, use));
        }
        loan.credit = loan.credit.add(loan.dues.payAhead(left, date));
    }

    /** What is more than the next instalment reduces the principal, after its penalty; answers how much that took. */
    private BigDecimal reducePrincipal(LocalDate date, BigDecimal amount, ExcessUse use) {
        Optional<LocalDate> next = loan.dues.nextOpen(date);
        if (next.isEmpty()) {
            return BigDecimal.ZERO;
        }
        LocalDate nextDue = next.get();
        BigDecimal excess = amount.subtract(loan.dues.open(owed -> owed.due.equals(nextDue)));
        BigDecimal later = loan.dues.open(owed -> owed.component == Component.PRINCIPAL && owed.due.isAfter(nextDue));
        BigDecimal principal = excess.divide(BigDecimal.ONE.add(penaltyRate), decimals, RoundingMode.DOWN)
                .min(later);
        if (principal.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal penalty = principal
                .multiply(penaltyRate)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .min(excess.subtract(principal));
        loan.addSettled(Component.PENALTY, date, penalty);
        loan.prepay(
                date,
                principal,
                use == ExcessUse.SHORTER_TERM ? Prepayment.Effect.SHORTER_TERM : Prepayment.Effect.LOWER_INSTALLMENT);
        return principal.add(penalty);
    }
}
