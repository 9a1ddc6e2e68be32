package io.nexum.kernel.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.Posting;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.ProductVersion;
import io.nexum.kernel.transaction.Movement;
import io.nexum.kernel.transaction.TransactionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that can happen to an account, in the words of its statement. */
public sealed interface AccountEvent extends DomainEvent {
    AccountId account();

    @Override
    default StreamId stream() {
        return StreamId.of("account", account());
    }

    record AccountOpened(
            AccountId account,
            CustomerId customer,
            ProductType productType,
            Optional<String> productCode,
            Currency currency,
            String name,
            String accountNumber,
            ZoneId timeZone,
            LocalDate openedOn,
            AccountLimits limits,
            Map<String, Object> metadata)
            implements AccountEvent {}

    /** Carries the whole of what it may have changed, as it is from now on. */
    record AccountChanged(AccountId account, String name, AccountLimits limits, Map<String, Object> metadata)
            implements AccountEvent {}

    /**
     * The account obeys a version of a product from now on, and keeps to it until it is moved.
     *
     * @param limits as they are from now on
     * @param since the bank's day from which the conditions hold
     */
    record ProductAssigned(
            AccountId account,
            ProductVersion product,
            DepositConditions conditions,
            AccountLimits limits,
            LocalDate since)
            implements AccountEvent {}

    /** The fees of all months through this last day of a month are dealt with. */
    record MonthlyFeesSettled(AccountId account, LocalDate through) implements AccountEvent {}

    /** An event that changes the balance. */
    sealed interface BalanceChanged extends AccountEvent, Posting {
        Movement movement();

        /** The account's balance after it. */
        Money balance();

        @Override
        @JsonIgnore
        default TransactionId transaction() {
            return movement().transaction();
        }

        @Override
        @JsonIgnore
        default LocalDate bookingDate() {
            return movement().bookingDate();
        }

        @Override
        @JsonIgnore
        default LocalDate valueDate() {
            return movement().valueDate();
        }
    }

    record AccountCredited(AccountId account, Movement movement, Money balance, List<JournalLine> lines)
            implements BalanceChanged {}

    /**
     * @param hold the hold that the money was set aside by
     * @param countsOn the account's own day whose limits it uses up; absent if it uses up none, as a fee
     */
    record AccountDebited(
            AccountId account,
            Movement movement,
            Money balance,
            Optional<HoldId> hold,
            Optional<LocalDate> countsOn,
            List<JournalLine> lines)
            implements BalanceChanged {}

    record HoldPlaced(AccountId account, HoldId hold, Money amount, String reason, Optional<Instant> expiresAt)
            implements AccountEvent {}

    /** @param amount what of the hold was still set aside */
    record HoldReleased(AccountId account, HoldId hold, Money amount, String reason) implements AccountEvent {}

    /** @param amount what of the hold was still set aside */
    record HoldExpired(AccountId account, HoldId hold, Money amount) implements AccountEvent {}

    /** The balance fell below what its holder wants to be told of. */
    record LowBalanceReached(AccountId account, Money balance, Money threshold) implements AccountEvent {}

    record AccountFrozen(AccountId account, String reason) implements AccountEvent {}

    record AccountUnfrozen(AccountId account, String reason) implements AccountEvent {}

    record AccountClosed(AccountId account, String reason) implements AccountEvent {}
}
