package io.nexum.gateway.loan;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.day.BusinessDates;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.loan.DisburseLoanBody.ExternalAccount;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.NewId;
import io.nexum.gateway.request.Parameters;
import io.nexum.kernel.Queries;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.customer.Beneficiary;
import io.nexum.kernel.customer.BeneficiaryId;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.CustomerQuery.GetCustomer;
import io.nexum.kernel.loan.LoanCommand.DisburseLoan;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanQuery.GetLoan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Loans are paid out. */
@RestController
@Tag(name = "Loans")
class LoanDisbursementController {
    private final LoanDesk desk;
    private final Queries queries;
    private final BusinessDates dates;

    LoanDisbursementController(LoanDesk desk, Queries queries, BusinessDates dates) {
        this.desk = desk;
        this.queries = queries;
        this.dates = dates;
    }

    @Needs(Permission.DISBURSE_LOAN)
    @PostMapping("/loans/{loan_id}/disburse")
    @Operation(
            summary = "Pay a loan out, to an account here or elsewhere, or in cash",
            description = "Without an amount it is what was agreed on for now.")
    ResponseEntity<LoanStateAnswer> disburseLoan(
            @PathVariable("loan_id") String id,
            @RequestParam(name = "disbursement_account_id") Optional<String> account,
            @RequestBody(required = false) @Nullable DisburseLoanBody sent,
            Caller caller) {
        LoanId loan = LoanIds.inPath(id);
        var in = new Parameters();
        Optional<AccountId> named = in.read("disbursement_account_id", account, Forms.id(AccountId::of));
        in.check();
        DisburseLoanBody body = (sent == null ? DisburseLoanBody.NOTHING_SAID : sent).toAccount(named);
        return desk.change(command(loan, body, caller), body, caller);
    }

    private DisburseLoan command(LoanId loan, DisburseLoanBody body, Caller caller) {
        CustomerId customer = queries.ask(new GetLoan(loan, dates.of(caller.tenant())), caller.query())
                .customer();
        return new DisburseLoan(
                loan,
                customer,
                EntryFields.newEntry(),
                body.disbursementDate(),
                body.amount(),
                body.disbursementAccountId(),
                body.externalAccount().map(external -> payee(external, customer, caller)),
                body.reference());
    }

    private Beneficiary payee(ExternalAccount external, CustomerId customer, Caller caller) {
        String holder = external.accountHolder().orElseGet(() -> {
            var contact = queries.ask(new GetCustomer(customer), caller.query()).contact();
            return contact.firstName() + " " + contact.lastName();
        });
        return new Beneficiary(
                new BeneficiaryId(NewId.next()),
                holder,
                external.accountNumber(),
                external.bankName(),
                external.routingNumber(),
                Optional.empty());
    }
}
