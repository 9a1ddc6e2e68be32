package io.nexum.bench.bank;

import io.nexum.command.Claim;
import io.nexum.command.store.AppendUnit;
import io.nexum.command.store.Appenders;
import io.nexum.command.store.NewEvent;
import io.nexum.command.store.Seen;
import io.nexum.command.store.StreamsChanged;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.loan.Amortization;
import io.nexum.kernel.loan.Disbursement;
import io.nexum.kernel.loan.InterestPeriod;
import io.nexum.kernel.loan.LoanEvent.LoanActivated;
import io.nexum.kernel.loan.LoanEvent.LoanApplied;
import io.nexum.kernel.loan.LoanEvent.LoanApproved;
import io.nexum.kernel.loan.LoanEvent.LoanDisbursed;
import io.nexum.kernel.loan.LoanEvent.LoanOriginated;
import io.nexum.kernel.loan.LoanEvent.Particulars;
import io.nexum.kernel.loan.LoanFigures;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.LoanTerms.InterestTerms;
import io.nexum.kernel.loan.LoanTerms.PaymentPlan;
import io.nexum.kernel.loan.LoanTerms.RepaymentTerms;
import io.nexum.kernel.loan.MonthEnd;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.loan.servicing.AllocationOrder;
import io.nexum.kernel.loan.servicing.LoanAgreement;
import io.nexum.kernel.loan.servicing.LoanAgreement.LateTerms;
import io.nexum.kernel.loan.servicing.LoanAgreement.PrepaymentTerms;
import io.nexum.kernel.loan.servicing.LoanBook;
import io.nexum.kernel.loan.servicing.LoanEntry.PaidOut;
import io.nexum.kernel.log.LogListener;
import io.nexum.kernel.log.PersonalEvents;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.privacy.PersonalData;
import io.nexum.kernel.product.FeeScale;
import io.nexum.kernel.product.ProductGlAccounts;
import io.nexum.kernel.store.Stores;
import io.nexum.kernel.transaction.TransactionId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Makes running loans as fast as events can be written: nothing is decided. */
public final class BulkLoans implements AutoCloseable {
    private static final int A_UNIT = 500;
    private static final int PAYMENTS = 52;
    private static final Money PRINCIPAL = Money.of("5000.00", "USD");

    private final Appenders appenders;
    private final PersonalEvents codec;
    private final CommandContext context =
            CommandContext.of(TenantId.DEFAULT, "bench", "bench", Instant.now().truncatedTo(ChronoUnit.MICROS));

    public BulkLoans(Stores stores, PersonalData keys, LogListener listener) {
        this.appenders = new Appenders(stores, 100, new NobodyCaches(), listener);
        this.codec = new PersonalEvents(keys);
    }

    /**
     * Microloans of 5,000.00 at 24 % in 52 weekly payments, paid out over the three weeks before a date, so that each
     * day a seventh falls due; nobody pays.
     *
     * @return for how many days they earn interest, all together, through that date
     */
    public long make(int count, LocalDate before) {
        long days = 0;
        for (int made = 0; made < count; made += A_UNIT) {
            Map<StreamId, Seen> seen = new HashMap<>();
            List<NewEvent> rows = new ArrayList<>();
            List<Claim> claims = new ArrayList<>();
            for (int i = made; i < Math.min(made + A_UNIT, count); i++) {
                LoanId loan = new LoanId(UUID.randomUUID());
                LocalDate start = before.minusDays(1 + i % 21);
                days += ChronoUnit.DAYS.between(start, before) + 1;
                List<DomainEvent> life = life(loan, start);
                for (DomainEvent event : life) {
                    rows.add(NewEvent.of(UUID.randomUUID(), event, life.indexOf(event), "Bench", context, codec));
                }
                seen.put(life.getFirst().stream(), Seen.inTheLog(-1));
                claims.add(new Claim("open_loan", loan.toString(), new AlreadyTaken("loan", loan.toString())));
            }
            CompletableFuture<Void> done = new CompletableFuture<>();
            appenders.submit(new AppendUnit(context.tenant(), seen, rows, claims, List.of(), done));
            done.join();
        }
        return days;
    }

    private static List<DomainEvent> life(LoanId loan, LocalDate start) {
        LoanAgreement agreement = agreement(start);
        PaidOut entry = new PaidOut(new TransactionId(UUID.randomUUID()), start, PRINCIPAL);
        LoanFigures after = LoanFigures.of(LoanBook.of(agreement).plus(entry).at(start), start);
        return List.of(
                new LoanApplied(
                        loan,
                        new CustomerId(loan.value()),
                        agreement,
                        Optional.empty(),
                        ProductGlAccounts.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        start),
                new LoanApproved(loan, "bench"),
                new LoanOriginated(loan, "bench"),
                new LoanDisbursed(
                        loan,
                        entry,
                        Optional.empty(),
                        new Particulars(start, Optional.empty(), Optional.empty(), Optional.empty()),
                        after,
                        List.of(
                                JournalLine.debit(DefaultChart.LOANS, loan, PRINCIPAL),
                                JournalLine.credit(DefaultChart.CASH, PRINCIPAL))),
                new LoanActivated(loan, "bench"));
    }

    private static LoanAgreement agreement(LocalDate start) {
        return new LoanAgreement(
                new LoanTerms(
                        List.of(new Disbursement(start, PRINCIPAL)),
                        new PaymentPlan(PaymentFrequency.WEEKLY, PAYMENTS, Optional.empty(), MonthEnd.CLAMP),
                        new InterestTerms(new BigDecimal("0.24"), List.of(), DayCount.ACTUAL_365, InterestPeriod.DAILY),
                        RepaymentTerms.of(Amortization.EQUAL_INSTALLMENT)),
                new LateTerms(7, Optional.of(FeeScale.fixed(Money.of("25.00", "USD"))), BigDecimal.ZERO),
                PrepaymentTerms.FREE,
                AllocationOrder.STANDARD);
    }

    @Override
    public void close() {
        appenders.close();
    }

    private static final class NobodyCaches implements StreamsChanged {
        @Override
        public void evict(TenantId tenant, Collection<StreamId> streams) {}

        @Override
        public void evictAll(TenantId tenant) {}
    }
}
