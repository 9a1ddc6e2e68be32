package io.nexum.kernel.transaction;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.nexum.kernel.Command;
import io.nexum.kernel.IdempotencyKey;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.money.Money;
import java.util.List;
import java.util.Optional;

/** Every way to move money. */
public sealed interface TransactionCommand<R> extends Command<R> {
    /** A command that moves money once; these can be combined in bulk. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "command")
    sealed interface Single extends TransactionCommand<Receipt> {}

    /** Cash comes in. */
    record Deposit(AccountId account, Instruction instruction) implements Single {}

    /** Cash goes out. */
    record Withdraw(AccountId account, Instruction instruction) implements Single {}

    /**
     * From one account to another, at the newest exchange rate where their currencies differ. The amount is in the
     * sender's currency.
     *
     * @param type {@code TRANSFER_INTERNAL} or {@code PAYMENT}
     */
    record Transfer(AccountId from, AccountId to, TransactionType type, Instruction instruction) implements Single {}

    /** The bank takes a fee. */
    record ChargeFee(AccountId account, Instruction instruction) implements Single {}

    /** The bank gives a reward or makes good. */
    record Credit(AccountId account, Instruction instruction) implements Single {}

    /** Takes money that a hold has set aside: all that is left of it if no amount is named, never more. */
    record CaptureHold(
            AccountId account,
            HoldId hold,
            TransactionId transaction,
            Optional<Money> amount,
            boolean releaseRemainder,
            String description,
            Optional<String> reference)
            implements Single {}

    /**
     * A correcting entry that names what it corrects. A transaction is reversed once.
     *
     * @param original the transaction to reverse
     * @param originalPosition where the log holds its first event; the command checks that it does
     */
    record Reverse(TransactionId transaction, TransactionId original, long originalPosition, String reason)
            implements TransactionCommand<Receipt> {}

    /** Many at once, in the order given. */
    record PostBulk(List<Item> items, Mode mode) implements TransactionCommand<BulkReceipt> {
        public static final int MAX_ITEMS = 5_000;

        /** @param idempotency counts this line once, whatever bulk it comes in */
        public record Item(Single command, Optional<IdempotencyKey> idempotency) {}

        public enum Mode {
            /** One append for all, or nothing if one is refused. */
            ATOMIC,
            /** Each on its own, with a result a line. */
            INDEPENDENT
        }
    }
}
