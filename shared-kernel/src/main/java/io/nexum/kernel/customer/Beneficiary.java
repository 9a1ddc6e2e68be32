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
        @Personal Optional<String> relationship) {}
