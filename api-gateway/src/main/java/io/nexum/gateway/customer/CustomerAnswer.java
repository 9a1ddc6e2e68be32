package io.nexum.gateway.customer;

import io.nexum.kernel.Page;
import io.nexum.kernel.customer.Address;
import io.nexum.kernel.customer.Beneficiary;
import io.nexum.kernel.customer.BeneficiaryId;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.CustomerQuery.CustomerView;
import io.nexum.kernel.customer.CustomerStatus;
import io.nexum.kernel.customer.KycStatus;
import io.nexum.kernel.customer.KycTier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A customer, flat as its clients read it.
 *
 * @param id the same as {@code customerId}
 */
record CustomerAnswer(
        CustomerId customerId,
        CustomerId id,
        String firstName,
        String lastName,
        String email,
        Optional<String> phone,
        Optional<LocalDate> dateOfBirth,
        Optional<Address> address,
        KycStatus kycStatus,
        KycTier kycTier,
        List<String> kycDocuments,
        Optional<Instant> kycVerifiedAt,
        Optional<Instant> kycExpiresAt,
        CustomerStatus status,
        List<BeneficiaryAnswer> beneficiaries,
        Map<String, Object> metadata,
        Instant createdAt,
        Instant updatedAt) {
    static CustomerAnswer of(CustomerView customer, Instant now) {
        return new CustomerAnswer(
                customer.id(),
                customer.id(),
                customer.contact().firstName(),
                customer.contact().lastName(),
                customer.contact().email(),
                customer.contact().phone(),
                customer.dateOfBirth(),
                customer.contact().address(),
                customer.kyc().statusAt(now),
                customer.kyc().tier(),
                customer.kyc().documents(),
                customer.kyc().verifiedAt(),
                customer.kyc().expiresAt(),
                customer.status(),
                customer.beneficiaries().stream().map(BeneficiaryAnswer::of).toList(),
                customer.metadata(),
                customer.createdAt(),
                customer.updatedAt());
    }

    record CustomerList(List<CustomerAnswer> customers, long total, int skip, int limit) {
        static CustomerList of(Page<CustomerAnswer> page) {
            return new CustomerList(page.items(), page.total(), page.skip(), page.limit());
        }
    }

    /** @param id the same as {@code beneficiaryId} */
    record BeneficiaryAnswer(
            BeneficiaryId beneficiaryId,
            BeneficiaryId id,
            String name,
            String accountNumber,
            Optional<String> bankName,
            Optional<String> bankCode,
            Optional<String> relationship) {
        static BeneficiaryAnswer of(Beneficiary payee) {
            return new BeneficiaryAnswer(
                    payee.id(),
                    payee.id(),
                    payee.name(),
                    payee.accountNumber(),
                    payee.bankName(),
                    payee.bankCode(),
                    payee.relationship());
        }
    }

    record BeneficiaryList(List<BeneficiaryAnswer> beneficiaries, long total, int skip, int limit) {}
}
