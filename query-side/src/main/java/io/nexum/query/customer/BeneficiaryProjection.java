package io.nexum.query.customer;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.customer.Beneficiary;
import io.nexum.kernel.customer.BeneficiaryId;
import io.nexum.kernel.customer.CustomerEvent.BeneficiaryAdded;
import io.nexum.kernel.customer.CustomerEvent.BeneficiaryRemoved;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.json.Json;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.UnnestRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The table {@code beneficiary}: the payees that each customer keeps now. */
public final class BeneficiaryProjection implements Projection {
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

    private record Key(CustomerId customer, BeneficiaryId id) {}

    private record Kept(long position, Beneficiary beneficiary) {}

    private final TenantId tenant;

    /** The last word of the batch on each payee: what is kept, or nothing. */
    private final Map<Key, Optional<Kept>> changes = new LinkedHashMap<>();

    public BeneficiaryProjection(TenantId tenant) {
        this.tenant = tenant;
    }

    @Override
    public void see(LoggedEvent logged) {
        if (logged.event() instanceof BeneficiaryAdded added) {
            changes.put(
                    new Key(added.customer(), added.beneficiary().id()),
                    Optional.of(new Kept(logged.position(), added.beneficiary())));
        } else if (logged.event() instanceof BeneficiaryRemoved removed) {
            changes.put(new Key(removed.customer(), removed.beneficiary()), Optional.empty());
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        UnnestRows added = new UnnestRows("text", "uuid", "uuid", "bigint", "text");
        UnnestRows removed = new UnnestRows("text", "uuid", "uuid");
        changes.forEach((key, kept) -> kept.ifPresentOrElse(
                now -> added.add(tenant, key.customer(), key.id(), now.position(), Json.text(now.beneficiary())),
                () -> removed.add(tenant, key.customer(), key.id())));
        added.write(connection, UPSERT);
        removed.write(connection, DELETE);
    }
}
