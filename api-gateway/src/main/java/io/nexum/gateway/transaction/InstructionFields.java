package io.nexum.gateway.transaction;

import io.nexum.gateway.request.NewId;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.Channel;
import io.nexum.kernel.transaction.Instruction;
import io.nexum.kernel.transaction.TransactionId;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What the body of every order to move money holds. */
record InstructionFields(
        @Positive Money amount,
        @Size(max = 500) String description,
        Optional<@Size(max = 100) String> reference,
        Optional<Channel> channel,
        Optional<LocalDate> valueDate,
        Optional<Map<String, Object>> metadata) {
    /** The instruction to a transaction that has not been yet. */
    Instruction instruction() {
        return new Instruction(
                new TransactionId(NewId.next()),
                amount,
                description,
                reference,
                channel.orElse(Channel.ONLINE),
                valueDate,
                metadata.orElse(Map.of()));
    }
}
