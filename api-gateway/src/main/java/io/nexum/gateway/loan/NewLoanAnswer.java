package io.nexum.gateway.loan;

import io.nexum.kernel.loan.LoanAnswer;
import io.nexum.kernel.loan.LoanCommand.ApplyForLoan;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanStatus;

record NewLoanAnswer(LoanId loanId, LoanStatus state) {
    static NewLoanAnswer of(LoanAnswer answer, ApplyForLoan command) {
        return new NewLoanAnswer(answer.loan(), answer.status());
    }
}
