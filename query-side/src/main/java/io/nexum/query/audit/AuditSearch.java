package io.nexum.query.audit;

import io.nexum.kernel.Page;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.audit.AuditQuery.AuditEvent;
import io.nexum.kernel.audit.AuditQuery.Filter;
import io.nexum.kernel.audit.AuditQuery.FindAuditEvents;
import io.nexum.kernel.log.EventMetadata;
import io.nexum.kernel.log.PersonalEvents;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.privacy.PersonalData;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.Conditions;
import io.nexum.query.readmodel.ReadDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Finds events in the log. */
final class AuditSearch {
    /** Up to where a list's total is counted: the log is the largest table of all. */
    static final int MOST_COUNTED = 10_000;

    /** Where an id is looked for whose entity's type isn't told. */
    private static final List<String> ENTITY_TYPES = List.of(
            "account",
            "customer",
            "chart",
            "journal_entry",
            "loan",
            "product",
            "rate",
            "tenant",
            "tenant_access",
            "role",
            "user",
            "login",
            "access",
            "bank_day");

    private static final Pattern VERSION = Pattern.compile("\\.v\\d+$");

    private static final String EVENTS = "FROM event WHERE tenant = :tenant {conditions}";

    private final ReadDatabase database;
    private final PersonalData personal;
    private final PersonalEvents codec;

    AuditSearch(ReadDatabase database, PersonalData personal) {
        this.database = database;
        this.personal = personal;
        this.codec = new PersonalEvents(personal);
    }

    /** The newest first. */
    Page<AuditEvent> find(FindAuditEvents query, TenantId tenant) {
        Page<AuditEvent> page = conditions(query.filter(), tenant)
                .page(
                        database.of(tenant),
                        "SELECT * " + EVENTS + " ORDER BY position DESC",
                        "SELECT count(*) FROM (SELECT 1 " + EVENTS + " LIMIT " + MOST_COUNTED + ") counted",
                        query.page(),
                        (row, number) -> event(row));
        personal.fetch(
                tenant,
                page.items().stream()
                        .filter(event -> PersonalEvents.isPersonal(event.type()))
                        .map(AuditSearch::stream)
                        .toList());
        return page.map(event -> opened(event, tenant));
    }

    private AuditEvent opened(AuditEvent event, TenantId tenant) {
        return PersonalEvents.isPersonal(event.type())
                ? event.withData(codec.open(tenant, stream(event), event.type(), event.data()))
                : event;
    }

    private static StreamId stream(AuditEvent event) {
        return StreamId.of(event.entityType(), event.entityId());
    }

    private static Conditions conditions(Filter filter, TenantId tenant) {
        Conditions conditions = Conditions.of(tenant)
                .and(filter.user(), "caused_by = :user", "user")
                .and(filter.correlationId(), "correlation_id = :correlation", "correlation")
                .and(filter.since().map(Columns::parameter), "recorded_at >= :since", "since")
                .and(filter.until().map(Columns::parameter), "recorded_at < :until", "until");
        filter.entityId().ifPresent(id -> {
            List<String> types = filter.entityType().map(List::of).orElse(ENTITY_TYPES);
            conditions
                    .and("stream IN (:streams)")
                    .with("streams", types.stream().map(type -> type + "-" + id).toList());
        });
        if (filter.entityId().isEmpty()) {
            conditions.and(filter.entityType(), "split_part(stream, '-', 1) = :entity_type", "entity_type");
        }
        filter.type().ifPresent(type -> {
            boolean versioned = VERSION.matcher(type).find();
            conditions
                    .and(versioned ? "type = :type" : "regexp_replace(type, '\\.v[0-9]+$', '') = :type")
                    .with("type", type);
        });
        return conditions;
    }

    private static AuditEvent event(ResultSet row) throws SQLException {
        Columns columns = Columns.of(row);
        StreamId stream = new StreamId(columns.text("stream"));
        EventMetadata metadata = columns.json("metadata", EventMetadata.class);
        return new AuditEvent(
                columns.number("position"),
                metadata.eventId(),
                stream.entityType(),
                stream.entityId(),
                columns.number("sequence"),
                columns.text("type"),
                columns.instant("recorded_at"),
                metadata.user(),
                metadata.correlationId(),
                metadata.command(),
                columns.object("payload"),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
