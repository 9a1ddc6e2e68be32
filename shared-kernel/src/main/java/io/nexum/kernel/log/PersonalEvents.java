package io.nexum.kernel.log;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.json.PersonalFields;
import io.nexum.kernel.privacy.DataKey;
import io.nexum.kernel.privacy.Envelope;
import io.nexum.kernel.privacy.PersonalData;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events as the log of a tenant holds them: as {@link EventCodec} writes them, but each personal value an
 * {@link Envelope}. Events without personal fields are written and read as if this were not here.
 */
public final class PersonalEvents {
    private final PersonalData personal;

    public PersonalEvents(PersonalData personal) {
        this.personal = personal;
    }

    /** Whether events of a stored type hold personal fields. */
    public static boolean isPersonal(String type) {
        return !PersonalFields.of(EventCodec.classOf(type)).none();
    }

    /** Has the memory of this process forget the subject's key. */
    public void forget(TenantId tenant, StreamId subject) {
        personal.forget(tenant, subject);
    }

    /** @throws IllegalStateException if the event tells of somebody whose data are erased */
    public byte[] encode(TenantId tenant, DomainEvent event) {
        PersonalFields fields = PersonalFields.of(event.getClass());
        if (fields.none()) {
            return EventCodec.encode(event);
        }
        DataKey key = personal.keyOf(tenant, event.stream())
                .orElseThrow(() -> new IllegalStateException(
                        "the personal data of " + event.stream() + " are erased; there are no new ones"));
        ObjectNode written = (ObjectNode) Json.tree(EventCodec.encode(event));
        fields.change(
                written,
                (path, value, form) -> Json.MAPPER.getNodeFactory().stringNode(key.seal(path, Json.text(value))));
        return Json.bytes(written);
    }

    /**
     * The event of a stored row; erased values read as {@link PersonalData#ERASED} or as absent.
     *
     * @throws IllegalArgumentException if the type is unknown or the payload doesn't fit it
     */
    public DomainEvent decode(TenantId tenant, StreamId stream, String type, byte[] payload) {
        return isPersonal(type)
                ? EventCodec.decode(type, Json.bytes(open(tenant, stream, type, payload)))
                : EventCodec.decode(type, payload);
    }

    /** The fields of a stored event with its personal values in clear. */
    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    public Map<String, Object> open(TenantId tenant, StreamId stream, String type, Map<String, Object> fields) {
        return Json.convert(open(tenant, stream, type, Json.bytes(fields)), LinkedHashMap.class);
    }

    private JsonNode open(TenantId tenant, StreamId stream, String type, byte[] payload) {
        JsonNode written = Json.tree(payload);
        PersonalFields fields = PersonalFields.of(EventCodec.classOf(type));
        if (!fields.none() && written instanceof ObjectNode object) {
            Optional<DataKey> key = personal.keyOf(tenant, stream);
            fields.change(
                    object, (path, value, form) -> key.isPresent() ? open(key.get(), path, value) : form.erased());
        }
        return written;
    }

    /** What is no envelope was written before personal values were encrypted. */
    private static JsonNode open(DataKey key, String path, JsonNode value) {
        return Optional.of(value)
                .filter(JsonNode::isString)
                .flatMap(text -> Envelope.parse(text.stringValue()))
                .map(envelope -> Json.tree(key.open(path, envelope)))
                .orElse(value);
    }
}
