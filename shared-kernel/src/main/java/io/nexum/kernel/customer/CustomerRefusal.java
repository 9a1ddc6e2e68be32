package io.nexum.kernel.customer;

import io.nexum.kernel.Refusal;
import io.nexum.kernel.json.Json;
import java.time.LocalDate;

/** Why something is refused to a customer. */
public sealed interface CustomerRefusal extends Refusal {
    record CustomerNotActive(CustomerId customer) implements CustomerRefusal {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String detail() {
            return "customer " + customer + " is closed";
        }
    }

    /** The bank opens accounts for customers whom it knows better. */
    record KycTierTooLow(CustomerId customer, KycStatus status, KycTier tier, KycTier required)
            implements CustomerRefusal {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String detail() {
            return "accounts are opened for customers verified as " + Json.wireName(required) + "; customer " + customer
                    + " is " + Json.wireName(status) + " as " + Json.wireName(tier);
        }
    }

    record CustomerNotClosed(CustomerId customer) implements CustomerRefusal {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String detail() {
            return "customer " + customer + " is active; close the customer first";
        }
    }

    /** @param until the first day on which erasing is allowed */
    record CustomerRetainedByLaw(CustomerId customer, LocalDate until) implements CustomerRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "customer " + customer + " must be kept until " + until + " and can be erased from then on";
        }
    }

    record CustomerIsErased(CustomerId customer) implements CustomerRefusal {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String detail() {
            return "customer " + customer + " is erased";
        }
    }

    record CustomerHasOpenAccounts(CustomerId customer, int openAccounts) implements CustomerRefusal {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String detail() {
            return "customer " + customer + " still has " + openAccounts + " open account(s); close them first";
        }
    }

    record CustomerHasOpenLoans(CustomerId customer, int openLoans) implements CustomerRefusal {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String detail() {
            return "customer " + customer + " still owes on " + openLoans + " loan(s)";
        }
    }

    record TooManyBeneficiaries(CustomerId customer, int most) implements CustomerRefusal {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String detail() {
            return "customer " + customer + " keeps " + most + " beneficiaries, the most that a customer can keep";
        }
    }
}
