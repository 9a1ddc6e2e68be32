package io.nexum.kernel.transaction;

import io.nexum.kernel.Refusal;
import io.nexum.kernel.access.AmountLimit;
import io.nexum.kernel.money.Money;

/** Why a movement of money is refused, whatever the account. */
public sealed interface TransactionRefusal extends Refusal {
    record SameAccount() implements TransactionRefusal {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String field() {
            return "to_account_id";
        }

        @Override
        public String detail() {
            return "a transfer is between two accounts; both names are the same";
        }
    }

    /** More than the one who asks may move at once. */
    record AboveLimit(Money amount, AmountLimit limit) implements TransactionRefusal {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String detail() {
            return amount + " is more than your roles let you move at once"
                    + limit.in(amount.currency())
                            .map(most -> ", which is " + most)
                            .orElse("");
        }
    }

    record AlreadyReversed(TransactionId transaction) implements TransactionRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "transaction " + transaction + " is reversed already, and a transaction is reversed once";
        }
    }

    record NotReversible(TransactionId transaction, String because) implements TransactionRefusal {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String detail() {
            return "transaction " + transaction + " can't be reversed: " + because;
        }
    }

    record ConvertsToNothing(String amount, String currency) implements TransactionRefusal {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String field() {
            return "amount";
        }

        @Override
        public String detail() {
            return amount + " is less than the smallest unit of " + currency;
        }
    }

    /** One line of an all-or-nothing bulk was refused, so all were. */
    record BulkRefused(int index, Refusal refusal) implements TransactionRefusal {
        @Override
        public Kind kind() {
            return refusal.kind();
        }

        @Override
        public String field() {
            return "transactions[" + index + "]" + (refusal.field().isEmpty() ? "" : "." + refusal.field());
        }

        @Override
        public String detail() {
            return "nothing was written, because line " + index + " was refused: " + refusal.detail();
        }
    }
}
