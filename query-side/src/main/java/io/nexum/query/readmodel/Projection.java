package io.nexum.query.readmodel;

import io.nexum.query.log.LoggedEvent;
import java.sql.Connection;
import java.sql.SQLException;

/** A read model's life: it sees a batch of events in order, then writes what they change, with one statement a table. */
public interface Projection {
    /** Takes note of an event. */
    void see(LoggedEvent logged);

    /** Writes what was seen. Called once. */
    void write(Connection connection) throws SQLException;
}
