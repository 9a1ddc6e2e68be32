package io.nexum.query.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.PageRequest;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.loan.LoanFigures;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanQuery.FindLoanPayments;
import io.nexum.kernel.loan.LoanQuery.FindLoans;
import io.nexum.kernel.loan.LoanQuery.GetLoan;
import io.nexum.kernel.loan.LoanQuery.GetLoanSchedule;
import io.nexum.kernel.loan.LoanQuery.GetPayoff;
import io.nexum.kernel.loan.LoanQuery.LoanPaymentView;
import io.nexum.kernel.loan.LoanQuery.LoanView;
import io.nexum.kernel.loan.LoanQuery.PayoffQuote;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.servicing.Component;
import io.nexum.kernel.loan.servicing.InstallmentStanding;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.query.TestBank;
import io.nexum.query.TestLender;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A loan of 1,200.00 from 1 January 2026: 106.62 a month, of the first one 12.00 interest and 94.62 principal. */
class LoanAnswersTest {
    private final TestBank bank = new TestBank();
    private final TestLender lender = new TestLender(bank, "2026-01-01");

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void a_loan_that_is_agreed_on_shows_what_is_planned() {
        LoanId loan = lender.agree(bank.customer(), "1200");

        LoanView view = get(loan, "2026-01-01");
        assertThat(view.status()).isEqualTo(LoanStatus.ORIGINATED);
        assertThat(view.figures()).isEmpty();
        assertThat(view.planned().installment()).isEqualTo(usd("106.62"));
        assertThat(view.planned().payments()).isEqualTo(12);
        assertThat(view.nextPayment()).contains(day("2026-02-01"));
        assertThat(schedule(loan, "2026-01-01"))
                .hasSize(12)
                .allMatch(line -> line.settled().isZero())
                .first()
                .matches(line ->
                        line.principal().equals(usd("94.62")) && line.interest().equals(usd("12.00")));
    }

    @Test
    void a_loan_is_told_as_of_any_past_day() {
        LoanId loan = lender.lend("1200");
        lender.until("2026-02-01");
        lender.pay(loan, "106.62");
        lender.until("2026-02-03");

        // 14 of January's 31 days of 12.00
        assertThat(figures(loan, "2026-01-15").interest()).isEqualTo(usd("5.42"));
        assertThat(figures(loan, "2026-01-15").principal()).isEqualTo(usd("1200.00"));
        assertThat(figures(loan, "2026-01-15").nextPayment()).contains(day("2026-02-01"));
        assertThat(figures(loan, "2026-02-03").principal()).isEqualTo(usd("1105.38"));
        assertThat(figures(loan, "2026-02-03").nextPayment()).contains(day("2026-03-01"));
        assertThat(schedule(loan, "2026-02-03").getFirst().isSettled()).isTrue();
        assertThat(schedule(loan, "2026-01-31").getFirst().isSettled()).isFalse();
        assertThat(get(loan, "2025-12-31").figures()).isEmpty();
        assertThat(get(loan, "2025-12-31").status()).isEqualTo(LoanStatus.APPLIED);
    }

    @Test
    void the_list_shows_what_closed_days_have_earned() {
        LoanId loan = lender.lend("1200");
        lender.until("2026-01-15");

        LoanView listed = find(Optional.of(LoanStatus.ACTIVE), Optional.empty()).getFirst();

        assertThat(listed.id()).isEqualTo(loan);
        assertThat(listed.figures().map(LoanFigures::interest)).contains(usd("5.42"));
        assertThat(listed.figures()).isEqualTo(get(loan, "2026-01-15").figures().map(this::lateAsListed));
    }

    /** The list doesn't open the book: late fees are as of its last event there. */
    private LoanFigures lateAsListed(LoanFigures told) {
        return new LoanFigures(
                told.asOf(),
                day("2026-01-01"),
                told.paidOut(),
                told.principal(),
                told.interest(),
                told.fees(),
                told.penalties(),
                told.credit(),
                told.interestEarned(),
                told.overdueSince(),
                told.overdue(),
                told.nextPayment(),
                told.nextPaymentAmount(),
                told.payments(),
                told.openPayments(),
                told.outlook());
    }

