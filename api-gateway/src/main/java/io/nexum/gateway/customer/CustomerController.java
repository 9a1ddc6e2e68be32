package io.nexum.gateway.customer;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.customer.CustomerAnswer.BeneficiaryAnswer;
import io.nexum.gateway.customer.CustomerAnswer.BeneficiaryList;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.request.Names;
import io.nexum.gateway.request.NewId;
import io.nexum.gateway.request.Paging;
import io.nexum.gateway.request.Parameters;
import io.nexum.gateway.request.ReasonBody;
import io.nexum.kernel.Commands;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.customer.Beneficiary;
import io.nexum.kernel.customer.BeneficiaryId;
import io.nexum.kernel.customer.CustomerCommand;
import io.nexum.kernel.customer.CustomerCommand.AddBeneficiary;
import io.nexum.kernel.customer.CustomerCommand.CloseCustomer;
import io.nexum.kernel.customer.CustomerCommand.EraseCustomer;
import io.nexum.kernel.customer.CustomerCommand.RemoveBeneficiary;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.CustomerQuery.CustomerView;
import io.nexum.kernel.customer.CustomerQuery.FindCustomers;
import io.nexum.kernel.customer.CustomerQuery.GetCustomer;
import io.nexum.kernel.customer.CustomerStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Customers, what the bank knows of them, and the payees that they keep. */
@RestController
@RequestMapping("/customers")
@Tag(name = "Customers")
class CustomerController {
    private final Commands commands;
    private final Queries queries;

    CustomerController(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Needs(Permission.CREATE_CUSTOMER)
    @PostMapping
    @Operation(summary = "Create a customer")
    ResponseEntity<CustomerAnswer> createCustomer(@RequestBody CreateCustomerBody body, Caller caller) {
        var outcome = commands.send(
                body.command(new CustomerId(NewId.next())),
                Granted.inEarnest(caller).money(body.idempotencyKey(), body));
        return Granted.created(caller, outcome, id -> asItIsNow(id, caller));
    }

    @Needs(Permission.VIEW_CUSTOMER)
    @GetMapping
    @Operation(summary = "List customers")
    CustomerAnswer.CustomerList findCustomers(
            @RequestParam Optional<String> email,
            @RequestParam Optional<String> phone,
            @RequestParam Optional<String> status,
            @ParameterObject Paging paging,
            Caller caller) {
        var in = new Parameters();
        var address = in.read("email", email, Forms::email);
        var number = in.read("phone", phone, Forms::phone);
        var state = in.read("status", status, Forms.word(CustomerStatus.class));
        var page = queries.ask(new FindCustomers(address, number, state, in.checkedPage(paging)), caller.query());
        return CustomerAnswer.CustomerList.of(page.map(customer -> CustomerAnswer.of(customer, caller.at())));
    }

    @Needs(Permission.VIEW_CUSTOMER)
    @GetMapping("/{customer_id}")
    @Operation(summary = "Get a customer")
    CustomerAnswer getCustomer(@PathVariable("customer_id") String id, Caller caller) {
        return CustomerAnswer.of(queries.ask(new GetCustomer(customer(id)), caller.query()), caller.at());
    }

    @Needs(Permission.MODIFY_CUSTOMER)
    @PutMapping("/{customer_id}")
    @Operation(summary = "Change a customer's data; what is left out stays")
    CustomerAnswer updateCustomer(
            @PathVariable("customer_id") String id, @RequestBody UpdateCustomerBody body, Caller caller) {
        return change(body.command(customer(id)), caller);
    }

    @Needs(Permission.MODIFY_CUSTOMER)
    @PutMapping("/{customer_id}/kyc")
    @Operation(summary = "Set how far the customer is known (KYC)")
    CustomerAnswer updateKyc(@PathVariable("customer_id") String id, @RequestBody KycBody body, Caller caller) {
        return change(body.command(customer(id)), caller);
    }

    @Needs(Permission.DELETE_CUSTOMER)
    @PostMapping("/{customer_id}/close")
    @Operation(summary = "End the business with a customer whose accounts are all closed")
    CustomerAnswer closeCustomer(@PathVariable("customer_id") String id, @RequestBody ReasonBody body, Caller caller) {
        return change(new CloseCustomer(customer(id), body.reason()), caller);
    }

    @Needs(Permission.DELETE_CUSTOMER)
    @PutMapping("/{customer_id}/retention")
    @Operation(summary = "Say until when a customer must not be erased; a day that is over allows it again")
    CustomerAnswer retainCustomer(
            @PathVariable("customer_id") String id, @RequestBody RetentionBody body, Caller caller) {
        return change(body.command(customer(id)), caller);
    }

    @Needs(Permission.DELETE_CUSTOMER)
    @PostMapping("/{customer_id}/erase")
    @Operation(summary = "Erase all personal data of a closed customer, for good")
    CustomerAnswer eraseCustomer(@PathVariable("customer_id") String id, Caller caller) {
        return change(new EraseCustomer(customer(id)), caller);
    }

    @Needs(Permission.MODIFY_CUSTOMER)
    @PostMapping("/{customer_id}/beneficiaries")
    @Operation(summary = "Keep a payee")
    ResponseEntity<BeneficiaryAnswer> addBeneficiary(
            @PathVariable("customer_id") String id, @RequestBody BeneficiaryBody body, Caller caller) {
        Beneficiary payee = body.beneficiary(new BeneficiaryId(NewId.next()));
        commands.send(
                new AddBeneficiary(customer(id), payee),
                Granted.inEarnest(caller).command());
        return ResponseEntity.status(HttpStatus.CREATED).body(BeneficiaryAnswer.of(payee));
    }

    @Needs(Permission.VIEW_CUSTOMER)
    @GetMapping("/{customer_id}/beneficiaries")
    @Operation(summary = "List a customer's payees")
    BeneficiaryList findBeneficiaries(
            @PathVariable("customer_id") String id, @ParameterObject Paging paging, Caller caller) {
        PageRequest page = paging.page();
        List<Beneficiary> all =
                queries.ask(new GetCustomer(customer(id)), caller.query()).beneficiaries();
        return new BeneficiaryList(
                all.stream()
                        .skip(page.skip())
                        .limit(page.limit())
                        .map(BeneficiaryAnswer::of)
                        .toList(),
                all.size(),
                page.skip(),
                page.limit());
    }

    @Needs(Permission.MODIFY_CUSTOMER)
    @DeleteMapping("/{customer_id}/beneficiaries/{beneficiary_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forget a payee")
    void removeBeneficiary(
            @PathVariable("customer_id") String id,
            @PathVariable("beneficiary_id") String beneficiaryId,
            Caller caller) {
        BeneficiaryId payee = Names.inPath("beneficiary", beneficiaryId, BeneficiaryId::of);
        commands.send(
                new RemoveBeneficiary(customer(id), payee),
                Granted.inEarnest(caller).command());
    }

    private CustomerAnswer change(CustomerCommand command, Caller caller) {
        commands.send(command, Granted.inEarnest(caller).command());
        return asItIsNow(command.customer(), caller);
    }

    private CustomerAnswer asItIsNow(CustomerId id, Caller caller) {
        CustomerView customer = queries.ask(new GetCustomer(id), QueryContext.strong(caller.tenant()));
        return CustomerAnswer.of(customer, caller.at());
    }

    private static CustomerId customer(String id) {
        return Names.inPath("customer", id, CustomerId::of);
    }
}
