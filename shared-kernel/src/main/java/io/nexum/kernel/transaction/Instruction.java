package io.nexum.kernel.transaction;

import io.nexum.kernel.money.Money;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What every order to move money says.
 *
 * @param amount above zero
 * @param valueDate the day it counts from; the booking day if absent
 * @param metadata the client's own remarks, kept as they are
 */
public record Instruction(
        TransactionId transaction,
        Money amount,
        String description,
        Optional<String> reference,
        Channel channel,
        Optional<LocalDate> valueDate,
        Map<String, Object> metadata) {

    public static Instruction of(TransactionId transaction, Money amount, String description) {
        return new Instruction(
                transaction, amount, description, Optional.empty(), Channel.ONLINE, Optional.empty(), Map.of());
    }
}
