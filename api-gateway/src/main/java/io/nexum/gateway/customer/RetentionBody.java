package io.nexum.gateway.customer;

import io.nexum.gateway.request.Request;
import io.nexum.kernel.customer.CustomerCommand.RetainCustomer;
import io.nexum.kernel.customer.CustomerId;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** @param until the first day on which the customer may be erased */
record RetentionBody(LocalDate until, @Size(max = 500) String reason) implements Request {
    RetainCustomer command(CustomerId id) {
        return new RetainCustomer(id, until, reason);
    }
}
