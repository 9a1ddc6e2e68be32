package io.nexum.kernel.loan.servicing;

import java.time.LocalDate;

/** How what is owed stands to the day of a payment. */
public enum Timing {
    PAST_DUE,
    DUE,
    IN_ADVANCE;

    static Timing of(LocalDate due, LocalDate on) {
        int order = due.compareTo(on);
        return order < 0 ? PAST_DUE : order == 0 ? DUE : IN_ADVANCE;
    }
}
