package io.nexum.gateway.loan;

import io.nexum.gateway.request.MoneyRequest;
import io.nexum.gateway.request.Name;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.money.Money;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
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
        @Name({"disbursement_date", "date"}) Optional<@LoanDate LocalDate> disbursementDate,
        Optional<@Positive Money> amount,
        @Name({"disbursement_account_id", "account_id"}) Optional<AccountId> disbursementAccountId,
        Optional<ExternalAccount> externalAccount,
        Optional<@Size(max = 100) String> reference,
        Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
        implements MoneyRequest {
    /** All of what is agreed on for now, today, in cash. */
    static final DisburseLoanBody NOTHING_SAID = new DisburseLoanBody(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private static final int LONGEST_IBAN = 34;

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
            @Size(max = LONGEST_IBAN) String accountNumber,

            @Name({"routing_number", "bank_code"}) Optional<@Size(max = LONGEST_IBAN) String> routingNumber,

            Optional<@Size(max = 200) String> bankName,

            @Name({"account_holder", "name"}) Optional<@Size(max = 200) String> accountHolder) {}

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
