package io.nexum.command.loan;

import io.nexum.command.Workspace;
import io.nexum.command.customer.CustomerRules;
import io.nexum.command.customer.CustomerState;
import io.nexum.command.customer.CustomerState.Known;
import io.nexum.command.product.ProductRules;
import io.nexum.command.product.ProductState;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.customer.CustomerEvent.CustomerLoanApplied;
import io.nexum.kernel.loan.LoanAnswer;
import io.nexum.kernel.loan.LoanCommand.ApplyForLoan;
import io.nexum.kernel.loan.LoanEvent;
import io.nexum.kernel.loan.LoanRefusal.LoanAmountOutOfRange;
import io.nexum.kernel.loan.LoanRefusal.LoanTermOutOfRange;
import io.nexum.kernel.loan.LoanSchedule;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.NewLoan;
import io.nexum.kernel.loan.servicing.LoanAgreement;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.LoanConditions;
import io.nexum.kernel.product.ProductGlAccounts;
import io.nexum.kernel.product.ProductType;
import java.util.Optional;

/** Somebody asks for a loan. */
final class Applications {
    private Applications() {}

    static LoanAnswer apply(ApplyForLoan command, Workspace work) {
        Known customer = CustomerRules.mustBeActive(
                command.customer(), work.load(CustomerState.TYPE, CustomerState.TYPE.stream(command.customer())));
        if (work.load(LoanState.TYPE, LoanState.streamOf(command.loan())) instanceof KnownLoan) {
            throw new RefusedException(
                    new AlreadyTaken("loan id", command.loan().toString()));
        }
        Optional<ProductState.Known> product = command.product()
                .map(wanted -> ProductRules.mustBeOfferedAs(
                        wanted,
                        work.load(ProductState.TYPE, ProductState.streamOf(wanted.product())),
                        ProductType.LOAN,
                        command.agreement().terms().currency()));
        work.settings()
                .kycTierRequired()
                .ifPresent(tier -> CustomerRules.mustBeKnownAs(tier, command.customer(), customer, work.at()));
        product.ifPresent(known -> {
            CustomerRules.mustBeKnownAs(known.conditions().kycTierRequired(), command.customer(), customer, work.at());
            known.conditions().loan().ifPresent(conditions -> mustBeWithin(conditions, command.agreement()));
        });
        mustHaveSchedule(command.agreement());
        if (command.originate()) {
            LoanRules.mustBeAllowedToApprove(command.agreement().terms().principal(), work);
        }
        LoanEvent.LoanApplied applied = record(command, product, work);
        return new LoanAnswer(
                command.loan(),
                command.originate() ? LoanStatus.ORIGINATED : LoanStatus.APPLIED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new NewLoan(applied, work.at())));
    }

    private static LoanEvent.LoanApplied record(
            ApplyForLoan command, Optional<ProductState.Known> product, Workspace work) {
        LoanEvent.LoanApplied applied = new LoanEvent.LoanApplied(
                command.loan(),
                command.customer(),
                command.agreement(),
                product.map(ProductState.Known::version),
                product.map(known -> known.conditions().glAccounts()).orElse(ProductGlAccounts.NONE),
                command.purpose(),
                command.collateral(),
                work.bookingDate());
        work.record(applied);
        work.record(new CustomerLoanApplied(command.customer(), command.loan()));
        if (command.originate()) {
            work.record(new LoanEvent.LoanApproved(command.loan(), "approved with the application"));
            work.record(new LoanEvent.LoanOriginated(command.loan(), "agreed on with the application"));
        }
        return applied;
    }

    private static void mustBeWithin(LoanConditions conditions, LoanAgreement agreement) {
        Money principal = agreement.terms().principal();
        if (!conditions.amount().contains(principal)) {
            String bounds = "from "
                    + conditions.amount().least().map(Money::toString).orElse("nothing") + " to "
                    + conditions.amount().most().map(Money::toString).orElse("any amount") + ", as the product has it";
            throw new RefusedException(new LoanAmountOutOfRange("terms.principal_amount", principal, bounds));
        }
        int months = agreement.terms().months();
        if (!conditions.term().contains(months)) {
            String bounds = "from " + conditions.term().least().orElse(1) + " to "
                    + conditions.term().most().orElse(LoanConditions.MOST_TERM_MONTHS) + ", as the product has it";
            throw new RefusedException(new LoanTermOutOfRange(months, bounds));
        }
    }

    private static void mustHaveSchedule(LoanAgreement agreement) {
        try {
            LoanSchedule.of(agreement.terms());
        } catch (IllegalArgumentException e) {
            String why = e.getMessage();
            throw new RefusedException(new InvalidValue("terms", why == null ? "they give no schedule" : why));
        }
    }
}
