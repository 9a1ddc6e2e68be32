package io.nexum.gateway.loan;

import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.loan.CreditStage;
import io.nexum.kernel.loan.LoanFigures;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanQuery.LoanView;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A loan as its clients read it. The usual instalment has a name of its frequency; here it is the amount alone, so that
 * it can be put in a message, and in {@link AgreedTerms} it is money.
 *
 * @param id the same as {@code loanId}
 * @param status the same as {@code state}
 * @param asOf the day that it is told for
 * @param currentBalance the principal that is owed
 * @param accruedInterest earned and not paid; below zero if paid ahead
 * @param nextPaymentDate the day of the oldest instalment that is open, past or to come
 * @param totalPayments how many instalments there are
 * @param productVersion the one that it was made under
 */
record LoanResource(
        LoanId loanId,
        LoanId id,
        CustomerId customerId,
        Optional<ProductId> productId,
        Optional<Integer> productVersion,
        LoanStatus state,
        LoanStatus status,
        Currency currency,
        AgreedTerms terms,
        LocalDate asOf,
        Money disbursedAmount,
        Money currentBalance,
        Money accruedInterest,
        Money fees,
        Money penalties,
        Money creditBalance,
        Money overdueAmount,
        int daysPastDue,
        Optional<LocalDate> nextPaymentDate,
        Optional<Money> nextPaymentAmount,
        Optional<String> weeklyPayment,
        Optional<String> biWeeklyPayment,
        Optional<String> semiMonthlyPayment,
        Optional<String> monthlyPayment,
        Optional<String> quarterlyPayment,
        Optional<String> semiAnnualPayment,
        Optional<String> annualPayment,
        int totalPayments,
        int paymentsLeft,
        Optional<String> purpose,
        Optional<String> collateralDescription,
        Optional<CreditStage> creditStage,
        Money lossAllowance,
        LocalDate appliedOn,
        Instant createdAt,
        Instant updatedAt) {

    static LoanResource of(LoanView loan) {
        Currency currency = loan.agreement().terms().currency();
        Money none = Money.zero(currency);
        Optional<LoanFigures> figures = loan.figures();
        return new LoanResource(
                loan.id(),
                loan.id(),
                loan.customer(),
                loan.product().map(ProductVersion::product),
                loan.product().map(ProductVersion::version),
                loan.status(),
                loan.status(),
                currency,
                AgreedTerms.of(loan),
                loan.asOf(),
                figures.map(LoanFigures::paidOut).orElse(none),
                figures.map(LoanFigures::principal).orElse(none),
                figures.map(LoanFigures::interest).orElse(none),
                figures.map(LoanFigures::fees).orElse(none),
                figures.map(LoanFigures::penalties).orElse(none),
                figures.map(LoanFigures::credit).orElse(none),
                figures.map(LoanFigures::overdue).orElse(none),
                loan.daysPastDue(),
                loan.nextPayment(),
                loan.nextPayment()
                        .map(due -> figures.map(LoanFigures::nextPaymentAmount)
                                .orElse(loan.planned().installment())),
                usual(loan, PaymentFrequency.WEEKLY),
                usual(loan, PaymentFrequency.BI_WEEKLY),
                usual(loan, PaymentFrequency.SEMI_MONTHLY),
                usual(loan, PaymentFrequency.MONTHLY),
                usual(loan, PaymentFrequency.QUARTERLY),
                usual(loan, PaymentFrequency.SEMI_ANNUALLY),
                usual(loan, PaymentFrequency.ANNUALLY),
                figures.map(LoanFigures::payments).orElse(loan.planned().payments()),
                figures.map(LoanFigures::openPayments).orElse(loan.planned().payments()),
                loan.purpose(),
                loan.collateral(),
                loan.stage(),
                loan.allowance(),
                loan.appliedOn(),
                loan.createdAt(),
                loan.updatedAt());
    }

    private static Optional<String> usual(LoanView loan, PaymentFrequency frequency) {
        return Optional.of(loan.planned().installment().amount().toPlainString())
                .filter(amount -> loan.agreement().terms().plan().frequency().equals(frequency));
    }

    /** A page of loans. */
    record LoanList(List<LoanResource> loans, long total, int skip, int limit) {}
}
