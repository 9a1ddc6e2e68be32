package io.nexum.gateway.loan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Fields;
import java.util.Optional;

/** A payment on the loan that its path names. */
record PaymentOnLoanBody(@JsonUnwrapped PaymentFields payment, Optional<String> idempotencyKey) implements LoanBody {
    static PaymentOnLoanBody read(Fields in) {
        return new PaymentOnLoanBody(PaymentFields.read(in), in.idempotencyKey());
    }
}
