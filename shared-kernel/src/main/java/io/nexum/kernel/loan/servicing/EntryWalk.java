package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.loan.LoanSchedule;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes a loan's entries one after the other, in the order of their days, and tells how the loan then stands. */
final class EntryWalk {
    final Reckoning loan;
    final LocalDate asOf;
    private final LoanAgreement agreement;
    private final Payments payments;
    final Map<TransactionId, PaymentSplit> splits = new LinkedHashMap<>();

    BigDecimal received = BigDecimal.ZERO;
    BigDecimal goodwill = BigDecimal.ZERO;
    BigDecimal refunded = BigDecimal.ZERO;
    BigDecimal recovered = BigDecimal.ZERO;
    Optional<Loss> loss = Optional.empty();

    EntryWalk(
            LoanAgreement agreement, LocalDate asOf, LocalDate lateThrough, Function<Chapter, LoanSchedule> schedules) {
        this.agreement = agreement;
        this.asOf = asOf;
        this.loan = new Reckoning(agreement, asOf, lateThrough, schedules);
        this.payments = new Payments(loan);
    }

    void take(LoanEntry entry) {
        if (entry.date().isAfter(asOf) && !isPlan(entry)) {
            return;
        }
        if (!entry.date().isAfter(asOf)) {
            loan.advance(entry.date());
        }
        LocalDate date = entry.date();
        switch (entry) {
            case LoanEntry.PaidOut out -> loan.payOut(date, out.amount());
            case LoanEntry.Paid paid -> pay(paid);
            case LoanEntry.Charged charged ->
                loan.dues.add(new Owed(
                        charged.component(), date, false, charged.amount().amount()));
            case LoanEntry.Waived waived -> waive(waived);
            case LoanEntry.Refunded refund -> refund(date, refund.amount().amount());
            case LoanEntry.ChargedBack back -> chargeBack(date, back.amount().amount());
            case LoanEntry.RateSet set -> replan(loan.chapter().with(termsWith(set)));
            case LoanEntry.Paused paused -> replan(loan.chapter().with(paused.pause()));
            case LoanEntry.Replanned replanned -> replan(date, replanned.plan());
            case LoanEntry.ChargedOff off -> lose(date);
            case LoanEntry.WrittenOff off -> lose(date);
            case LoanEntry.Recovered back ->
                recovered = recovered.add(back.amount().amount());
        }
    }

    private static boolean isPlan(LoanEntry entry) {
        return entry instanceof LoanEntry.RateSet || entry instanceof LoanEntry.Paused;
    }

    private void pay(LoanEntry.Paid paid) {
        BigDecimal amount = paid.amount().amount();
        Map<Component, BigDecimal> before = paidByComponent();
        BigDecimal creditBefore = loan.credit;
        Optional<Integer> daysLate = daysLate(paid.date());
        payments.take(
                paid.date(), amount, paid.excess().orElse(agreement.prepayment().excess()));
        if (paid.source() == LoanEntry.Source.GOODWILL) {
            goodwill = goodwill.add(amount);
        } else {
            received = received.add(amount);
        }
        Map<Component, Money> parts = new EnumMap<>(Component.class);
        paidByComponent().forEach((component, sum) -> parts.put(component, money(sum.subtract(before.get(component)))));
        splits.put(
                paid.id(),
                new PaymentSplit(
                        parts, money(loan.credit.subtract(creditBefore)), money(loan.principalOpen()), daysLate));
    }

    private Optional<Integer> daysLate(LocalDate date) {
        return loan.dues
                .firstOpenInstallment()
                .map(due -> due.plusDays(agreement.late().graceDays()))
                .filter(date::isAfter)
                .map(inTime -> Math.toIntExact(ChronoUnit.DAYS.between(inTime, date)));
    }

    private Map<Component, BigDecimal> paidByComponent() {
        Map<Component, BigDecimal> paid = loan.dues.byComponent(Owed::paid);
        paid.merge(Component.PRINCIPAL, loan.prepaid, BigDecimal::add);
        return paid;
    }

    /** Interest can be waived once it is earned; of the rest, what is owed. */
    private void waive(LoanEntry.Waived waived) {
        BigDecimal amount = waived.amount().amount();
        BigDecimal most = waived.component() == Component.INTEREST
                ? loan.interestOpen(waived.date()).max(BigDecimal.ZERO)
                : amount;
        loan.dues.waive(waived.component(), amount.min(most));
    }

    /** A payment that was found later to have been less can leave less to give back than was given. */
    private void refund(LocalDate date, BigDecimal amount) {
        refunded = refunded.add(amount);
        BigDecimal covered = amount.min(loan.credit);
        loan.credit = loan.credit.subtract(covered);
        owePrincipal(date, amount.subtract(covered));
    }

    private void chargeBack(LocalDate date, BigDecimal amount) {
        received = received.subtract(amount);
        owePrincipal(date, amount);
    }

    private void owePrincipal(LocalDate date, BigDecimal amount) {
        if (amount.signum() > 0) {
            loan.chargedBack = loan.chargedBack.add(amount);
            loan.dues.add(new Owed(Component.PRINCIPAL, date, true, amount));
        }
    }

    private LoanTerms termsWith(LoanEntry.RateSet set) {
        return loan.chapter().terms().withRate(set.date(), set.annualRate());
    }

    private void replan(Chapter chapter) {
        if (!loan.hasEnded()) {
            loan.plan(chapter);
        }
    }

    private void replan(LocalDate date, Replan plan) {
        if (!loan.hasEnded()) {
            new Replanning(loan).apply(date, plan);
        }
    }

    private void lose(LocalDate date) {
        if (loss.isPresent()) {
            return;
        }
        loan.end(date);
        loss = Optional.of(new Loss(date, loan.principalOpen(), loan.interestOpen(date), loan.chargesOpen()));
    }

    LoanStanding standing() {
        loan.advance(asOf);
        return Standings.of(this);
    }

    LedgerStanding ledgerStanding() {
        loan.advance(asOf);
        return Standings.inLedger(this);
    }

    LoanAgreement agreement() {
        return agreement;
    }

    BigDecimal payoff() {
        return payments.payoff(asOf);
    }

    BigDecimal prepaymentPenalty() {
        return payments.penalty(asOf);
    }

    Money money(BigDecimal amount) {
        return Money.of(amount, agreement.terms().currency());
    }

    /** What was lost when the loan was charged off or written off. */
    record Loss(LocalDate on, BigDecimal principal, BigDecimal interest, BigDecimal charges) {
        BigDecimal total() {
            return principal.add(interest).add(charges);
        }
    }
}
