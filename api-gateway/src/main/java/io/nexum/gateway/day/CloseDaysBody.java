package io.nexum.gateway.day;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import java.time.LocalDate;

/** @param through the last day that is to be closed */
record CloseDaysBody(LocalDate through) implements Body {
    static CloseDaysBody read(Fields in) {
        return new CloseDaysBody(in.required("through", Forms::date));
    }
}
