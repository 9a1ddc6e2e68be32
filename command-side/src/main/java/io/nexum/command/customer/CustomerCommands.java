package io.nexum.command.customer;

import io.nexum.command.CommandHandler;
import io.nexum.command.Workspace;
import io.nexum.command.customer.CustomerState.Known;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.customer.ContactData;
import io.nexum.kernel.customer.CustomerCommand;
import io.nexum.kernel.customer.CustomerCommand.AddBeneficiary;
import io.nexum.kernel.customer.CustomerCommand.CloseCustomer;
import io.nexum.kernel.customer.CustomerCommand.CreateCustomer;
import io.nexum.kernel.customer.CustomerCommand.EraseCustomer;
import io.nexum.kernel.customer.CustomerCommand.RemoveBeneficiary;
import io.nexum.kernel.customer.CustomerCommand.RetainCustomer;
import io.nexum.kernel.customer.CustomerCommand.UpdateCustomer;
import io.nexum.kernel.customer.CustomerCommand.UpdateKyc;
import io.nexum.kernel.customer.CustomerEvent.BeneficiaryAdded;
import io.nexum.kernel.customer.CustomerEvent.BeneficiaryRemoved;
import io.nexum.kernel.customer.CustomerEvent.CustomerClosed;
import io.nexum.kernel.customer.CustomerEvent.CustomerCreated;
import io.nexum.kernel.customer.CustomerEvent.CustomerErased;
import io.nexum.kernel.customer.CustomerEvent.CustomerRetained;
import io.nexum.kernel.customer.CustomerEvent.CustomerUpdated;
import io.nexum.kernel.customer.CustomerEvent.KycStatusChanged;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.CustomerRefusal;
import io.nexum.kernel.customer.Kyc;
import io.nexum.kernel.customer.KycStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The life of a customer. */
public final class CustomerCommands implements CommandHandler<CustomerCommand> {
    private static final int MOST_BENEFICIARIES = 500;
    private static final String LEGAL_RETENTION = "legal retention";

    private final int retentionDays;
    private final Obligations obligations;

    /** @param retentionDays how long a customer must be kept after the closing before it may be erased */
    public CustomerCommands(int retentionDays, Obligations obligations) {
        this.obligations = obligations;
        this.retentionDays = retentionDays;
    }

    @Override
    public Class<?> commands() {
        return CustomerCommand.class;
    }

    @Override
    public CustomerId handle(CustomerCommand command, Workspace work) {
        CustomerId id = command.customer();
        CustomerState state = work.load(CustomerState.TYPE, CustomerState.TYPE.stream(id));
        if (command instanceof CreateCustomer create) {
            create(create, state, work);
            return id;
        }
        Known customer = command instanceof RetainCustomer || command instanceof EraseCustomer
                ? CustomerRules.mustBeKnown(id, state)
                : CustomerRules.mustBeActive(id, state);
        switch (command) {
            case CreateCustomer create -> create(create, state, work);
            case UpdateCustomer update -> update(update, customer, work);
            case UpdateKyc update -> updateKyc(update, customer, work);
            case AddBeneficiary add -> addBeneficiary(add, customer, work);
            case RemoveBeneficiary remove -> removeBeneficiary(remove, customer, work);
            case CloseCustomer close -> close(close, customer, work);
            case RetainCustomer retain -> work.record(new CustomerRetained(id, retain.until(), retain.reason()));
            case EraseCustomer erase -> {
                CustomerRules.mayBeErased(id, customer, work.bookingDate());
                work.record(new CustomerErased(id));
            }
        }
        return id;
    }

    private static void create(CreateCustomer command, CustomerState state, Workspace work) {
        if (state instanceof Known) {
            throw new RefusedException(
                    new Refusals.AlreadyTaken("customer id", command.customer().toString()));
        }
        Kyc kyc = new Kyc(
                command.kycStatus(),
                Kyc.UNKNOWN.tier(),
                List.of(),
                verifiedAt(command.kycStatus(), work.at()),
                Optional.empty());
        work.record(new CustomerCreated(
                command.customer(), command.contact(), command.dateOfBirth(), kyc, command.metadata()));
    }

    private static void update(UpdateCustomer command, Known customer, Workspace work) {
        ContactData before = customer.contact();
        ContactData after = new ContactData(
                command.firstName().orElse(before.firstName()),
                command.lastName().orElse(before.lastName()),
                command.email().orElse(before.email()),
                command.phone().or(before::phone),
                command.address().or(before::address));
        work.record(new CustomerUpdated(
                command.customer(), after, command.metadata().orElse(customer.metadata())));
    }

    private static void updateKyc(UpdateKyc command, Known customer, Workspace work) {
        Optional<Instant> expiresAt = command.expiresAt()
                .or(() -> command.expiryDays().map(days -> work.at().plus(Duration.ofDays(days))));
        if (expiresAt.filter(expiry -> !expiry.isAfter(work.at())).isPresent()) {
            throw new RefusedException(new Refusals.InvalidValue("expires_at", "a verification expires in the future"));
        }
        work.record(new KycStatusChanged(
                command.customer(),
                new Kyc(
                        command.status(),
                        command.tier().orElse(customer.kyc().tier()),
                        command.documents().isEmpty() ? customer.kyc().documents() : command.documents(),
                        verifiedAt(command.status(), work.at())
                                .or(() -> customer.kyc().verifiedAt()),
                        expiresAt)));
    }

    private static Optional<Instant> verifiedAt(KycStatus status, Instant at) {
        return status == KycStatus.VERIFIED ? Optional.of(at) : Optional.empty();
    }

    private static void addBeneficiary(AddBeneficiary command, Known customer, Workspace work) {
        if (customer.beneficiaries().size() >= MOST_BENEFICIARIES) {
            throw new RefusedException(
                    new CustomerRefusal.TooManyBeneficiaries(command.customer(), MOST_BENEFICIARIES));
        }
        work.record(new BeneficiaryAdded(command.customer(), command.beneficiary()));
    }

    private static void removeBeneficiary(RemoveBeneficiary command, Known customer, Workspace work) {
        boolean known = customer.beneficiaries().stream()
                .anyMatch(beneficiary -> beneficiary.id().equals(command.beneficiary()));
        if (!known) {
            throw new RefusedException(
                    new Refusals.NotFound("beneficiary", command.beneficiary().toString()));
        }
        work.record(new BeneficiaryRemoved(command.customer(), command.beneficiary()));
    }

    private void close(CloseCustomer command, Known customer, Workspace work) {
        int open = customer.openAccounts().size();
        if (open > 0) {
            throw new RefusedException(new CustomerRefusal.CustomerHasOpenAccounts(command.customer(), open));
        }
        int loans = obligations.openLoans(customer, work);
        if (loans > 0) {
            throw new RefusedException(new CustomerRefusal.CustomerHasOpenLoans(command.customer(), loans));
        }
        work.record(new CustomerClosed(command.customer(), command.reason()));
        if (retentionDays > 0) {
            LocalDate until = work.bookingDate().plusDays(retentionDays);
            boolean longer = customer.retainedUntil().filter(until::isBefore).isPresent();
            if (!longer) {
                work.record(new CustomerRetained(command.customer(), until, LEGAL_RETENTION));
            }
        }
    }
}
