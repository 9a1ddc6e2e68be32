package io.nexum.command.loan;

import io.nexum.command.Workspace;
import io.nexum.command.customer.CustomerRules;
import io.nexum.command.customer.CustomerState;
import io.nexum.command.customer.CustomerState.Known;
import io.nexum.kernel.customer.Beneficiary;
import io.nexum.kernel.customer.BeneficiaryId;
import io.nexum.kernel.customer.CustomerEvent.BeneficiaryAdded;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.loan.LoanCommand.DisburseLoan;
import java.util.Optional;

/**
 * Where a loan is sent outside the bank: to a payee whom the customer keeps already, or keeps from now on.
 *
 * @param isNew whether the customer doesn't keep the account yet
 */
record Payee(CustomerId customer, Beneficiary account, boolean isNew) {
    /** The payee of a disbursement that names an account elsewhere; loads the customer. */
    static Optional<Payee> of(DisburseLoan command, Workspace work) {
        return command.payee().map(asked -> {
            Known customer = CustomerRules.mustBeActive(
                    command.customer(), work.load(CustomerState.TYPE, CustomerState.TYPE.stream(command.customer())));
            return customer.beneficiaries().stream()
                    .filter(asked::isSameAccountAs)
                    .findFirst()
                    .map(kept -> new Payee(command.customer(), kept, false))
                    .orElse(new Payee(command.customer(), asked, true));
        });
    }

    BeneficiaryId id() {
        return account.id();
    }

    void keep(Workspace work) {
        if (isNew) {
            work.record(new BeneficiaryAdded(customer, account));
        }
    }
}
