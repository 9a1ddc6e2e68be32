package io.nexum.query.customer;

import static io.nexum.query.readmodel.ColumnType.BIGINT;
import static io.nexum.query.readmodel.ColumnType.TEXT;
import static io.nexum.query.readmodel.ColumnType.UUID;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.customer.Beneficiary;
import io.nexum.kernel.customer.BeneficiaryId;
import io.nexum.kernel.customer.CustomerEvent.BeneficiaryAdded;
import io.nexum.kernel.customer.CustomerEvent.BeneficiaryRemoved;
import io.nexum.kernel.customer.CustomerEvent.CustomerErased;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.privacy.PersonalData;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.UnnestRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table {@code beneficiary}: the payees that each customer keeps now. */
public final class BeneficiaryProjection implements Projection {
    static final String BENEFICIARY = "beneficiary";

    private record Key(CustomerId customer, BeneficiaryId id) {}

    private record Kept(long position, Beneficiary beneficiary) {}

    private final TenantId tenant;
    private final SealedCustomers customers;

    /** The last word of the batch on each payee: what is kept, or nothing. */
    private final Map<Key, Optional<Kept>> changes = new LinkedHashMap<>();

    private final Set<CustomerId> erased = new LinkedHashSet<>();

    public BeneficiaryProjection(TenantId tenant, PersonalData personal) {
        this.tenant = tenant;
        this.customers = new SealedCustomers(personal, tenant);
    }

    @Override
    public void see(LoggedEvent logged) {
        if (logged.event() instanceof BeneficiaryAdded added) {
            changes.put(
                    new Key(added.customer(), added.beneficiary().id()),
                    Optional.of(new Kept(logged.position(), added.beneficiary())));
        } else if (logged.event() instanceof BeneficiaryRemoved removed) {
            changes.put(new Key(removed.customer(), removed.beneficiary()), Optional.empty());
        } else if (logged.event() instanceof CustomerErased event) {
            changes.keySet().removeIf(key -> key.customer().equals(event.customer()));
            erased.add(event.customer());
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        UnnestRows kept = new UnnestRows("beneficiary", tenant);
        UnnestRows removed = new UnnestRows("beneficiary", tenant);
        changes.forEach((key, change) -> {
            UnnestRows row = (change.isPresent() ? kept : removed)
                    .row()
                    .key("customer_id", UUID, key.customer())
                    .key("id", UUID, key.id());
            change.ifPresent(now -> row.set("position", BIGINT, now.position())
                    .set(BENEFICIARY, TEXT, customers.seal(key.customer(), BENEFICIARY, now.beneficiary())));
        });
        kept.upsert(connection);
        removed.delete(connection);
        UnnestRows all = new UnnestRows("beneficiary", tenant);
        erased.forEach(customer -> all.row().key("customer_id", UUID, customer));
        all.delete(connection);
    }
}
