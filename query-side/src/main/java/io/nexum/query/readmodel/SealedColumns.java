package io.nexum.query.readmodel;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.privacy.Envelope;
import io.nexum.kernel.privacy.PersonalData;
import java.util.Collection;
import java.util.Optional;

/** Personal values as the read models hold them: sealed under the data key of whom they speak of. */
public final class SealedColumns {
    private final PersonalData personal;
    private final TenantId tenant;

    public SealedColumns(PersonalData personal, TenantId tenant) {
        this.personal = personal;
        this.tenant = tenant;
    }

    /** {@link PersonalData#ERASED} if the subject's data are erased. */
    public String seal(StreamId subject, String column, Object value) {
        return personal.seal(tenant, subject, place(subject, column), Json.text(value));
    }

    /** Empty if it was erased. */
    public <T> Optional<T> open(StreamId subject, String column, String text, Class<T> type) {
        return Optional.of(text)
                .filter(envelope -> Envelope.parse(envelope).isPresent())
                .flatMap(envelope -> personal.open(tenant, subject, place(subject, column), envelope))
                .map(json -> Json.read(json, type));
    }

    /** Fetches the keys of many subjects at once. */
    public void fetch(Collection<StreamId> subjects) {
        personal.fetch(tenant, subjects);
    }

    private static String place(StreamId subject, String column) {
        return subject.entityType() + "." + column;
    }
}
