package io.nexum.gateway.customer;

import io.nexum.gateway.request.Name;
import io.nexum.gateway.request.Request;
import io.nexum.kernel.customer.Beneficiary;
import io.nexum.kernel.customer.BeneficiaryId;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** A payee. Its number may be as long as an IBAN. */
record BeneficiaryBody(
        @Size(max = 200) String name,
        @Size(max = 34) String accountNumber,
        Optional<@Size(max = 200) String> bankName,
        @Name({"bank_code", "routing_number"}) Optional<@Size(max = 34) String> bankCode,
        Optional<@Size(max = 200) String> relationship)
        implements Request {
    Beneficiary beneficiary(BeneficiaryId id) {
        return new Beneficiary(id, name, accountNumber, bankName, bankCode, relationship);
    }
}
