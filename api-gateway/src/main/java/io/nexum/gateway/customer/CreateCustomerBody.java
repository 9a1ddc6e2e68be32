package io.nexum.gateway.customer;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.customer.Address;
import io.nexum.kernel.customer.ContactData;
import io.nexum.kernel.customer.CustomerCommand.CreateCustomer;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.KycStatus;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

record CreateCustomerBody(
        String firstName,
        String lastName,
        String email,
        Optional<String> phone,
        Optional<LocalDate> dateOfBirth,
        Optional<Address> address,
        Optional<KycStatus> kycStatus,
        Optional<Map<String, Object>> metadata,
        Optional<String> idempotencyKey)
        implements Body {
    static final int MAX_NAME_LENGTH = 100;

    static CreateCustomerBody read(Fields in) {
        return new CreateCustomerBody(
                in.text("first_name", MAX_NAME_LENGTH),
                in.text("last_name", MAX_NAME_LENGTH),
                in.required("email", Forms::email),
                in.optional("phone", Forms::phone),
                in.optional("date_of_birth", Forms::date),
                in.object("address", AddressBody::read),
                in.optional("kyc_status", Forms.word(KycStatus.class)),
                in.remarks("metadata"),
                in.idempotencyKey());
    }

    CreateCustomer command(CustomerId id) {
        return new CreateCustomer(
                id,
                new ContactData(firstName, lastName, email, phone, address),
                dateOfBirth,
                kycStatus.orElse(KycStatus.NONE),
                metadata.orElse(Map.of()));
    }
}
