package io.nexum.kernel.customer;

import io.nexum.kernel.Refusal;

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
