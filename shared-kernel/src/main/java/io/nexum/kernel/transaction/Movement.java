package io.nexum.kernel.transaction;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What an account's statement says of one movement of money.
 *
 * @param amount above zero, in the account's own currency
 * @param counterparty the account at the other end, where the bank keeps it
 * @param counterAmount what moved at the other end, where it is in another currency
 * @param rate what one unit of the debited currency bought
 * @param reverses the transaction that this one corrects
 */
public record Movement(
        TransactionId transaction,
        TransactionType type,
        Money amount,
        LocalDate bookingDate,
        LocalDate valueDate,
        String description,
        Optional<String> reference,
        Channel channel,
        Optional<AccountId> counterparty,
        Optional<Money> counterAmount,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<BigDecimal> rate,
        Optional<TransactionId> reverses,
        Map<String, Object> metadata) {}
