package io.nexum.kernel.log;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The stream of one entity's events, written {@code account-<uuid>}: the entity's type, a hyphen, its id. */
public record StreamId(@JsonValue String value) implements Comparable<StreamId> {
    @JsonCreator
    public StreamId {
        if (value.indexOf('-') < 1) {
            throw new IllegalArgumentException("a stream is named <entity type>-<id>, not '" + value + "'");
        }
    }

    public static StreamId of(String entityType, Object id) {
        return new StreamId(entityType + "-" + id);
    }

    /** The part before the first hyphen: {@code account}, {@code customer}, ... */
    public String entityType() {
        return value.substring(0, value.indexOf('-'));
    }

    /** The part after the first hyphen. */
    public String entityId() {
        return value.substring(value.indexOf('-') + 1);
    }

    @Override
    public int compareTo(StreamId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
