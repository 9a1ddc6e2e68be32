package io.nexum.kernel.log;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Turns events into what the log stores and back, whatever version they were stored in. */
public final class EventCodec {
    private EventCodec() {}

    /** @throws IllegalArgumentException if the event has no logical type */
    public static String typeOf(DomainEvent event) {
        return EventTypes.nameOf(event.getClass());
    }

    /**
     * What events of a stored type are read as.
     *
     * @throws IllegalArgumentException if the type is unknown
     */
    public static Class<? extends DomainEvent> classOf(String type) {
        String now = type;
        Class<? extends DomainEvent> current = EventTypes.classOf(now);
        while (current == null) {
            now = Upcasters.from(now).to();
            current = EventTypes.classOf(now);
        }
        return current;
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
        try {
            Class<? extends DomainEvent> current = EventTypes.classOf(type);
            return current == null ? decodeOld(type, payload) : Json.read(payload, current);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the payload is no " + type + ": " + e.getOriginalMessage(), e);
        }
    }

    private static DomainEvent decodeOld(String type, byte[] payload) {
        Upcaster upcaster = Upcasters.from(type);
        if (!(Json.tree(payload) instanceof ObjectNode fields)) {
            throw new IllegalArgumentException("the payload is no " + type + ": it is no JSON object");
        }
        while (true) {
            fields = upcaster.change().apply(fields);
            Class<? extends DomainEvent> current = EventTypes.classOf(upcaster.to());
            if (current != null) {
                return Json.convert(fields, current);
            }
            upcaster = Upcasters.from(upcaster.to());
        }
    }
}
