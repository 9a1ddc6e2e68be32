package io.nexum.gateway.transaction;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.transaction.Instruction;
import io.nexum.kernel.transaction.TransactionCommand;
import io.nexum.kernel.transaction.TransactionCommand.Single;
import io.nexum.kernel.transaction.TransactionType;
import java.util.Optional;

/**
 * Any order to move money, told by its type.
 *
 * @param fromAccountId the account that pays; {@code account_id} does where only one is named
 * @param toAccountId the account that is paid; {@code account_id} does where only one is named
 */
record OrderBody(
        OrderType transactionType,
        Optional<AccountId> fromAccountId,
        Optional<AccountId> toAccountId,
        @JsonUnwrapped InstructionFields order,
        Optional<String> idempotencyKey)
        implements Body {
    static OrderBody read(Fields in) {
        OrderType type = in.required(in.sent("transaction_type", "type"), Forms.word(OrderType.class));
        Optional<OrderType.Sides> sides = Optional.ofNullable(type).map(OrderType::sides);
        return new OrderBody(
                type,
                sides.filter(OrderType.Sides::from).flatMap(s -> account(in, s, "from_account_id")),
                sides.filter(OrderType.Sides::to).flatMap(s -> account(in, s, "to_account_id")),
                InstructionFields.read(in),
                in.idempotencyKey());
    }

    private static Optional<AccountId> account(Fields in, OrderType.Sides sides, String name) {
        String sent = sides == OrderType.Sides.BOTH ? name : in.sent(name, "account_id");
        return Optional.ofNullable(in.required(sent, Forms.id(AccountId::of)));
    }

    Single command() {
        Instruction instruction = order.instruction();
        return switch (transactionType) {
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
        return fromAccountId.orElseThrow();
    }

    private AccountId to() {
        return toAccountId.orElseThrow();
    }
}
