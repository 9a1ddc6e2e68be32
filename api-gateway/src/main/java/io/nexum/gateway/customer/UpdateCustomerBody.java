package io.nexum.gateway.customer;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.customer.Address;
import io.nexum.kernel.customer.CustomerCommand.UpdateCustomer;
import io.nexum.kernel.customer.CustomerId;
import java.util.Map;
import java.util.Optional;

/** What is absent stays as it is. */
record UpdateCustomerBody(
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> email,
        Optional<String> phone,
        Optional<Address> address,
        Optional<Map<String, Object>> metadata)
        implements Body {
    static UpdateCustomerBody read(Fields in) {
        return new UpdateCustomerBody(
                in.textIfSent("first_name", CreateCustomerBody.MAX_NAME_LENGTH),
                in.textIfSent("last_name", CreateCustomerBody.MAX_NAME_LENGTH),
                in.optional("email", Forms::email),
                in.optional("phone", Forms::phone),
                in.object("address", AddressBody::read),
                in.remarks("metadata"));
    }

    UpdateCustomer command(CustomerId id) {
        return new UpdateCustomer(id, firstName, lastName, email, phone, address, metadata);
    }
}
