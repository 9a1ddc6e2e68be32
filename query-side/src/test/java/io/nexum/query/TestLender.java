package io.nexum.query;

import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.day.DayEvent.BusinessDateMoved;
import io.nexum.kernel.day.DayEvent.BusinessDateOpened;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.loan.AgeingBucket;
import io.nexum.kernel.loan.Amortization;
import io.nexum.kernel.loan.Disbursement;
import io.nexum.kernel.loan.InterestPeriod;
import io.nexum.kernel.loan.LoanEvent;
import io.nexum.kernel.loan.LoanEvent.Particulars;
import io.nexum.kernel.loan.LoanFigures;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.LoanTerms.InterestTerms;
import io.nexum.kernel.loan.LoanTerms.PaymentPlan;
import io.nexum.kernel.loan.LoanTerms.RepaymentTerms;
import io.nexum.kernel.loan.MonthEnd;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.loan.servicing.LoanAgreement;
import io.nexum.kernel.loan.servicing.LoanBook;
import io.nexum.kernel.loan.servicing.LoanEntry;
import io.nexum.kernel.loan.servicing.LoanStanding;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductGlAccounts;
import io.nexum.kernel.transaction.TransactionId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A lender that tells the log what happens to its loans: each of 12 monthly payments by 30/360 at 12 % a year. Its
 * figures come from the loans' books, as a real one's do.
 */
public final class TestLender {
    private final TestBank bank;
    private final Map<LoanId, LoanBook> books = new LinkedHashMap<>();
    private LocalDate today;

    public TestLender(TestBank bank, String date) {
        this.bank = bank;
        this.today = LocalDate.parse(date);
        bank.append(new BusinessDateOpened(today));
    }

    public LoanId agree(CustomerId customer, String amount) {
        LoanId loan = new LoanId(UUID.randomUUID());
        LoanAgreement agreement = LoanAgreement.of(new LoanTerms(
                List.of(new Disbursement(today, usd(amount))),
                new PaymentPlan(PaymentFrequency.MONTHLY, 12, Optional.empty(), MonthEnd.CLAMP),
                new InterestTerms(
                        new BigDecimal("0.12"), List.of(), DayCount.THIRTY_360_US, InterestPeriod.SAME_AS_PAYMENT),
                RepaymentTerms.of(Amortization.EQUAL_INSTALLMENT)));
        books.put(loan, LoanBook.of(agreement));
        bank.append(
                new LoanEvent.LoanApplied(
                        loan,
                        customer,
                        agreement,
                        Optional.empty(),
                        ProductGlAccounts.NONE,
                        Optional.of("stock"),
                        Optional.empty(),
                        today),
                new LoanEvent.LoanApproved(loan, "good"),
                new LoanEvent.LoanOriginated(loan, "signed"));
        return loan;
    }

    /** Agreed on and paid out, all of it, today. */
    public LoanId lend(String amount) {
        LoanId loan = agree(bank.customer(), amount);
        LoanEntry.PaidOut entry = new LoanEntry.PaidOut(transaction(), today, usd(amount));
        LoanStanding after = enter(loan, entry);
        bank.append(
                new LoanEvent.LoanDisbursed(
                        loan, entry, Optional.empty(), particulars(), LoanFigures.of(after, today), List.of()),
                new LoanEvent.LoanActivated(loan, "all is paid out"));
        return loan;
    }

    public TransactionId pay(LoanId loan, String amount) {
        LoanEntry.Paid entry =
                new LoanEntry.Paid(transaction(), today, usd(amount), Optional.empty(), LoanEntry.Source.BORROWER);
        LoanStanding after = enter(loan, entry);
        bank.append(new LoanEvent.LoanPaymentReceived(
                loan,
                entry,
                Objects.requireNonNull(after.splits().get(entry.id())),
                particulars(),
                LoanFigures.of(after, today),
                List.of()));
        if (after.isPaidOff()) {
            bank.append(new LoanEvent.LoanPaidOff(loan, "paid"));
        }
        return entry.id();
    }

    public void reverse(LoanId loan, TransactionId payment) {
        LoanBook book = book(loan);
        LocalDate date = book.find(payment).orElseThrow().date();
        books.put(loan, book.without(payment));
        bank.append(new LoanEvent.LoanPaymentReversed(
                loan,
                transaction(),
                payment,
                date,
                particulars(),
                LoanFigures.of(book(loan).at(today), today),
                List.of()));
    }

    public void fail(LoanId loan) {
        bank.append(new LoanEvent.LoanDefaulted(loan, "gone"));
    }

    public void writeOff(LoanId loan) {
        LoanEntry.WrittenOff entry = new LoanEntry.WrittenOff(transaction(), today);
        LoanStanding after = enter(loan, entry);
        bank.append(new LoanEvent.LoanWrittenOff(loan, entry, particulars(), LoanFigures.of(after, today), List.of()));
    }

    /** Closes each day before another, with all that running loans earn and what is past due of them. */
    public void until(String date) {
        for (LocalDate last = LocalDate.parse(date); today.isBefore(last); today = today.plusDays(1)) {
            books.forEach((loan, book) -> {
                if (!book.entries().isEmpty()) {
                    close(loan, book);
                }
            });
            bank.append(new BusinessDateMoved(today, today.plusDays(1)));
        }
    }

    private void close(LoanId loan, LoanBook book) {
        LoanStanding before = book.at(today);
        LoanStanding after = book.at(today.plusDays(1));
        Money earned = after.interestEarned().minus(before.interestEarned());
        if (!earned.isZero()) {
            bank.append(new LoanEvent.LoanInterestAccrued(loan, today, earned, usd("0"), Optional.empty(), List.of()));
        }
        if (!after.overdue().equals(before.overdue())) {
            int days = after.daysPastDue();
            LoanFigures figures = LoanFigures.of(after, today.plusDays(1));
            bank.append(new LoanEvent.LoanAged(loan, today, days, AgeingBucket.of(days), figures));
        }
    }

    public LocalDate today() {
        return today;
    }

    private LoanStanding enter(LoanId loan, LoanEntry entry) {
        books.put(loan, book(loan).plus(entry));
        return book(loan).at(today);
    }

    private LoanBook book(LoanId loan) {
        return Objects.requireNonNull(books.get(loan));
    }

    private Particulars particulars() {
        return new Particulars(today, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static TransactionId transaction() {
        return new TransactionId(UUID.randomUUID());
    }

    private static Money usd(String amount) {
        return Money.of(new BigDecimal(amount), TestBank.USD);
    }
}
