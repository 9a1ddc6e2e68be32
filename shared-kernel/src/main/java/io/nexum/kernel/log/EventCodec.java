package io.nexum.kernel.log;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns events into what the log stores and back, whatever version they were stored in. */
public final class EventCodec {
    private EventCodec() {}

    /** @throws IllegalArgumentException if the event has no logical type */
    public static String typeOf(DomainEvent event) {
        return EventTypes.nameOf(event.getClass());
    }

    public static byte[] encode(DomainEvent event) {
        return Json.bytes(event);
    }

    /**
     * The event of a stored type and payload.
     *
     * @throws IllegalArgumentException if the type is unknown or the payload doesn't fit it
     */
    public static DomainEvent decode(String type, byte[] payload) {
        Class<? extends DomainEvent> current = EventTypes.classOf(type);
        if (current != null) {
            return Json.read(payload, current);
        }
        JsonNode tree = Json.tree(payload);
        String name = type;
        ObjectNode fields = (ObjectNode) tree;
        while (current == null) {
            Upcaster upcaster = Upcasters.from(name);
            fields = upcaster.change().apply(fields);
            name = upcaster.to();
            current = EventTypes.classOf(name);
        }
        return Json.convert(fields, current);
    }
}
