package io.nexum.kernel.product;

import io.nexum.kernel.ledger.GlAccountType;

/** What a product posts to the general ledger, each with the class of account that it belongs on. */
public enum GlRole {
    /** What the bank owes its depositors: a control account. */
    CUSTOMER_BALANCES(GlAccountType.LIABILITY, true),

    /** What borrowers owe: a control account. */
    LOANS_RECEIVABLE(GlAccountType.ASSET, true),
    INTEREST_RECEIVABLE(GlAccountType.ASSET, false),
    INTEREST_PAYABLE(GlAccountType.LIABILITY, false),
    TAX_PAYABLE(GlAccountType.LIABILITY, false),

    /** What borrowers have paid too much. */
    OVERPAYMENTS(GlAccountType.LIABILITY, false),
    LOSS_ALLOWANCE(GlAccountType.ASSET, false),
    INTEREST_INCOME(GlAccountType.INCOME, false),
    FEE_INCOME(GlAccountType.INCOME, false),
    PENALTY_INCOME(GlAccountType.INCOME, false),
    RECOVERIES(GlAccountType.INCOME, false),
    INTEREST_EXPENSE(GlAccountType.EXPENSE, false),
    LOSS_EXPENSE(GlAccountType.EXPENSE, false);

    private final GlAccountType type;
    private final boolean control;

    GlRole(GlAccountType type, boolean control) {
        this.type = type;
        this.control = control;
    }

    public GlAccountType type() {
        return type;
    }

    /** Whether it sums up customers' accounts, so that it must be a control account. */
    public boolean control() {
        return control;
    }
}
