package io.nexum.gateway.customer;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.customer.CustomerCommand.RetainCustomer;
import io.nexum.kernel.customer.CustomerId;
import java.time.LocalDate;

/** @param until the first day on which the customer may be erased */
record RetentionBody(LocalDate until, String reason) implements Body {
    private static final int MAX_LENGTH = 500;

    static RetentionBody read(Fields in) {
        return new RetentionBody(in.required("until", Forms::date), in.text("reason", MAX_LENGTH));
    }

    RetainCustomer command(CustomerId id) {
        return new RetainCustomer(id, until, reason);
    }
}
