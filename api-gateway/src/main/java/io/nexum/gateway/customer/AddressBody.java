package io.nexum.gateway.customer;

import io.nexum.gateway.request.Fields;
import io.nexum.kernel.customer.Address;

/** A postal address in a request. */
final class AddressBody {
    private static final int MAX_LENGTH = 200;
    private static final int MAX_CODE_LENGTH = 20;

    private AddressBody() {}

    static Address read(Fields in) {
        return new Address(
                in.text("line1", MAX_LENGTH),
                in.optionalText("line2", MAX_LENGTH),
                in.text("city", MAX_LENGTH),
                in.text("state", MAX_LENGTH),
                in.text("postal_code", MAX_CODE_LENGTH),
                in.text("country", MAX_LENGTH));
    }
}
