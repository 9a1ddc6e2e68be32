package io.nexum.kernel.privacy;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;
import java.util.Collection;
import java.util.Optional;

/** The keys to personal data. A person or company is the subject of its data and named by its stream. */
public interface PersonalData {
    /** What stands where personal data were, once their key is destroyed. */
    String ERASED = "[erased]";

    /** The subject's key, made if there is none yet and durable then; empty if it was destroyed. */
    Optional<DataKey> keyOf(TenantId tenant, StreamId subject);

    /** Fetches the keys of many subjects at once, or makes them, so that asking for each is quick. */
    void fetch(TenantId tenant, Collection<StreamId> subjects);

    LookupKey lookup(TenantId tenant);

    /** Has the memory of this process forget the subject's key. */
    void forget(TenantId tenant, StreamId subject);

    /** Seals a whole text; {@link #ERASED} if the subject's key was destroyed. */
    default String seal(TenantId tenant, StreamId subject, String field, String plain) {
        return keyOf(tenant, subject).map(key -> key.seal(field, plain)).orElse(ERASED);
    }

    /**
     * The text that was sealed; empty if the subject's key was destroyed.
     *
     * @throws WrongKeyException if it was sealed by another key, in another place, or changed since
     */
    default Optional<String> open(TenantId tenant, StreamId subject, String field, String sealed) {
        return keyOf(tenant, subject).map(key -> key.open(field, Envelope.of(sealed)));
    }
}
