package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a loan is paid out.
 *
 * @param disbursementMethod absent: as the account that is named says it
 * @param disbursementDate from which it counts; absent: the bank's date
 * @param amount absent: what was agreed on for now
 * @param disbursementAccountId the customer's account that it goes to
 * @param externalAccount an account at another bank that it goes to; the customer keeps it as a payee
 */
record DisburseLoanBody(
        Optional<Method> disbursementMethod,
        Optional<LocalDate> disbursementDate,
        Optional<Money> amount,
        Optional<AccountId> disbursementAccountId,
        Optional<ExternalAccount> externalAccount,
        Optional<String> reference,
        Optional<String> idempotencyKey)
        implements LoanBody {
    /** All of what is agreed on for now, today, in cash. */
    static final DisburseLoanBody NOTHING_SAID = new DisburseLoanBody(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private static final int MAX_LENGTH = 200;
    private static final int MAX_NUMBER_LENGTH = 34; // as long as an IBAN

    /** Where the money goes. */
    enum Method {
        /** To the customer's account here. */
        ACCOUNT,
        /** To an account at another bank. */
        BANK_TRANSFER,
        CASH
    }

    /** @param accountHolder absent: the customer */
    record ExternalAccount(
            String accountNumber,
            Optional<String> routingNumber,
            Optional<String> bankName,
            Optional<String> accountHolder) {
        static ExternalAccount read(Fields in) {
            return new ExternalAccount(
                    in.text("account_number", MAX_NUMBER_LENGTH),
                    in.optionalText(in.sent("routing_number", "bank_code"), MAX_NUMBER_LENGTH),
                    in.optionalText("bank_name", MAX_LENGTH),
                    in.optionalText(in.sent("account_holder", "name"), MAX_LENGTH));
        }
    }

    static DisburseLoanBody read(Fields in) {
        return new DisburseLoanBody(
                in.optional("disbursement_method", Forms.word(Method.class)),
                EntryFields.date(in, "disbursement_date", "date"),
                in.optionalAmount("amount"),
                EntryFields.account(in, "disbursement_account_id", "account_id"),
                in.object("external_account", ExternalAccount::read),
                EntryFields.reference(in),
                in.idempotencyKey());
    }

    /**
     * The same for an account that the request may name beside its body.
     *
     * @throws RefusedException if the account doesn't fit how it is to be paid out
     */
    DisburseLoanBody toAccount(Optional<AccountId> named) {
        Optional<AccountId> account = named.or(() -> disbursementAccountId);
        Method fitting =
                account.isPresent() ? Method.ACCOUNT : externalAccount.isPresent() ? Method.BANK_TRANSFER : Method.CASH;
        if (account.isPresent() && externalAccount.isPresent()) {
            throw wrong("external_account", "must be left out where disbursement_account_id is sent");
        }
        if (disbursementMethod.filter(method -> method != fitting).isPresent()) {
            throw switch (disbursementMethod.get()) {
                case ACCOUNT -> wrong("disbursement_account_id", "is missing for the disbursement_method account");
                case BANK_TRANSFER -> wrong("external_account", "is missing for the disbursement_method bank_transfer");
                case CASH -> wrong("disbursement_method", "must not be cash where an account is named");
            };
        }
        return new DisburseLoanBody(
                disbursementMethod, disbursementDate, amount, account, externalAccount, reference, idempotencyKey);
    }

    private static RefusedException wrong(String field, String message) {
        return new RefusedException(new InvalidValue(field, field + " " + message));
    }
}
