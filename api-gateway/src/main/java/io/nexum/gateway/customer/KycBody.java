package io.nexum.gateway.customer;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.customer.CustomerCommand.UpdateKyc;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.KycStatus;
import io.nexum.kernel.customer.KycTier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * @param expiryDays days until the verification lapses; or
 * @param expiresAt when it does
 */
record KycBody(
        KycStatus status,
        Optional<KycTier> tier,
        List<String> documents,
        Optional<Integer> expiryDays,
        Optional<Instant> expiresAt)
        implements Body {
    private static final int MAX_DOCUMENTS = 50;
    private static final int MAX_DOCUMENT_LENGTH = 200;
    private static final int MAX_EXPIRY_DAYS = 36_500;

    /** {@code verified_at} is read and dropped: a verification counts from when the bank was told. */
    static KycBody read(Fields in) {
        Optional<Integer> expiryDays = in.wholeNumber("expiry_days", 1, MAX_EXPIRY_DAYS);
        Optional<Instant> expiresAt = in.optional("expires_at", Forms::instant);
        if (expiryDays.isPresent() && expiresAt.isPresent()) {
            in.wrong("expires_at", "must not stand beside expiry_days");
        }
        in.optional("verified_at", Forms::instant);
        return new KycBody(
                in.required("status", Forms.word(KycStatus.class)),
                in.optional("tier", Forms.word(KycTier.class)),
                in.texts("documents", MAX_DOCUMENTS, MAX_DOCUMENT_LENGTH),
                expiryDays,
                expiresAt);
    }

    UpdateKyc command(CustomerId id) {
        return new UpdateKyc(id, status, tier, documents, expiryDays, expiresAt);
    }
}
