package io.nexum.gateway.loan;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
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
        implements Body {
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
        DisburseLoanBody body = new DisburseLoanBody(
                in.optional("disbursement_method", Forms.word(Method.class)),
                EntryFields.date(in, "disbursement_date", "date"),
                in.optionalAmount("amount"),
                EntryFields.account(in, "disbursement_account_id", "account_id"),
                in.object("external_account", ExternalAccount::read),
                EntryFields.reference(in),
                in.idempotencyKey());
        if (body.disbursementAccountId.isPresent() && in.has("external_account")) {
            in.wrong("external_account", "must be left out where disbursement_account_id is sent");
        }
        return body;
    }

    /** The same for an account that the request names beside its body. */
    DisburseLoanBody to(AccountId account) {
        return new DisburseLoanBody(
                disbursementMethod,
                disbursementDate,
                amount,
                Optional.of(account),
                externalAccount,
                reference,
                idempotencyKey);
    }
}
