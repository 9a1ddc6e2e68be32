package io.nexum.kernel.account;

import io.nexum.kernel.Refusal;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;

/** Why something is refused to an account. */
public sealed interface AccountRefusal extends Refusal {
    @Override
    default Kind kind() {
        return Kind.RULE;
    }

    record InsufficientFunds(AccountId account, Money requested, Money spendable) implements AccountRefusal {
        @Override
        public String detail() {
            return "insufficient funds: " + requested + " was asked for and account " + account + " can spend "
                    + spendable;
        }
    }

    /** The bank has set it so. */
    record OverdraftsNotAllowed() implements AccountRefusal {
        @Override
        public String field() {
            return "overdraft_limit";
        }

        @Override
        public String detail() {
            return "this bank's accounts may not go below zero";
        }
    }

    record AccountNotActive(AccountId account, AccountStatus status) implements AccountRefusal {
        @Override
        public String detail() {
            return "account " + account + " is " + status.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    record AccountNotFrozen(AccountId account, AccountStatus status) implements AccountRefusal {
        @Override
        public String detail() {
            return "account " + account + " is not frozen but " + status.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    record CurrencyMismatch(AccountId account, Currency currency, Currency requested) implements AccountRefusal {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String field() {
            return "amount.currency";
        }

        @Override
        public String detail() {
            return "account " + account + " is kept in " + currency + ", not in " + requested;
        }
    }

    record DailyLimitExceeded(AccountId account, Money limit, Money used, Money requested) implements AccountRefusal {
        @Override
        public String detail() {
            return requested + " would exceed the daily limit of " + limit + ", of which " + used + " is used";
        }
    }

    record MonthlyLimitExceeded(AccountId account, Money limit, Money used, Money requested) implements AccountRefusal {
        @Override
        public String detail() {
            return requested + " would exceed the monthly limit of " + limit + ", of which " + used + " is used";
        }
    }

    record WithdrawalLimitExceeded(AccountId account, Money limit, Money used, Money requested)
            implements AccountRefusal {
        @Override
        public String detail() {
            return requested + " would exceed the daily withdrawal limit of " + limit + ", of which " + used
                    + " is used";
        }
    }

    record TransactionTooLarge(AccountId account, Money most, Money requested) implements AccountRefusal {
        @Override
        public String detail() {
            return requested + " is more than the " + most + " that may leave the account at once";
        }
    }

    /** @param field which of the account's own limits is wider than the product's */
    record BeyondProduct(String field, Money wanted, Money allowed) implements AccountRefusal {
        @Override
        public String detail() {
            return field + " of " + wanted + " goes beyond the product's " + allowed;
        }
    }

    record NoProduct(AccountId account) implements AccountRefusal {
        @Override
        public String field() {
            return "product_id";
        }

        @Override
        public String detail() {
            return "account " + account + " is under no product; name one";
        }
    }

    /** The balance would have to be moved from one control account to another. */
    record OtherControlAccount(AccountId account) implements AccountRefusal {
        @Override
        public String detail() {
            return "the product is kept in another account of the general ledger; account " + account
                    + " can be moved to it at a balance of zero";
        }
    }

    record ValueDateOutOfRange(LocalDate valueDate, LocalDate earliest, LocalDate latest) implements AccountRefusal {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String field() {
            return "value_date";
        }

        @Override
        public String detail() {
            return "the value date " + valueDate + " is not from " + earliest + " through " + latest;
        }
    }

    record HoldNotActive(HoldId hold) implements AccountRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "hold " + hold
                    + " is not active on this account: it was captured, released, has expired or never was";
        }
    }

    record CaptureAboveHold(HoldId hold, Money requested, Money remaining) implements AccountRefusal {
        @Override
        public String detail() {
            return requested + " is more than the " + remaining + " that hold " + hold + " still sets aside";
        }
    }

    record TooManyHolds(AccountId account, int most) implements AccountRefusal {
        @Override
        public String detail() {
            return "account " + account + " has " + most + " active holds, the most that an account can have";
        }
    }

    record HoldExpiresInThePast() implements AccountRefusal {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String field() {
            return "expires_at";
        }

        @Override
        public String detail() {
            return "a hold expires in the future";
        }
    }

    record BalanceNotZero(AccountId account, Money balance) implements AccountRefusal {
        @Override
        public String detail() {
            return "account " + account + " holds " + balance + "; an account is closed at zero";
        }
    }

    /** @param fees what closing costs by the account's product */
    record BalanceIsNotClosingFees(AccountId account, Money balance, Money fees) implements AccountRefusal {
        @Override
        public String detail() {
            return "account " + account + " holds " + balance + "; closing costs " + fees
                    + ", which must be on it and no more";
        }
    }

    record AccountHasHolds(AccountId account, int holds) implements AccountRefusal {
        @Override
        public String detail() {
            return "account " + account + " has " + holds + " active hold(s); capture or release them first";
        }
    }

    record AmountTooLarge(AccountId account) implements AccountRefusal {
        @Override
        public String detail() {
            return "account " + account + "'s balance would have more digits than a balance can have";
        }
    }
}
