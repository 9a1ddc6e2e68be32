package io.nexum.gateway.loan;

import io.nexum.gateway.request.Names;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.transaction.TransactionId;

/** The ids in the paths of loans. */
final class LoanIds {
    private LoanIds() {}

    static LoanId inPath(String id) {
        return Names.inPath("loan", id, LoanId::of);
    }

    static TransactionId paymentInPath(String id) {
        return Names.inPath("payment", id, TransactionId::of);
    }
}
