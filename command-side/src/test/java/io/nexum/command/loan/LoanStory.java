package io.nexum.command.loan;

import io.nexum.command.EntityType;
import io.nexum.command.Story;
import io.nexum.command.day.DayContext;
import io.nexum.command.day.DayContext.SharedStates;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.Posting;
import io.nexum.kernel.loan.Amortization;
import io.nexum.kernel.loan.Disbursement;
import io.nexum.kernel.loan.InterestPeriod;
import io.nexum.kernel.loan.LoanAnswer;
import io.nexum.kernel.loan.LoanCommand;
import io.nexum.kernel.loan.LoanCommand.ApplyForLoan;
import io.nexum.kernel.loan.LoanCommand.DisburseLoan;
import io.nexum.kernel.loan.LoanCommand.PayLoan;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanPolicy;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.LoanTerms.InterestTerms;
import io.nexum.kernel.loan.LoanTerms.PaymentPlan;
import io.nexum.kernel.loan.LoanTerms.RepaymentTerms;
import io.nexum.kernel.loan.MonthEnd;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.loan.servicing.AllocationOrder;
import io.nexum.kernel.loan.servicing.ExcessUse;
import io.nexum.kernel.loan.servicing.LoanAgreement;
import io.nexum.kernel.loan.servicing.LoanAgreement.LateTerms;
import io.nexum.kernel.loan.servicing.LoanAgreement.PrepaymentTerms;
import io.nexum.kernel.loan.servicing.LoanStanding;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeScale;
import io.nexum.kernel.tenant.TenantSettings;
import io.nexum.kernel.transaction.TransactionId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** A lender in memory, with one loan of 1,200.00 at 12 % in 12 months from 1 January 2026: 106.62 a month. */
final class LoanStory {
    static final LocalDate START = LocalDate.parse("2026-01-01");

    final Story bank = new Story();
    final CustomerId customer = bank.customer();
    final LoanId loan = new LoanId(UUID.randomUUID());
    LoanAgreement agreement = agreement("0.12");
    LoanPolicy policy = LoanPolicy.USUAL;

    static LoanAgreement agreement(String rate) {
        LoanTerms terms = new LoanTerms(
                List.of(new Disbursement(START, usd("1200.00"))),
                new PaymentPlan(PaymentFrequency.MONTHLY, 12, Optional.empty(), MonthEnd.CLAMP),
                new InterestTerms(
                        new BigDecimal(rate), List.of(), DayCount.THIRTY_360_US, InterestPeriod.SAME_AS_PAYMENT),
                RepaymentTerms.of(Amortization.EQUAL_INSTALLMENT));
        return new LoanAgreement(
                terms,
                new LateTerms(7, Optional.of(FeeScale.fixed(usd("25.00"))), BigDecimal.ZERO),
                new PrepaymentTerms(true, BigDecimal.ZERO, ExcessUse.SHORTER_TERM),
                AllocationOrder.STANDARD);
    }

    static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    static TransactionId transaction() {
        return new TransactionId(UUID.randomUUID());
    }

    LoanStory on(String date) {
        bank.at(date + "T12:00:00Z");
        return this;
    }

    LoanAnswer apply(boolean originate) {
        return bank.send(new ApplyForLoan(
                loan, customer, agreement, Optional.empty(), Optional.empty(), Optional.empty(), originate));
    }

    /** Agreed on and paid out in cash on the first day. */
    LoanStory running() {
        on("2026-01-01").apply(true);
        disburse(Optional.empty());
        return this;
    }

    LoanAnswer disburse(Optional<AccountId> account) {
        return bank.send(new DisburseLoan(
                loan,
                customer,
                transaction(),
                Optional.of(START),
                Optional.empty(),
                account,
                Optional.empty(),
                Optional.empty()));
    }

    LoanAnswer pay(String date, String amount) {
        return bank.send(payment(date, amount, Optional.empty()));
    }

    LoanCommand payment(String date, String amount, Optional<ExcessUse> excess) {
        return new PayLoan(
                loan,
                transaction(),
                Optional.of(LocalDate.parse(date)),
                usd(amount),
                Optional.empty(),
                excess,
                Optional.empty());
    }

    KnownLoan state() {
        return (KnownLoan) bank.state(LoanState.TYPE, LoanState.streamOf(loan));
    }

    LoanStanding standing(String asOf) {
        return state().book().at(LocalDate.parse(asOf));
    }

    /** Closes one date for the loan; answers what happened by it. */
    List<DomainEvent> close(LocalDate date) {
        DayContext day =
                new DayContext(date, HolidayCalendar.EVERY_DAY, TenantSettings.NONE, bank.now(), new NothingShared());
        List<DomainEvent> events = new CloseLoans(policy).decide(state(), day);
        bank.append(events);
        return events;
    }

    private record NothingShared() implements SharedStates {
        @Override
        public <T> T of(EntityType<T> type, StreamId stream) {
            return type.initial();
        }
    }

    void closeThrough(String date) {
        for (LocalDate day = state().ledger().asOf(); !day.isAfter(LocalDate.parse(date)); day = day.plusDays(1)) {
            close(day);
        }
    }

    /** What the general ledger has on each account: debits above zero. */
    Map<String, String> ledger() {
        Map<String, Money> sums = new TreeMap<>();
        for (DomainEvent event : bank.log()) {
            if (event instanceof Posting posting) {
                for (JournalLine line : posting.lines()) {
                    sums.merge(line.account().value(), line.signed(), Money::plus);
                }
            }
        }
        Map<String, String> shown = new TreeMap<>();
        sums.forEach((code, sum) -> {
            if (!sum.isZero()) {
                shown.put(code, sum.amount().toPlainString());
            }
        });
        return shown;
    }
}
