package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.loan.LoanCommand.PayLoan;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.servicing.ExcessUse;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A payment of a borrower's.
 *
 * @param paymentDate from which it counts; absent: the bank's date
 * @param sourceAccountId the customer's account that it comes from; absent: cash
 * @param prepaymentEffect what becomes of more than is due; absent: what was agreed
 */
record PaymentFields(
        Money amount,
        Optional<LocalDate> paymentDate,
        Optional<AccountId> sourceAccountId,
        Optional<ExcessUse> prepaymentEffect,
        Optional<String> reference) {
    static PaymentFields read(Fields in) {
        return new PaymentFields(
                in.amount("amount"),
                EntryFields.date(in, "payment_date", "value_date", "date"),
                EntryFields.account(in, "source_account_id", "account_id"),
                in.optional("prepayment_effect", Forms.word(ExcessUse.class)),
                EntryFields.reference(in));
    }

    PayLoan command(LoanId loan) {
        return new PayLoan(
                loan, EntryFields.newEntry(), paymentDate, amount, sourceAccountId, prepaymentEffect, reference);
    }
}
