package io.nexum.kernel.loan.servicing;

import com.fasterxml.jackson.annotation.JsonKey;
import io.nexum.kernel.json.Json;

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

    /** As the name of a field. */
    @JsonKey
    String key() {
        return Json.wireName(this);
    }
}
