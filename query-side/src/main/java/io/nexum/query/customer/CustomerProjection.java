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
import io.nexum.kernel.customer.CustomerEvent.CustomerErased;
import io.nexum.kernel.customer.CustomerEvent.CustomerLoanApplied;
import io.nexum.kernel.customer.CustomerEvent.CustomerRetained;
import io.nexum.kernel.customer.CustomerEvent.CustomerUpdated;
import io.nexum.kernel.customer.CustomerEvent.KycStatusChanged;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.CustomerStatus;
import io.nexum.kernel.customer.Kyc;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.privacy.PersonalData;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.UnnestRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table {@code customer}: each customer as its last event left it. */
public final class CustomerProjection implements Projection {
    static final String CONTACT = "contact";
    static final String DATE_OF_BIRTH = "date_of_birth";
    static final String DOCUMENTS = "kyc_documents";
    static final String METADATA = "metadata";

    private static final String INSERT = """
            INSERT INTO customer (tenant, id, created_position, email_hash, phone_hash, contact,
                date_of_birth, kyc, kyc_documents, status, metadata,
                retained_until, created_at, updated_at)
            SELECT * FROM :rows
            """;

    private static final String UPDATE = """
            UPDATE customer c
            SET email_hash = coalesce(r.email_hash, c.email_hash),
                phone_hash = coalesce(r.phone_hash, c.phone_hash),
                contact = coalesce(r.contact, c.contact),
                kyc = coalesce(r.kyc, c.kyc),
                kyc_documents = coalesce(r.kyc_documents, c.kyc_documents),
                status = coalesce(r.status, c.status),
                metadata = coalesce(r.metadata, c.metadata),
                retained_until = coalesce(r.retained_until, c.retained_until),
                updated_at = r.updated_at
            FROM :rows AS r (tenant, id, email_hash, phone_hash, contact, kyc, kyc_documents, status, metadata,
                retained_until, updated_at)
            WHERE c.tenant = r.tenant AND c.id = r.id
            """;

    private static final String ERASE = """
            UPDATE customer c
            SET email_hash = NULL, phone_hash = NULL, contact = '%1$s', date_of_birth = NULL, kyc_documents = NULL,
                metadata = '%1$s'
            FROM :rows AS r (tenant, id)
            WHERE c.tenant = r.tenant AND c.id = r.id
            """.formatted(PersonalData.ERASED);

    private final TenantId tenant;
    private final SealedCustomers customers;
    private final Map<CustomerId, Change> changes = new HashMap<>();

    public CustomerProjection(TenantId tenant, PersonalData personal) {
        this.tenant = tenant;
        this.customers = new SealedCustomers(personal, tenant);
    }

    @Override
    public void see(LoggedEvent logged) {
        if (!(logged.event() instanceof CustomerEvent event)) {
            return;
        }
        Change change = changes.computeIfAbsent(event.customer(), id -> new Change(id, customers));
        change.updatedAt = logged.recordedAt();
        switch (event) {
            case CustomerCreated created -> change.create(created, logged);
            case CustomerUpdated updated -> change.describe(updated.contact(), updated.metadata());
            case KycStatusChanged changed -> change.know(changed.kyc());
            case CustomerClosed closed -> change.status = CustomerStatus.CLOSED;
            case CustomerRetained retained -> change.retainedUntil = retained.until();
            case CustomerErased erased -> change.status = CustomerStatus.ERASED;
            case BeneficiaryAdded added -> {}
            case BeneficiaryRemoved removed -> {}
            case CustomerAccountOpened opened -> {}
            case CustomerAccountClosed closed -> {}
            case CustomerLoanApplied applied -> {}
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        UnnestRows created = new UnnestRows(
                "text",
                "uuid",
                "bigint",
                "text",
                "text",
                "text",
                "text",
                "text",
                "text",
                "text",
                "text",
                "date",
                "timestamptz",
                "timestamptz");
        UnnestRows changed = new UnnestRows(
                "text", "uuid", "text", "text", "text", "text", "text", "text", "text", "date", "timestamptz");
        changes.forEach((id, change) -> {
            if (!change.created) {
                changed.add(
                        tenant,
                        id,
                        change.emailHash,
                        change.phoneHash,
                        change.contact,
                        change.kyc,
                        change.kycDocuments,
                        change.status,
                        change.metadata,
                        change.retainedUntil,
                        change.updatedAt);
            } else {
                created.add(
                        tenant,
                        id,
                        change.createdPosition,
                        change.emailHash,
                        change.phoneHash,
                        change.contact,
                        change.dateOfBirth,
                        change.kyc,
                        change.kycDocuments,
                        change.status,
                        change.metadata,
                        change.retainedUntil,
                        change.createdAt,
                        change.updatedAt);
            }
        });
        created.write(connection, INSERT);
        changed.write(connection, UPDATE);
        UnnestRows erased = new UnnestRows("text", "uuid");
        changes.forEach((id, change) -> {
            if (change.status == CustomerStatus.ERASED) {
                erased.add(tenant, id);
            }
        });
        erased.write(connection, ERASE);
    }

    /** What a batch changes of one customer; what it leaves alone is null. */
    private static final class Change {
        private final CustomerId id;
        private final SealedCustomers customers;
        private boolean created;
        private long createdPosition;
        private @Nullable Instant createdAt;
        private @Nullable Instant updatedAt;
        private @Nullable String emailHash;
        private @Nullable String phoneHash;
        private @Nullable String dateOfBirth;
        private @Nullable String kycDocuments;
        private @Nullable String contact;
        private @Nullable String kyc;
        private @Nullable CustomerStatus status;
        private @Nullable String metadata;
        private @Nullable LocalDate retainedUntil;

        private Change(CustomerId id, SealedCustomers customers) {
            this.id = id;
            this.customers = customers;
        }

        private void create(CustomerCreated event, LoggedEvent logged) {
            created = true;
            createdPosition = logged.position();
            createdAt = logged.recordedAt();
            event.dateOfBirth().ifPresent(date -> dateOfBirth = customers.seal(id, DATE_OF_BIRTH, date));
            know(event.kyc());
            status = CustomerStatus.ACTIVE;
            describe(event.contact(), event.metadata());
        }

        private void describe(ContactData newContact, Map<String, Object> newMetadata) {
            emailHash = customers.emailHash(newContact.email());
            newContact.phone().ifPresent(phone -> phoneHash = customers.phoneHash(phone));
            contact = customers.seal(id, CONTACT, newContact);
            metadata = customers.seal(id, METADATA, newMetadata);
        }

        /** The documents are personal, the rest isn't. */
        private void know(Kyc known) {
            kyc = Json.text(known.withDocuments(List.of()));
            kycDocuments =
                    known.documents().isEmpty() ? kycDocuments : customers.seal(id, DOCUMENTS, known.documents());
        }
    }
}
