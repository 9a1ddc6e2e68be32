package io.nexum.gateway.transaction;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Checked;
import io.nexum.gateway.request.Converter;
import io.nexum.gateway.request.Converters;
import io.nexum.gateway.request.MoneyRequest;
import io.nexum.gateway.request.Name;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.json.Json;
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
    private static final Converter<AccountId> ID = Converters.of(AccountId.class);

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
            Optional<@Size(max = 100) String> accountId)
            implements Checked {
        @Override
        public void check(ValidationErrors errors) {
            if (transactionType.sides().from()) {
                check("from_account_id", fromAccountId, errors);
            }
            if (transactionType.sides().to()) {
                check("to_account_id", toAccountId, errors);
            }
        }

        private void check(String field, Optional<AccountId> named, ValidationErrors errors) {
            boolean onlyOne = transactionType.sides() != OrderType.Sides.BOTH;
            if (named.isEmpty() && onlyOne && accountId.isPresent()) {
                ID.convert(Json.MAPPER.getNodeFactory().stringNode(accountId.get()), errors.at("account_id"));
            } else if (named.isEmpty()) {
                errors.reject(field, "is missing");
            }
        }

        private AccountId payer() {
            return fromAccountId.orElseGet(this::only);
        }

        private AccountId payee() {
            return toAccountId.orElseGet(this::only);
        }

        private AccountId only() {
            return AccountId.of(accountId.orElseThrow());
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
        return sides.payer();
    }

    private AccountId to() {
        return sides.payee();
    }
}
