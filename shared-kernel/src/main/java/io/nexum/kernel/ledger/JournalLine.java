package io.nexum.kernel.ledger;

import io.nexum.kernel.money.Money;
import java.util.Optional;

/**
 * One line of the journal: an amount above zero on one side of one general-ledger account.
 *
 * @param subAccount the customer's account within a control account
 */
public record JournalLine(GlCode account, Optional<String> subAccount, Side side, Money amount) {
    /** @throws IllegalArgumentException if the amount is not above zero */
    public JournalLine {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a journal line's amount is above zero, not " + amount);
        }
    }

    public static JournalLine debit(GlCode account, Money amount) {
        return new JournalLine(account, Optional.empty(), Side.DEBIT, amount);
    }

    public static JournalLine debit(GlCode account, Object subAccount, Money amount) {
        return new JournalLine(account, Optional.of(subAccount.toString()), Side.DEBIT, amount);
    }

    public static JournalLine credit(GlCode account, Money amount) {
        return new JournalLine(account, Optional.empty(), Side.CREDIT, amount);
    }

    public static JournalLine credit(GlCode account, Object subAccount, Money amount) {
        return new JournalLine(account, Optional.of(subAccount.toString()), Side.CREDIT, amount);
    }

    /** The same line on the other side. */
    public JournalLine mirrored() {
        return new JournalLine(account, subAccount, side.opposite(), amount);
    }

    /** The amount as it counts in a sum over the ledger: debits above zero, credits below. */
    public Money signed() {
        return side == Side.DEBIT ? amount : amount.negated();
    }
}
