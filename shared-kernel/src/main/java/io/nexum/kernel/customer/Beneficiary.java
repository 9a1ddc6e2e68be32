package io.nexum.kernel.customer;

import io.nexum.kernel.privacy.Personal;
import java.util.Optional;

/** A payee that the customer keeps. */
public record Beneficiary(
        BeneficiaryId id,
        @Personal String name,
        @Personal String accountNumber,
        @Personal Optional<String> bankName,
        @Personal Optional<String> bankCode,
        @Personal Optional<String> relationship) {
    /** Whether both are one account of one bank; of banks the code tells, or the name where one has no code. */
    public boolean isSameAccountAs(Beneficiary other) {
        boolean bothHaveCodes = bankCode.isPresent() && other.bankCode.isPresent();
        boolean sameBank = bothHaveCodes ? bankCode.equals(other.bankCode) : bankName.equals(other.bankName);
        return sameBank && accountNumber.equals(other.accountNumber);
    }
}
