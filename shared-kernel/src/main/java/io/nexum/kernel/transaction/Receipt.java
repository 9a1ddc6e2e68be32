package io.nexum.kernel.transaction;

import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the client is told of a movement of money.
 *
 * @param from the account that was debited
 * @param to the account that was credited
 * @param amount in the currency of the account that was debited, or credited where none was
 * @param creditedAmount what arrived, where it is in another currency
 * @param rate what one unit of the sender's currency bought
 * @param balances the balances after it, of each account that it touched
 */
public record Receipt(
        TransactionId transactionId,
        TransactionType transactionType,
        Optional<AccountId> from,
        Optional<AccountId> to,
        Money amount,
        Optional<Money> creditedAmount,
        Optional<BigDecimal> rate,
        List<BalanceAfter> balances,
        String description,
        Optional<String> reference,
        Channel channel,
        LocalDate bookingDate,
        LocalDate valueDate,
        Instant createdAt,
        Optional<TransactionId> reverses,
        Optional<HoldId> hold,
        Map<String, Object> metadata) {

    /** @param available what can still be spent: balance less holds plus overdraft limit */
    public record BalanceAfter(AccountId account, Money balance, Money available) {}
}
