package io.nexum.kernel.customer;

import java.util.Optional;

/** A payee that the customer keeps. */
public record Beneficiary(
        BeneficiaryId id,
        String name,
        String accountNumber,
        Optional<String> bankName,
        Optional<String> bankCode,
        Optional<String> relationship) {}
