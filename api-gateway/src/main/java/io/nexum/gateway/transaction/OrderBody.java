package io.nexum.gateway.transaction;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Checked;
import io.nexum.gateway.request.MoneyRequest;
import io.nexum.gateway.request.Name;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.transaction.Instruction;
import io.nexum.kernel.transaction.TransactionCommand;
import io.nexum.kernel.transaction.TransactionCommand.Single;
import io.nexum.kernel.transaction.TransactionType;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** Any order to move money, told by its type. */
record OrderBody(
        @JsonUnwrapped Sides sides,
        @JsonUnwrapped InstructionFields order,
        Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
        implements MoneyRequest {
    /**
     * What is to be done, and between which accounts.
     *
     * @param fromAccountId the account that pays
     * @param toAccountId the account that is paid
     * @param accountId either of them, where the type names only one
     */
    record Sides(
            @Name({"transaction_type", "type"}) OrderType transactionType,
            Optional<AccountId> fromAccountId,
            Optional<AccountId> toAccountId,
            Optional<AccountId> accountId)
            implements Checked {
        @Override
        public void check(ValidationErrors errors) {
            if (transactionType.sides().from() && payer().isEmpty() && !errors.isKnown("account_id")) {
                errors.reject("from_account_id", "is missing");
            }
            if (transactionType.sides().to() && payee().isEmpty() && !errors.isKnown("account_id")) {
                errors.reject("to_account_id", "is missing");
            }
        }

        private Optional<AccountId> payer() {
            return fromAccountId.or(this::onlyOne);
        }

        private Optional<AccountId> payee() {
            return toAccountId.or(this::onlyOne);
        }

        private Optional<AccountId> onlyOne() {
            return accountId.filter(named -> transactionType.sides() != OrderType.Sides.BOTH);
        }
    }

    OrderType transactionType() {
        return sides.transactionType();
    }

    Single command() {
        Instruction instruction = order.instruction();
        return switch (transactionType()) {
            case DEPOSIT -> new TransactionCommand.Deposit(to(), instruction);
            case WITHDRAWAL, DEBIT -> new TransactionCommand.Withdraw(from(), instruction);
            case TRANSFER, TRANSFER_INTERNAL ->
                new TransactionCommand.Transfer(from(), to(), TransactionType.TRANSFER_INTERNAL, instruction);
            case PAYMENT -> new TransactionCommand.Transfer(from(), to(), TransactionType.PAYMENT, instruction);
            case FEE -> new TransactionCommand.ChargeFee(from(), instruction);
            case CREDIT -> new TransactionCommand.Credit(to(), instruction);
        };
    }

    private AccountId from() {
        return sides.payer().orElseThrow();
    }

    private AccountId to() {
        return sides.payee().orElseThrow();
    }
}