    @Test
    void a_list_is_narrowed_by_status_and_by_what_is_overdue() {
        LoanId late = lender.lend("1200");
        LoanId paid = lender.lend("1200");
        LoanId agreed = lender.agree(bank.customer(), "500");
        lender.until("2026-02-01");
        lender.pay(paid, "106.62");
        lender.until("2026-02-05");

        assertThat(find(Optional.of(LoanStatus.ACTIVE), Optional.empty()))
                .extracting(LoanView::id)
                .containsExactly(late, paid);
        assertThat(find(Optional.empty(), Optional.of(true)))
                .extracting(LoanView::id, LoanView::daysPastDue)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(late, 4));
        assertThat(find(Optional.empty(), Optional.of(false)))
                .extracting(LoanView::id)
                .containsExactly(paid, agreed);
        assertThat(figures(late, "2026-02-05").overdue()).isEqualTo(usd("106.62"));
        assertThat(find(Optional.empty(), Optional.of(true))
                        .getFirst()
                        .figures()
                        .map(LoanFigures::overdue))
                .contains(usd("106.62"));
    }

    @Test
    void a_payment_that_was_taken_back_stays_in_the_history_and_counts_no_more() {
        LoanId loan = lender.lend("1200");
        lender.until("2026-02-01");
        TransactionId first = lender.pay(loan, "106.62");
        TransactionId second = lender.pay(loan, "50.00");
        lender.reverse(loan, first);

        List<LoanPaymentView> payments = bank.ask(new FindLoanPayments(loan, day("2026-02-01"), PageRequest.FIRST))
                .items();

        assertThat(payments).extracting(LoanPaymentView::id).containsExactly(first, second);
        assertThat(payments).extracting(LoanPaymentView::reversed).containsExactly(true, false);
        assertThat(payments.getFirst().split()).isEmpty();
        assertThat(payments.getLast().split().map(split -> split.of(Component.INTEREST)))
                .contains(usd("12.00"));
        assertThat(payments.getLast().split().map(split -> split.of(Component.PRINCIPAL)))
                .contains(usd("38.00"));
        assertThat(figures(loan, "2026-02-01").principal()).isEqualTo(usd("1162.00"));
    }

    @Test
    void a_payoff_is_principal_and_interest_through_its_day() {
        LoanId loan = lender.lend("1200");
        lender.until("2026-01-10");

        PayoffQuote quote = bank.ask(new GetPayoff(loan, day("2026-01-15")));

        assertThat(quote.payoff()).isEqualTo(usd("1205.42"));
        assertThat(quote.interest()).isEqualTo(usd("5.42"));
        assertThat(quote.charges()).isEqualTo(usd("0"));
        // 15 of 31 days of 12.00 are 5.81.
        assertThat(quote.perDiem()).isEqualTo(usd("0.39"));
        assertThat(quote.goodThrough()).isEqualTo(day("2026-01-15"));
    }

    @Test
    void a_loan_that_is_paid_off_has_no_next_payment_and_no_quote() {
        LoanId loan = lender.lend("1200");
        lender.until("2026-01-15");
        lender.pay(loan, "1205.42");

        assertThat(get(loan, "2026-01-15").status()).isEqualTo(LoanStatus.PAID_OFF);
        assertThat(get(loan, "2026-01-15").nextPayment()).isEmpty();
        assertThat(get(loan, "2026-01-14").status()).isEqualTo(LoanStatus.ACTIVE);
        assertThatThrownBy(() -> bank.ask(new GetPayoff(loan, day("2026-01-15"))))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void a_loan_that_is_not_there_is_not_found() {
        assertThatThrownBy(() -> get(new LoanId(UUID.randomUUID()), "2026-01-01"))
                .isInstanceOf(RefusedException.class);
    }

    private LoanView get(LoanId loan, String asOf) {
        return bank.ask(new GetLoan(loan, day(asOf)));
    }

    private LoanFigures figures(LoanId loan, String asOf) {
        return get(loan, asOf).figures().orElseThrow();
    }

    private List<InstallmentStanding> schedule(LoanId loan, String asOf) {
        return bank.ask(new GetLoanSchedule(loan, day(asOf))).lines();
    }

    private List<LoanView> find(Optional<LoanStatus> status, Optional<Boolean> overdue) {
        return bank.ask(new FindLoans(
                        status, Optional.empty(), Optional.empty(), overdue, lender.today(), PageRequest.FIRST))
                .items();
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static Money usd(String amount) {
        return Money.of(new BigDecimal(amount), TestBank.USD);
    }
}
