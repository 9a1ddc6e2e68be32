package io.nexum.command.store.day;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.day.DayRun;
import io.nexum.kernel.day.DayRun.Place;
import io.nexum.kernel.day.StepCounts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The table {@code day_run}: what is asked for, and how far it is. */
final class DayRuns {
    private DayRuns() {}

    /** Asks for a run. One that is under way goes on further instead, if need be. */
    static void ask(Connection connection, TenantId tenant, LocalDate from, LocalDate through, String by, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO day_run AS run (tenant, id, first_date, through, asked_by, started_at, date)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (tenant) DO UPDATE SET
                    through = CASE WHEN run.ended_at IS NULL
                        THEN greatest(run.through, excluded.through) ELSE excluded.through END,
                    id = CASE WHEN run.ended_at IS NULL THEN run.id ELSE excluded.id END,
                    first_date = CASE WHEN run.ended_at IS NULL THEN run.first_date ELSE excluded.first_date END,
                    asked_by = CASE WHEN run.ended_at IS NULL THEN run.asked_by ELSE excluded.asked_by END,
                    started_at = CASE WHEN run.ended_at IS NULL THEN run.started_at ELSE excluded.started_at END,
                    ended_at = NULL,
                    failure = NULL
                """)) {
            statement.setString(1, tenant.value());
            statement.setObject(2, UUID.randomUUID());
            statement.setObject(3, from);
            statement.setObject(4, through);
            statement.setString(5, by);
            statement.setObject(6, time(now));
            statement.setObject(7, from);
            statement.executeUpdate();
        }
    }

    /** The run that is under way, else the last one. */
    static Optional<DayRun> find(Connection connection, TenantId tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM day_run WHERE tenant = ?")) {
            statement.setString(1, tenant.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(run(row)) : Optional.empty();
            }
        }
    }

    private static DayRun run(ResultSet row) throws SQLException {
        return new DayRun(
                row.getObject("id", UUID.class),
                row.getObject("first_date", LocalDate.class),
                row.getObject("through", LocalDate.class),
                row.getString("asked_by"),
                instant(row, "started_at"),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("failure")),
                new Place(
                        row.getObject("date", LocalDate.class),
                        row.getString("step"),
                        instant(row, "step_started_at"),
                        row.getInt("steps_done"),
                        row.getInt("steps"),
                        row.getString("after_entity"),
                        row.getLong("total"),
                        new StepCounts(row.getLong("looked"), row.getLong("changed"), row.getLong("set_aside"))));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Notes how far it is. It may be lost in a crash, for it only saves time; so nobody waits for the disk. */
    static void note(Connection connection, TenantId tenant, Place at) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement hurry = connection.prepareStatement("SET LOCAL synchronous_commit = off");
                PreparedStatement statement = connection.prepareStatement("""
                        UPDATE day_run SET date = ?, step = ?, step_started_at = ?, steps_done = ?, steps = ?,
                            after_entity = ?, total = ?, looked = ?, changed = ?, set_aside = ?, failure = NULL
                        WHERE tenant = ?
                        """)) {
            hurry.execute();
            statement.setObject(1, at.date());
            statement.setString(2, at.step());
            statement.setObject(3, time(at.stepStartedAt()));
            statement.setInt(4, at.stepsDone());
            statement.setInt(5, at.steps());
            statement.setString(6, at.afterEntity());
            statement.setLong(7, at.total());
            statement.setLong(8, at.counts().looked());
            statement.setLong(9, at.counts().changed());
            statement.setLong(10, at.counts().setAside());
            statement.setString(11, tenant.value());
            statement.executeUpdate();
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Ends the run, unless it was asked to go on further meanwhile. */
    static boolean end(Connection connection, DayRun run, Optional<String> failure, TenantId tenant, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE day_run SET ended_at = ?, failure = ?
                WHERE tenant = ? AND id = ? AND (through = ? OR ?::text IS NOT NULL)
                """)) {
            statement.setObject(1, time(now));
            statement.setString(2, failure.orElse(null));
            statement.setString(3, tenant.value());
            statement.setObject(4, run.id());
            statement.setObject(5, run.through());
            statement.setString(6, failure.orElse(null));
            return statement.executeUpdate() == 1;
        }
    }

    /** Notes what the run waits for. */
    static void waits(Connection connection, TenantId tenant, String reason) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE day_run SET failure = ? WHERE tenant = ? AND ended_at IS NULL")) {
            statement.setString(1, reason);
            statement.setString(2, tenant.value());
            statement.executeUpdate();
        }
    }
}
