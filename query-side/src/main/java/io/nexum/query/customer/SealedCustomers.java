package io.nexum.query.customer;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.privacy.PersonalData;
import io.nexum.query.readmodel.SealedColumns;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the read models hold of customers' personal data: sealed values, and hashes to look them up by. */
final class SealedCustomers {
    private final PersonalData personal;
    private final TenantId tenant;
    private final SealedColumns columns;

    SealedCustomers(PersonalData personal, TenantId tenant) {
        this.personal = personal;
        this.tenant = tenant;
        this.columns = new SealedColumns(personal, tenant);
    }

    /** {@link PersonalData#ERASED} if the customer's data are erased. */
    String seal(CustomerId customer, String column, Object value) {
        return columns.seal(stream(customer), column, value);
    }

    /** Empty if there is nothing or it was erased. */
    <T> Optional<T> open(CustomerId customer, String column, @Nullable String text, Class<T> type) {
        return Optional.ofNullable(text).flatMap(envelope -> columns.open(stream(customer), column, envelope, type));
    }

    /** Fetches the keys of many customers at once. */
    void fetch(Collection<CustomerId> customers) {
        columns.fetch(customers.stream().map(SealedCustomers::stream).toList());
    }

    String emailHash(String email) {
        return personal.lookup(tenant).hash("email", email.toLowerCase(Locale.ROOT));
    }

    /** The same however the number is written: its digits count. */
    String phoneHash(String phone) {
        return personal.lookup(tenant).hash("phone", phone.replaceAll("[^0-9]", ""));
    }

    private static StreamId stream(CustomerId customer) {
        return StreamId.of("customer", customer);
    }
}
