package io.nexum.command.customer;

import io.nexum.command.EntityType;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.customer.Beneficiary;
import io.nexum.kernel.customer.ContactData;
import io.nexum.kernel.customer.CustomerEvent;
import io.nexum.kernel.customer.CustomerEvent.BeneficiaryAdded;
import io.nexum.kernel.customer.CustomerEvent.BeneficiaryRemoved;
import io.nexum.kernel.customer.CustomerEvent.CustomerAccountClosed;
import io.nexum.kernel.customer.CustomerEvent.CustomerAccountOpened;
import io.nexum.kernel.customer.CustomerEvent.CustomerClosed;
import io.nexum.kernel.customer.CustomerEvent.CustomerCreated;
import io.nexum.kernel.customer.CustomerEvent.CustomerUpdated;
import io.nexum.kernel.customer.CustomerEvent.KycStatusChanged;
import io.nexum.kernel.customer.CustomerStatus;
import io.nexum.kernel.customer.Kyc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a customer's rules need to know, and how each event changes that. */
public sealed interface CustomerState {
    EntityType<CustomerState> TYPE =
            new EntityType<>("customer", new Unknown(), Known.class, "1", CustomerState::evolve);

    /** Nothing has happened to it. */
    record Unknown() implements CustomerState {}

    /** @param openAccounts the customer's accounts that are not closed */
    record Known(
            ContactData contact,
            Kyc kyc,
            CustomerStatus status,
            List<Beneficiary> beneficiaries,
            List<AccountId> openAccounts,
            Map<String, Object> metadata)
            implements CustomerState {
        Known withBeneficiaries(List<Beneficiary> changed) {
            return new Known(contact, kyc, status, changed, openAccounts, metadata);
        }

        Known withOpenAccounts(List<AccountId> changed) {
            return new Known(contact, kyc, status, beneficiaries, changed, metadata);
        }
    }

    static CustomerState evolve(CustomerState before, DomainEvent happened) {
        CustomerEvent event = (CustomerEvent) happened;
        if (event instanceof CustomerCreated created) {
            return new Known(
                    created.contact(), created.kyc(), CustomerStatus.ACTIVE, List.of(), List.of(), created.metadata());
        }
        Known now = (Known) before;
        return switch (event) {
            case CustomerCreated created -> now;
            case CustomerUpdated updated ->
                new Known(
                        updated.contact(),
                        now.kyc,
                        now.status,
                        now.beneficiaries,
                        now.openAccounts,
                        updated.metadata());
            case KycStatusChanged changed ->
                new Known(now.contact, changed.kyc(), now.status, now.beneficiaries, now.openAccounts, now.metadata);
            case BeneficiaryAdded added -> now.withBeneficiaries(with(now.beneficiaries, added.beneficiary()));
            case BeneficiaryRemoved removed ->
                now.withBeneficiaries(now.beneficiaries.stream()
                        .filter(beneficiary -> !beneficiary.id().equals(removed.beneficiary()))
                        .toList());
            case CustomerAccountOpened opened -> now.withOpenAccounts(with(now.openAccounts, opened.account()));
            case CustomerAccountClosed closed ->
                now.withOpenAccounts(now.openAccounts.stream()
                        .filter(account -> !account.equals(closed.account()))
                        .toList());
            case CustomerClosed closed ->
                new Known(
                        now.contact, now.kyc, CustomerStatus.CLOSED, now.beneficiaries, now.openAccounts, now.metadata);
        };
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return List.copyOf(more);
    }
}
