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
import io.nexum.kernel.privacy.Personal;
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
        @Personal String firstName,
        @Personal String lastName,
        @Personal String email,
        @Personal Optional<String> phone,
        @Personal Optional<LocalDate> dateOfBirth,
        @Personal Optional<Address> address,
        KycStatus kycStatus,
        KycTier kycTier,
        @Personal List<String> kycDocuments,
        Optional<Instant> kycVerifiedAt,
        Optional<Instant> kycExpiresAt,
        CustomerStatus status,
        List<BeneficiaryAnswer> beneficiaries,
        @Personal Map<String, Object> metadata,
        Optional<LocalDate> retainedUntil,
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
                customer.retainedUntil(),
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
            @Personal String name,
            @Personal String accountNumber,
            @Personal Optional<String> bankName,
            @Personal Optional<String> bankCode,
            @Personal Optional<String> relationship) {
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
