package io.nexum.query.customer;

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

    private static final String UPSERT = """
            INSERT INTO beneficiary (tenant, customer_id, id, position, beneficiary)
            SELECT * FROM :rows
            ON CONFLICT (tenant, customer_id, id)
            DO UPDATE SET position = EXCLUDED.position, beneficiary = EXCLUDED.beneficiary
            """;

    private static final String DELETE = """
            DELETE FROM beneficiary b
            USING :rows AS r (tenant, customer_id, id)
            WHERE b.tenant = r.tenant AND b.customer_id = r.customer_id AND b.id = r.id
            """;

    private static final String DELETE_ALL = """
            DELETE FROM beneficiary b
            USING :rows AS r (tenant, customer_id)
            WHERE b.tenant = r.tenant AND b.customer_id = r.customer_id
            """;

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
        UnnestRows added = new UnnestRows("text", "uuid", "uuid", "bigint", "text");
        UnnestRows removed = new UnnestRows("text", "uuid", "uuid");
        changes.forEach((key, kept) -> kept.ifPresentOrElse(
                now -> added.add(
                        tenant,
                        key.customer(),
                        key.id(),
                        now.position(),
                        customers.seal(key.customer(), BENEFICIARY, now.beneficiary())),
                () -> removed.add(tenant, key.customer(), key.id())));
        added.write(connection, UPSERT);
        removed.write(connection, DELETE);
        UnnestRows all = new UnnestRows("text", "uuid");
        erased.forEach(customer -> all.add(tenant, customer));
        all.write(connection, DELETE_ALL);
    }
}
