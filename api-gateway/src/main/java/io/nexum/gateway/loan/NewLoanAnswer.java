package io.nexum.gateway.loan;

import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.loan.Disbursement;
import io.nexum.kernel.loan.LoanAnswer;
import io.nexum.kernel.loan.LoanCommand.ApplyForLoan;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanQuery.Planned;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductVersion;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A loan that was just agreed on, or applied for.
 *
 * @param id the same as {@code loanId}
 * @param status the same as {@code state}
 * @param nextPaymentDate of the first payment, if it is paid out as planned
 */
record NewLoanAnswer(
        LoanId loanId,
        LoanId id,
        CustomerId customerId,
        Optional<ProductId> productId,
        LoanStatus state,
        LoanStatus status,
        AgreedTerms terms,
        LocalDate nextPaymentDate,
        Optional<String> purpose,
        Optional<String> collateralDescription) {

    /**
     * @param annualInterestRate a fraction of plain digits
     * @param paymentAmount what most payments are; by its frequency it has a second name
     */
    record AgreedTerms(
            Money principalAmount,
            String annualInterestRate,
            LocalDate disbursementDate,
            Money paymentAmount,
            Optional<Money> weeklyPayment,
            Optional<Money> monthlyPayment,
            int totalPayments,
            Money totalInterest,
            LocalDate firstPaymentDate,
            LocalDate lastPaymentDate) {
        static AgreedTerms of(LoanTerms terms) {
            Planned planned = Planned.of(terms);
            Optional<Money> usual = Optional.of(planned.installment());
            PaymentFrequency frequency = terms.plan().frequency();
            return new AgreedTerms(
                    terms.disbursements().stream()
                            .map(Disbursement::amount)
                            .reduce(Money.zero(terms.currency()), Money::plus),
                    terms.interest().annualRate().toPlainString(),
                    terms.start(),
                    planned.installment(),
                    usual.filter(money -> frequency.equals(PaymentFrequency.WEEKLY)),
                    usual.filter(money -> frequency.equals(PaymentFrequency.MONTHLY)),
                    planned.payments(),
                    planned.totalInterest(),
                    planned.firstPayment(),
                    planned.lastPayment());
        }
    }

    static NewLoanAnswer of(LoanAnswer answer, ApplyForLoan asked) {
        AgreedTerms terms = AgreedTerms.of(asked.agreement().terms());
        return new NewLoanAnswer(
                answer.loan(),
                answer.loan(),
                asked.customer(),
                asked.product().map(ProductVersion::product),
                answer.status(),
                answer.status(),
                terms,
                terms.firstPaymentDate(),
                asked.purpose(),
                asked.collateral());
    }
}
