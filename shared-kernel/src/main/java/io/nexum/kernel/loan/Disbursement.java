package io.nexum.kernel.loan;

import io.nexum.kernel.money.Money;
import java.time.LocalDate;

/** Money paid out to the borrower. */
public record Disbursement(LocalDate date, Money amount) {
    /** @throws IllegalArgumentException if the amount is not above zero */
    public Disbursement {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a disbursement is above zero");
        }
    }
}
