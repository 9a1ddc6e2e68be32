package io.nexum.query.customer;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.customer.ContactData;
import io.nexum.kernel.customer.CustomerEvent;
import io.nexum.kernel.customer.CustomerEvent.BeneficiaryAdded;
import io.nexum.kernel.customer.CustomerEvent.BeneficiaryRemoved;
import io.nexum.kernel.customer.CustomerEvent.CustomerAccountClosed;
import io.nexum.kernel.customer.CustomerEvent.CustomerAccountOpened;
import io.nexum.kernel.customer.CustomerEvent.CustomerClosed;
import io.nexum.kernel.customer.CustomerEvent.CustomerCreated;
import io.nexum.kernel.customer.CustomerEvent.CustomerUpdated;
import io.nexum.kernel.customer.CustomerEvent.KycStatusChanged;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.CustomerStatus;
import io.nexum.kernel.json.Json;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.UnnestRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table {@code customer}: each customer as its last event left it. */
public final class CustomerProjection implements Projection {
    private static final String INSERT = """
            INSERT INTO customer (tenant, id, created_position, email, contact, date_of_birth, kyc, status, metadata,
                created_at, updated_at)
            SELECT * FROM :rows
            """;

    private static final String UPDATE = """
            UPDATE customer c
            SET email = coalesce(r.email, c.email),
                contact = coalesce(r.contact, c.contact),
                kyc = coalesce(r.kyc, c.kyc),
                status = coalesce(r.status, c.status),
                metadata = coalesce(r.metadata, c.metadata),
                updated_at = r.updated_at
            FROM :rows AS r (tenant, id, email, contact, kyc, status, metadata, updated_at)
            WHERE c.tenant = r.tenant AND c.id = r.id
            """;

    private final TenantId tenant;
    private final Map<CustomerId, Change> changes = new HashMap<>();

    public CustomerProjection(TenantId tenant) {
        this.tenant = tenant;
    }

    @Override
    public void see(LoggedEvent logged) {
        if (!(logged.event() instanceof CustomerEvent event)) {
            return;
        }
        Change change = changes.computeIfAbsent(event.customer(), id -> new Change());
        change.updatedAt = logged.recordedAt();
        switch (event) {
            case CustomerCreated created -> change.create(created, logged);
            case CustomerUpdated updated -> change.describe(updated.contact(), updated.metadata());
            case KycStatusChanged changed -> change.kyc = Json.text(changed.kyc());
            case CustomerClosed closed -> change.status = CustomerStatus.CLOSED;
            case BeneficiaryAdded added -> {}
            case BeneficiaryRemoved removed -> {}
            case CustomerAccountOpened opened -> {}
            case CustomerAccountClosed closed -> {}
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        UnnestRows created = new UnnestRows(
                "text", "uuid", "bigint", "text", "text", "date", "text", "text", "text", "timestamptz", "timestamptz");
        UnnestRows changed = new UnnestRows("text", "uuid", "text", "text", "text", "text", "text", "timestamptz");
        changes.forEach((id, change) -> {
            CustomerCreated event = change.created;
            if (event == null) {
                changed.add(
                        tenant,
                        id,
                        change.email,
                        change.contact,
                        change.kyc,
                        change.status,
                        change.metadata,
                        change.updatedAt);
            } else {
                created.add(
                        tenant,
                        id,
                        change.createdPosition,
                        change.email,
                        change.contact,
                        event.dateOfBirth(),
                        change.kyc,
                        change.status,
                        change.metadata,
                        change.createdAt,
                        change.updatedAt);
            }
        });
        created.write(connection, INSERT);
        changed.write(connection, UPDATE);
    }

    /** What a batch changes of one customer; what it leaves alone is null. */
    private static final class Change {
        private @Nullable CustomerCreated created;
        private long createdPosition;
        private @Nullable Instant createdAt;
        private @Nullable Instant updatedAt;
        private @Nullable String email;
        private @Nullable String contact;
        private @Nullable String kyc;
        private @Nullable CustomerStatus status;
        private @Nullable String metadata;

        private void create(CustomerCreated event, LoggedEvent logged) {
            created = event;
            createdPosition = logged.position();
            createdAt = logged.recordedAt();
            kyc = Json.text(event.kyc());
            status = CustomerStatus.ACTIVE;
            describe(event.contact(), event.metadata());
        }

        private void describe(ContactData newContact, Map<String, Object> newMetadata) {
            email = newContact.email();
            contact = Json.text(newContact);
            metadata = Json.text(newMetadata);
        }
    }
}
