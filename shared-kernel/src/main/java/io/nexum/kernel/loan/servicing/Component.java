package io.nexum.kernel.loan.servicing;

/** What a borrower can owe. Default interest is the interest on what is overdue. */
public enum Component {
    PENALTY,
    FEE,
    DEFAULT_INTEREST,
    INTEREST,
    PRINCIPAL;

    /** Whether it comes on top of what the schedule says. */
    public boolean isCharge() {
        return switch (this) {
            case PENALTY, FEE, DEFAULT_INTEREST -> true;
            case INTEREST, PRINCIPAL -> false;
        };
    }
}
