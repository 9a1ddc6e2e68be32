package io.nexum.kernel.ledger;

import io.nexum.kernel.Refusal;
import io.nexum.kernel.money.Money;

/** Why the general ledger refuses. */
public sealed interface LedgerRefusal extends Refusal {
    record UnbalancedEntry(Money debits, Money credits) implements LedgerRefusal {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String field() {
            return "lines";
        }

        @Override
        public String detail() {
            return "the debits of " + debits + " don't equal the credits of " + credits;
        }
    }

    record TooFewLines(int lines) implements LedgerRefusal {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String field() {
            return "lines";
        }

        @Override
        public String detail() {
            return "a journal entry has at least two lines, not " + lines;
        }
    }

    record ControlAccount(GlCode account) implements LedgerRefusal {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String detail() {
            return "account " + account + " is a control account: only its sub-accounts' own transactions post to it";
        }
    }
}
