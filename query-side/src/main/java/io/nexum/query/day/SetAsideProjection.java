package io.nexum.query.day;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.day.DayEvent.EntitiesReadmitted;
import io.nexum.kernel.day.DayEvent.EntitiesSetAside;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.UnnestRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The table {@code set_aside}: what steps of the day's close could not decide, and why. */
public final class SetAsideProjection implements Projection {
    private static final String UPSERT = """
            INSERT INTO set_aside (tenant, step, entity, date, reason, set_aside_at)
            SELECT * FROM :rows
            ON CONFLICT (tenant, step, entity) DO UPDATE
            SET date = EXCLUDED.date, reason = EXCLUDED.reason, set_aside_at = EXCLUDED.set_aside_at
            """;

    private static final String DELETE = """
            DELETE FROM set_aside s
            USING :rows AS back (tenant, step, entity)
            WHERE s.tenant = back.tenant AND s.step = back.step AND s.entity = back.entity
            """;

    private record Key(String step, String entity) {}

    private record Aside(LocalDate date, String reason, Instant at) {}

    private final TenantId tenant;

    /** The last word of the batch on each entity: why it is set aside, or that it no longer is. */
    private final Map<Key, Optional<Aside>> changes = new LinkedHashMap<>();

    public SetAsideProjection(TenantId tenant) {
        this.tenant = tenant;
    }

    @Override
    public void see(LoggedEvent logged) {
        if (logged.event() instanceof EntitiesSetAside aside) {
            aside.entities()
                    .forEach(entity -> changes.put(
                            new Key(aside.step(), entity.entity()),
                            Optional.of(new Aside(aside.date(), entity.reason(), logged.recordedAt()))));
        } else if (logged.event() instanceof EntitiesReadmitted readmitted) {
            readmitted.entities().forEach(entity -> changes.put(new Key(readmitted.step(), entity), Optional.empty()));
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        UnnestRows there = new UnnestRows("text", "text", "text", "date", "text", "timestamptz");
        UnnestRows back = new UnnestRows("text", "text", "text");
        changes.forEach((key, change) -> change.ifPresentOrElse(
                aside -> there.add(tenant, key.step(), key.entity(), aside.date(), aside.reason(), aside.at()),
                () -> back.add(tenant, key.step(), key.entity())));
        there.write(connection, UPSERT);
        back.write(connection, DELETE);
    }
}
