package io.nexum.gateway.loan;

import io.nexum.kernel.Page;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.loan.LoanQuery.LoanPaymentView;
import io.nexum.kernel.loan.servicing.Component;
import io.nexum.kernel.loan.servicing.LoanEntry;
import io.nexum.kernel.loan.servicing.PaymentSplit;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What came in for a loan and what of it went back. */
record PaymentHistoryAnswer(List<MadePayment> payments, long total, int skip, int limit) {
    enum Type {
        PAYMENT,
        GOODWILL,
        CHARGE_BACK,
        REFUND,
        RECOVERY
    }

    /**
     * @param paymentDate the day that it counts from
     * @param bookingDate the day that it was entered on
     * @param daysLate how many days after its days of grace the oldest open instalment was paid; 0 if in time
     * @param balanceAfter the principal that was owed then
     */
    record MadePayment(
            TransactionId transactionId,
            Type type,
            LocalDate paymentDate,
            LocalDate bookingDate,
            Money amount,
            boolean reversed,
            Optional<Money> principalAmount,
            Optional<Money> interestAmount,
            Optional<Money> feeAmount,
            Optional<Money> penaltyAmount,
            Optional<Money> defaultInterestAmount,
            Optional<Money> creditAmount,
            Optional<Integer> daysLate,
            Optional<Money> balanceAfter,
            Optional<AccountId> accountId,
            Optional<String> reference,
            Optional<String> reason) {
        static MadePayment of(LoanPaymentView payment) {
            Optional<PaymentSplit> split = payment.split();
            return new MadePayment(
                    payment.id(),
                    typeOf(payment.entry()),
                    payment.entry().date(),
                    payment.bookingDate(),
                    payment.amount(),
                    payment.reversed(),
                    split.map(parts -> parts.of(Component.PRINCIPAL)),
                    split.map(parts -> parts.of(Component.INTEREST)),
                    split.map(parts -> parts.of(Component.FEE)),
                    split.map(parts -> parts.of(Component.PENALTY)),
                    split.map(parts -> parts.of(Component.DEFAULT_INTEREST)),
                    split.map(PaymentSplit::credit),
                    split.map(parts -> parts.daysLate().orElse(0)),
                    split.map(PaymentSplit::principalLeft),
                    payment.account(),
                    payment.reference(),
                    payment.reason());
        }

        private static Type typeOf(LoanEntry entry) {
            return switch (entry) {
                case LoanEntry.Paid paid -> paid.source() == LoanEntry.Source.GOODWILL ? Type.GOODWILL : Type.PAYMENT;
                case LoanEntry.ChargedBack back -> Type.CHARGE_BACK;
                case LoanEntry.Refunded refunded -> Type.REFUND;
                case LoanEntry.Recovered recovered -> Type.RECOVERY;
                default -> throw new IllegalStateException(entry + " is no payment");
            };
        }
    }

    static PaymentHistoryAnswer of(Page<LoanPaymentView> page) {
        return new PaymentHistoryAnswer(
                page.items().stream().map(MadePayment::of).toList(), page.total(), page.skip(), page.limit());
    }
}
