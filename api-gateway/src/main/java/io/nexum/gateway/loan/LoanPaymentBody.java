package io.nexum.gateway.loan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.loan.LoanId;
import java.util.Optional;

/** A payment that names its loan. */
record LoanPaymentBody(LoanId loanId, @JsonUnwrapped PaymentFields payment, Optional<String> idempotencyKey)
        implements LoanBody {
    static LoanPaymentBody read(Fields in) {
        return new LoanPaymentBody(
                in.required("loan_id", Forms.id(LoanId::of)), PaymentFields.read(in), in.idempotencyKey());
    }
}
