package io.nexum.gateway.loan;

import io.nexum.gateway.request.Body;
import java.util.Optional;

/** A body that asks for something that counts once, however often it is sent with its key. */
interface LoanBody extends Body {
    Optional<String> idempotencyKey();
}
