package io.nexum.query.log;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.PersonalEvents;
import io.nexum.kernel.log.StoredEvent;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.privacy.PersonalData;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads events of the log in the order of their positions, with their personal values in clear. */
public final class EventReader {
    private final PersonalData personal;
    private final PersonalEvents codec;

    public EventReader(PersonalData personal) {
        this.personal = personal;
        this.codec = new PersonalEvents(personal);
    }

    /** What the personal values are read with. */
    public PersonalData personal() {
        return personal;
    }

    /** Hands over the events after one position through another, at most {@code limit}. */
    public void read(
            Connection connection, TenantId tenant, long after, long through, long limit, Consumer<LoggedEvent> handler)
            throws SQLException {
        List<StoredEvent> rows = new ArrayList<>();
        List<StreamId> subjects = new ArrayList<>();
        LogReader.read(connection, tenant, after, through, limit, row -> {
            rows.add(row);
            if (PersonalEvents.isPersonal(row.type())) {
                subjects.add(row.stream());
            }
        });
        if (!subjects.isEmpty()) {
            personal.fetch(tenant, subjects);
        }
        for (StoredEvent row : rows) {
            handler.accept(event(row));
        }
    }

    public LoggedEvent event(StoredEvent row) {
        return new LoggedEvent(row, codec.decode(row.tenant(), row.stream(), row.type(), row.payload()));
    }
}
