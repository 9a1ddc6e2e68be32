package io.nexum.gateway.customer;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.kernel.customer.Beneficiary;
import io.nexum.kernel.customer.BeneficiaryId;
import java.util.Optional;

record BeneficiaryBody(
        String name,
        String accountNumber,
        Optional<String> bankName,
        Optional<String> bankCode,
        Optional<String> relationship)
        implements Body {
    private static final int MAX_LENGTH = 200;
    private static final int MAX_NUMBER_LENGTH = 34; // as long as an IBAN

    static BeneficiaryBody read(Fields in) {
        return new BeneficiaryBody(
                in.text("name", MAX_LENGTH),
                in.text("account_number", MAX_NUMBER_LENGTH),
                in.optionalText("bank_name", MAX_LENGTH),
                in.optionalText(in.sent("bank_code", "routing_number"), MAX_NUMBER_LENGTH),
                in.optionalText("relationship", MAX_LENGTH));
    }

    Beneficiary beneficiary(BeneficiaryId id) {
        return new Beneficiary(id, name, accountNumber, bankName, bankCode, relationship);
    }
}
