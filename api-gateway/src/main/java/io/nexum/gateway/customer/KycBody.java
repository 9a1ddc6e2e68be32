package io.nexum.gateway.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Checked;
import io.nexum.gateway.request.Default;
import io.nexum.gateway.request.Request;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.customer.CustomerCommand.UpdateKyc;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.KycStatus;
import io.nexum.kernel.customer.KycTier;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;

/** How far a customer is known. {@code verified_at} is passed over: a verification counts from when the bank was told. */
record KycBody(
        KycStatus status,
        Optional<KycTier> tier,
        @Default("[]") @Size(max = 50) List<@Size(max = 200) String> documents,
        @JsonUnwrapped Expiry expiry)
        implements Request {
    /**
     * @param expiryDays days until the verification lapses; or
     * @param expiresAt when it does
     */
    record Expiry(Optional<@Range(min = 1, max = 36_500) Integer> expiryDays, Optional<Instant> expiresAt)
            implements Checked {
        @Override
        public void check(ValidationErrors errors) {
            if (expiryDays.isPresent() && expiresAt.isPresent()) {
                errors.reject("expires_at", "must not stand beside expiry_days");
            }
        }
    }

    UpdateKyc command(CustomerId id) {
        return new UpdateKyc(id, status, tier, documents, expiry.expiryDays(), expiry.expiresAt());
    }
}
