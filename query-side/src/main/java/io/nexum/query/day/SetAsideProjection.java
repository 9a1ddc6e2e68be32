package io.nexum.query.day;

import static io.nexum.query.readmodel.ColumnType.DATE;
import static io.nexum.query.readmodel.ColumnType.TEXT;
import static io.nexum.query.readmodel.ColumnType.TIMESTAMPTZ;

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
        UnnestRows there = new UnnestRows("set_aside", tenant);
        UnnestRows back = new UnnestRows("set_aside", tenant);
        changes.forEach((key, change) -> {
            UnnestRows row = (change.isPresent() ? there : back)
                    .row()
                    .key("step", TEXT, key.step())
                    .key("entity", TEXT, key.entity());
            change.ifPresent(aside -> row.set("date", DATE, aside.date())
                    .set("reason", TEXT, aside.reason())
                    .set("set_aside_at", TIMESTAMPTZ, aside.at()));
        });
        there.upsert(connection);
        back.delete(connection);
    }
}
