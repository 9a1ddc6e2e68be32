package io.nexum.gateway.transaction;

import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.NewId;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.Channel;
import io.nexum.kernel.transaction.Instruction;
import io.nexum.kernel.transaction.TransactionId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What the body of every order to move money holds. */
record InstructionFields(
        Money amount,
        String description,
        Optional<String> reference,
        Optional<Channel> channel,
        Optional<LocalDate> valueDate,
        Optional<Map<String, Object>> metadata) {
    static final int MAX_DESCRIPTION_LENGTH = 500;
    static final int MAX_REFERENCE_LENGTH = 100;

    static InstructionFields read(Fields in) {
        return new InstructionFields(
                in.amount("amount"),
                in.text("description", MAX_DESCRIPTION_LENGTH),
                in.optionalText("reference", MAX_REFERENCE_LENGTH),
                in.optional("channel", Forms.word(Channel.class)),
                in.optional("value_date", Forms::date),
                in.remarks("metadata"));
    }

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
