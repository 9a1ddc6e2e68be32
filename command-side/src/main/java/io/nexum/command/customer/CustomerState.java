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
import io.nexum.kernel.customer.CustomerEvent.CustomerErased;
import io.nexum.kernel.customer.CustomerEvent.CustomerLoanApplied;
import io.nexum.kernel.customer.CustomerEvent.CustomerRetained;
import io.nexum.kernel.customer.CustomerEvent.CustomerUpdated;
import io.nexum.kernel.customer.CustomerEvent.KycStatusChanged;
import io.nexum.kernel.customer.CustomerStatus;
import io.nexum.kernel.customer.Kyc;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.privacy.Personal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a customer's rules need to know, and how each event changes that. */
public sealed interface CustomerState {
    EntityType<CustomerState> TYPE =
            new EntityType<>("customer", new Unknown(), Known.class, "3", CustomerState::evolve);

    /** Nothing has happened to it. */
    record Unknown() implements CustomerState {}

    /**
     * @param openAccounts the customer's accounts that are not closed
     * @param loans all that the customer has ever asked for
     */
    record Known(
            ContactData contact,
            Kyc kyc,
            CustomerStatus status,
            List<Beneficiary> beneficiaries,
            List<AccountId> openAccounts,
            List<LoanId> loans,
            @Personal Map<String, Object> metadata,
            Optional<LocalDate> retainedUntil)
            implements CustomerState {
        Known withBeneficiaries(List<Beneficiary> changed) {
            return new Known(contact, kyc, status, changed, openAccounts, loans, metadata, retainedUntil);
        }

        Known withRetention(LocalDate until) {
            return new Known(contact, kyc, status, beneficiaries, openAccounts, loans, metadata, Optional.of(until));
        }

        /** All that is left to know. */
        Known erased() {
            return new Known(
                    ContactData.ERASED,
                    kyc.withDocuments(List.of()),
                    CustomerStatus.ERASED,
                    List.of(),
                    openAccounts,
                    loans,
                    Map.of(),
                    retainedUntil);
        }

        Known withLoans(List<LoanId> changed) {
            return new Known(contact, kyc, status, beneficiaries, openAccounts, changed, metadata, retainedUntil);
        }

        Known withOpenAccounts(List<AccountId> changed) {
            return new Known(contact, kyc, status, beneficiaries, changed, loans, metadata, retainedUntil);
        }
    }

    static CustomerState evolve(CustomerState before, DomainEvent happened) {
        CustomerEvent event = (CustomerEvent) happened;
        if (event instanceof CustomerCreated created) {
            return new Known(
                    created.contact(),
                    created.kyc(),
                    CustomerStatus.ACTIVE,
                    List.of(),
                    List.of(),
                    List.of(),
                    created.metadata(),
                    Optional.empty());
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
                        now.loans,
                        updated.metadata(),
                        now.retainedUntil);
            case KycStatusChanged changed ->
                new Known(
                        now.contact,
                        changed.kyc(),
                        now.status,
                        now.beneficiaries,
                        now.openAccounts,
                        now.loans,
                        now.metadata,
                        now.retainedUntil);
            case BeneficiaryAdded added -> now.withBeneficiaries(with(now.beneficiaries, added.beneficiary()));
            case BeneficiaryRemoved removed ->
                now.withBeneficiaries(now.beneficiaries.stream()
                        .filter(beneficiary -> !beneficiary.id().equals(removed.beneficiary()))
                        .toList());
            case CustomerAccountOpened opened -> now.withOpenAccounts(with(now.openAccounts, opened.account()));
            case CustomerLoanApplied applied -> now.withLoans(with(now.loans, applied.loan()));
            case CustomerAccountClosed closed ->
                now.withOpenAccounts(now.openAccounts.stream()
                        .filter(account -> !account.equals(closed.account()))
                        .toList());
            case CustomerClosed closed ->
                new Known(
                        now.contact,
                        now.kyc,
                        CustomerStatus.CLOSED,
                        now.beneficiaries,
                        now.openAccounts,
                        now.loans,
                        now.metadata,
                        now.retainedUntil);
            case CustomerRetained retained -> now.withRetention(retained.until());
            case CustomerErased erased -> now.erased();
        };
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return List.copyOf(more);
    }
}
