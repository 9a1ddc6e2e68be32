package io.nexum.query.customer;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.privacy.Envelope;
import io.nexum.kernel.privacy.PersonalData;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the read models hold of customers' personal data: sealed values, and hashes to look them up by. */
final class SealedCustomers {
    private final PersonalData personal;
    private final TenantId tenant;

    SealedCustomers(PersonalData personal, TenantId tenant) {
        this.personal = personal;
        this.tenant = tenant;
    }

    /** {@link PersonalData#ERASED} if the customer's data are erased. */
    String seal(CustomerId customer, String column, Object value) {
        return personal.seal(tenant, stream(customer), "customer." + column, Json.text(value));
    }

    /** Empty if there is nothing or it was erased. */
    <T> Optional<T> open(CustomerId customer, String column, @Nullable String text, Class<T> type) {
        return Optional.ofNullable(text)
                .filter(envelope -> Envelope.parse(envelope).isPresent())
                .flatMap(envelope -> personal.open(tenant, stream(customer), "customer." + column, envelope))
                .map(json -> Json.read(json, type));
    }

    /** Fetches the keys of many customers at once. */
    void fetch(Collection<CustomerId> customers) {
        personal.fetch(tenant, customers.stream().map(SealedCustomers::stream).toList());
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
