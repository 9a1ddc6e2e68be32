package io.nexum.command.store;

import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.json.PersonalFields;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.privacy.PersonalData;
import io.nexum.kernel.privacy.WrongKeyException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** States of entities as snapshots hold them: sealed as a whole if there are personal data in them. */
public final class SealedStates {
    private static final Logger LOG = LoggerFactory.getLogger(SealedStates.class);
    private static final String FIELD = "snapshot";

    private final PersonalData personal;

    public SealedStates(PersonalData personal) {
        this.personal = personal;
    }

    /** Empty if the state is not to be kept: its personal data are erased, or their key can't be had. */
    Optional<String> write(TenantId tenant, StreamId stream, Object state) {
        String json = Json.text(state);
        if (PersonalFields.of(state.getClass()).none()) {
            return Optional.of(json);
        }
        try {
            return personal.keyOf(tenant, stream).map(key -> key.seal(FIELD, json));
        } catch (RefusedException | WrongKeyException e) {
            LOG.warn("no snapshot of {} was made", stream, e);
            return Optional.empty();
        }
    }

    /** Empty if it can't be read; then all the entity's events tell its state. */
    <S> Optional<S> read(TenantId tenant, StreamId stream, String text, Class<? extends S> type) {
        try {
            Optional<String> json =
                    PersonalFields.of(type).none() ? Optional.of(text) : personal.open(tenant, stream, FIELD, text);
            return json.map(written -> Json.read(written, type));
        } catch (JacksonException | IllegalArgumentException | WrongKeyException e) {
            LOG.warn("the snapshot of {} can't be read; all its events are read instead", stream, e);
            return Optional.empty();
        }
    }
}
