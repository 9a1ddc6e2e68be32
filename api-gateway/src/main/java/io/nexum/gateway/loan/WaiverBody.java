package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.loan.LoanCommand.WaiveLoanAmount;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.servicing.Component;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * @param component what is waived; principal can't be
 * @param amount absent: all that is owed of it
 */
record WaiverBody(
        Component component,
        Optional<Money> amount,
        Optional<LocalDate> date,
        String reason,
        Optional<String> idempotencyKey)
        implements LoanBody {
    static WaiverBody read(Fields in) {
        Component component = in.required("component", Forms.word(Component.class));
        if (component == Component.PRINCIPAL) {
            in.wrong("component", "must be one of penalty, fee, default_interest, interest");
        }
        return new WaiverBody(
                component,
                in.optionalAmount("amount"),
                EntryFields.date(in, "date"),
                EntryFields.reason(in),
                in.idempotencyKey());
    }

    WaiveLoanAmount command(LoanId loan) {
        return new WaiveLoanAmount(loan, EntryFields.newEntry(), date, component, amount, reason);
    }
}
