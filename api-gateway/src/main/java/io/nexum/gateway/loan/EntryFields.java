package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.NewId;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.transaction.TransactionId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What the bodies of entries on a loan have in common, under one name each. */
final class EntryFields {
    static final int MAX_REASON_LENGTH = 500;
    static final int MAX_REFERENCE_LENGTH = 100;
    private static final BigDecimal MOST_A_YEAR = BigDecimal.TEN;

    private EntryFields() {}

    static String reason(Fields in) {
        return in.text("reason", MAX_REASON_LENGTH);
    }

    static Optional<String> reference(Fields in) {
        return in.optionalText("reference", MAX_REFERENCE_LENGTH);
    }

    /** The day that the entry counts from, by the first of these names that was sent. */
    static Optional<LocalDate> date(Fields in, String name, String... others) {
        return in.optional(in.sent(name, others), LoanTermsFields::soundDay);
    }

    static Optional<AccountId> account(Fields in, String name, String... others) {
        return in.optional(in.sent(name, others), Forms.id(AccountId::of));
    }

    /** A rate a year, as a fraction. */
    static Optional<BigDecimal> rate(Fields in, String name) {
        Optional<BigDecimal> rate = in.optionalDecimal(name);
        rate.filter(sent -> sent.signum() < 0 || sent.compareTo(MOST_A_YEAR) > 0)
                .ifPresent(sent -> in.wrong(name, "must be a fraction from 0 to 10, as in 0.12 for 12 %"));
        return rate;
    }

    /** The id of an entry that is not yet. */
    static TransactionId newEntry() {
        return new TransactionId(NewId.next());
    }
}
