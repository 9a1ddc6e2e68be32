package io.nexum.command.loan;

import io.nexum.command.Workspace;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.access.AmountLimit;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanRefusal;
import io.nexum.kernel.loan.LoanRefusal.AboveApprovalLimit;
import io.nexum.kernel.loan.LoanRefusal.LoanAmountOutOfRange;
import io.nexum.kernel.loan.LoanRefusal.LoanDateOutOfRange;
import io.nexum.kernel.loan.LoanRefusal.LoanStatusForbids;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.servicing.InstallmentStanding;
import io.nexum.kernel.loan.servicing.LoanEntry;
import io.nexum.kernel.loan.servicing.LoanStanding;
import io.nexum.kernel.loan.servicing.Replan;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules that more than one command asks. Each returns, or refuses with its reason. */
final class LoanRules {
    private static final int MOST_YEARS_BACK = 10;

    private LoanRules() {}

    static KnownLoan mustExist(LoanId id, LoanState state) {
        return switch (state) {
            case KnownLoan loan -> loan;
            case LoanState.Unknown unknown -> throw new RefusedException(new Refusals.NotFound("loan", id.toString()));
        };
    }

    static void mustBe(KnownLoan loan, String what, LoanStatus... statuses) {
        mustBe(loan, what, status -> Arrays.asList(statuses).contains(status));
    }

    static void mustBe(KnownLoan loan, String what, Predicate<LoanStatus> which) {
        if (!which.test(loan.status())) {
            throw new RefusedException(new LoanStatusForbids(loan.id(), loan.status(), what));
        }
    }

    static void mustBePositive(KnownLoan loan, Money amount) {
        if (!amount.isPositive()) {
            throw new RefusedException(new InvalidValue("amount", "an amount is above zero"));
        }
        if (amount.currency() != loan.currency()) {
            throw new RefusedException(new InvalidValue(
                    "amount.currency", "the loan is kept in " + loan.currency() + ", not in " + amount.currency()));
        }
    }

    /** Whoever approves a loan, or agrees on it, may approve as much as all that is paid out. */
    static void mustBeAllowedToApprove(Money principal, Workspace work) {
        AmountLimit limit = work.context().approvals();
        if (!limit.allows(principal)) {
            throw new RefusedException(new AboveApprovalLimit(principal, limit));
        }
    }

    static void mustNotExceed(String field, Money amount, Money most, String bounds) {
        if (amount.isMoreThan(most)) {
            throw new RefusedException(new LoanAmountOutOfRange(field, amount, bounds + " " + most));
        }
    }

    /** Entries count from the first day that money went out, to the bank's day; the first one may come from earlier books. */
    static void mustAllowDate(String field, KnownLoan loan, LocalDate date, LocalDate today) {
        LocalDate earliest = loan.book().entries().stream()
                .filter(LoanEntry.PaidOut.class::isInstance)
                .map(LoanEntry::date)
                .min(LocalDate::compareTo)
                .orElse(today.minusYears(MOST_YEARS_BACK));
        mustBeBetween(field, date, earliest, today);
    }

    /** What is paid back from an agreed day on is paid out before that day. */
    static void mustBePaidOutInTime(KnownLoan loan, LocalDate date) {
        if (loan.hasBegun()) {
            return;
        }
        loan.book()
                .agreement()
                .terms()
                .plan()
                .agreedFirstPayment()
                .filter(first -> !date.isBefore(first))
                .ifPresent(first -> {
                    throw new RefusedException(new InvalidValue(
                            "disbursement_date",
                            "disbursement_date must be before the first payment, which is agreed on for " + first));
                });
    }

    /** A new plan's first payment, where it names one, comes after the day that the plan counts from. */
    static void mustBePaidAfter(LocalDate date, Replan plan) {
        Optional<LocalDate> first = switch (plan) {
            case Replan.Reschedule reschedule -> reschedule.firstPayment();
            case Replan.ReAge reAge -> Optional.of(reAge.firstPayment());
            case Replan.ReAmortize reAmortize -> Optional.empty();
            case Replan.Restructure restructure -> Optional.of(restructure.firstPayment());
        };
        if (first.filter(day -> !day.isAfter(date)).isPresent()) {
            throw new RefusedException(
                    new InvalidValue("first_payment_date", "first_payment_date must be after " + date));
        }
    }

    static void mustBeBetween(String field, LocalDate date, LocalDate earliest, LocalDate latest) {
        if (date.isBefore(earliest) || date.isAfter(latest)) {
            throw new RefusedException(new LoanDateOutOfRange(field, date, earliest, latest));
        }
    }

    /** Where paying early is not allowed, what is due and the next instalment may be paid, no more. */
    static void mustAllowPrepayment(KnownLoan loan, LoanStanding before, LocalDate date, Money amount) {
        if (loan.book().agreement().prepayment().allowed() || !loan.status().isRunning()) {
            return;
        }
        Money most = before.charges();
        for (InstallmentStanding line : before.schedule()) {
            if (line.open().isPositive()) {
                most = most.plus(line.open());
            }
            if (line.due().isAfter(date) && line.open().isPositive()) {
                break;
            }
        }
        if (amount.isMoreThan(most)) {
            throw new RefusedException(new LoanRefusal.PrepaymentNotAllowed(loan.id(), most));
        }
    }
}
