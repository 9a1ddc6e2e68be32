package io.nexum.kernel.loan;

import io.nexum.kernel.Refusal;
import io.nexum.kernel.access.AmountLimit;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import java.time.LocalDate;

/** Why something is refused to a loan. */
public sealed interface LoanRefusal extends Refusal {
    @Override
    default Kind kind() {
        return Kind.RULE;
    }

    record LoanStatusForbids(LoanId loan, LoanStatus status, String what) implements LoanRefusal {
        @Override
        public String field() {
            return "loan_id";
        }

        @Override
        public String detail() {
            return "loan " + loan + " is " + Json.wireName(status) + ", so it can't be " + what;
        }
    }

    record LoanAmountOutOfRange(String field, Money amount, String bounds) implements LoanRefusal {
        @Override
        public String detail() {
            return amount + " is not " + bounds;
        }
    }

    record LoanTermOutOfRange(int months, String bounds) implements LoanRefusal {
        @Override
        public String field() {
            return "terms.term_months";
        }

        @Override
        public String detail() {
            return "a term of " + months + " months is not " + bounds;
        }
    }

    record PrepaymentNotAllowed(LoanId loan, Money most) implements LoanRefusal {
        @Override
        public String field() {
            return "amount";
        }

        @Override
        public String detail() {
            return "loan " + loan + " may not be paid back early; what is due, with the next instalment, is " + most;
        }
    }

    record LoanDateOutOfRange(String field, LocalDate date, LocalDate earliest, LocalDate latest)
            implements LoanRefusal {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String detail() {
            return date + " is not from " + earliest + " through " + latest;
        }
    }

    record PaymentNotFound(LoanId loan, TransactionId payment) implements LoanRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "loan " + loan + " has no payment " + payment + " that still counts";
        }
    }

    /** Whoever may ask for a loan needn't be one who may approve it. */
    record OriginationNotAllowed() implements LoanRefusal {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String field() {
            return "originate";
        }

        @Override
        public String detail() {
            return "to originate a loan at once needs the permission approve_loan";
        }
    }

    /** More than the one who asks may approve at once. */
    record AboveApprovalLimit(Money principal, AmountLimit limit) implements LoanRefusal {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String detail() {
            return principal + " is more than your roles let you approve at once"
                    + limit.in(principal.currency())
                            .map(most -> ", which is " + most)
                            .orElse("");
        }
    }

    record NothingToDo(LoanId loan, String detail) implements LoanRefusal {}
}
