package io.nexum.query.customer;

import static io.nexum.query.readmodel.ColumnType.BIGINT;
import static io.nexum.query.readmodel.ColumnType.DATE;
import static io.nexum.query.readmodel.ColumnType.TEXT;
import static io.nexum.query.readmodel.ColumnType.TIMESTAMPTZ;
import static io.nexum.query.readmodel.ColumnType.UUID;

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
import io.nexum.query.readmodel.EntityRows;
import io.nexum.query.readmodel.EntityRows.Column;
import io.nexum.query.readmodel.EntityRows.Row;
import io.nexum.query.readmodel.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table {@code customer}: each customer as its last event left it. */
public final class CustomerProjection implements Projection {
    private static final Column ID = new Column("id", UUID);
    private static final Column CREATED_POSITION = new Column("created_position", BIGINT);
    private static final Column EMAIL_HASH = new Column("email_hash", TEXT);
    private static final Column PHONE_HASH = new Column("phone_hash", TEXT);
    static final Column CONTACT = new Column("contact", TEXT);
    static final Column DATE_OF_BIRTH = new Column("date_of_birth", TEXT);
    private static final Column KYC = new Column("kyc", TEXT);
    static final Column DOCUMENTS = new Column("kyc_documents", TEXT);
    private static final Column STATUS = new Column("status", TEXT);
    static final Column METADATA = new Column("metadata", TEXT);
    private static final Column RETAINED_UNTIL = new Column("retained_until", DATE);
    private static final Column CREATED_AT = new Column("created_at", TIMESTAMPTZ);
    private static final Column UPDATED_AT = new Column("updated_at", TIMESTAMPTZ);

    private final SealedCustomers sealed;
    private final EntityRows<CustomerId> customers;

    public CustomerProjection(TenantId tenant, PersonalData personal) {
        this.sealed = new SealedCustomers(personal, tenant);
        this.customers = new EntityRows<>("customer", tenant, ID);
    }

    @Override
    public void see(LoggedEvent logged) {
        if (!(logged.event() instanceof CustomerEvent event)) {
            return;
        }
        CustomerId id = event.customer();
        Row row = customers.of(id).set(UPDATED_AT, logged.recordedAt());
        switch (event) {
            case CustomerCreated created -> {
                row.begin()
                        .set(CREATED_POSITION, logged.position())
                        .set(DATE_OF_BIRTH, created.dateOfBirth().map(date -> seal(id, DATE_OF_BIRTH, date)))
                        .set(STATUS, CustomerStatus.ACTIVE)
                        .set(CREATED_AT, logged.recordedAt());
                know(row, id, created.kyc());
                describe(row, id, created.contact(), created.metadata());
            }
            case CustomerUpdated updated -> describe(row, id, updated.contact(), updated.metadata());
            case KycStatusChanged changed -> know(row, id, changed.kyc());
            case CustomerClosed _ -> row.set(STATUS, CustomerStatus.CLOSED);
            case CustomerRetained retained -> row.set(RETAINED_UNTIL, retained.until());
            case CustomerErased _ -> erase(row);
            case BeneficiaryAdded _, BeneficiaryRemoved _ -> {}
            case CustomerAccountOpened _, CustomerAccountClosed _, CustomerLoanApplied _ -> {}
        }
    }

    private void describe(Row row, CustomerId id, ContactData contact, Map<String, Object> metadata) {
        row.set(EMAIL_HASH, sealed.emailHash(contact.email()))
                .set(PHONE_HASH, contact.phone().map(sealed::phoneHash))
                .set(CONTACT, seal(id, CONTACT, contact))
                .set(METADATA, seal(id, METADATA, metadata));
    }

    /** The documents are personal, the rest isn't. */
    private void know(Row row, CustomerId id, Kyc kyc) {
        row.set(KYC, Json.text(kyc.withDocuments(List.of())));
        row.set(
                DOCUMENTS,
                Optional.of(kyc.documents()).filter(some -> !some.isEmpty()).map(some -> seal(id, DOCUMENTS, some)));
    }

    private static void erase(Row row) {
        row.set(STATUS, CustomerStatus.ERASED)
                .set(EMAIL_HASH, null)
                .set(PHONE_HASH, null)
                .set(CONTACT, PersonalData.ERASED)
                .set(DATE_OF_BIRTH, null)
                .set(DOCUMENTS, null)
                .set(METADATA, PersonalData.ERASED);
    }

    private String seal(CustomerId id, Column column, Object value) {
        return sealed.seal(id, column.name(), value);
    }

    @Override
    public void write(Connection connection) throws SQLException {
        customers.write(connection);
    }
}
