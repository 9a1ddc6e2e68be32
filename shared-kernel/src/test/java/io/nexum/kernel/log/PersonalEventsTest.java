package io.nexum.kernel.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.customer.CustomerEvent.CustomerCreated;
import io.nexum.kernel.json.PersonalFields;
import io.nexum.kernel.privacy.DataKey;
import io.nexum.kernel.privacy.LocalMasterKey;
import io.nexum.kernel.privacy.LookupKey;
import io.nexum.kernel.privacy.MasterKey;
import io.nexum.kernel.privacy.PersonalData;
import io.nexum.kernel.privacy.TenantKey;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PersonalEventsTest {
    private static final TenantId TENANT = TenantId.DEFAULT;
    private final OneKey keys = new OneKey();
    private final PersonalEvents codec = new PersonalEvents(keys);

    @Test
    void every_event_is_read_as_it_was_written() {
        EventExamples.byType().forEach((type, event) -> {
            byte[] stored = codec.encode(TENANT, event);
            assertThat(codec.decode(TENANT, event.stream(), type, stored)).isEqualTo(event);
        });
    }

    @Test
    void an_event_without_personal_fields_is_stored_as_it_always_was() {
        EventExamples.byType().forEach((type, event) -> {
            if (!PersonalEvents.isPersonal(type)) {
                assertThat(codec.encode(TENANT, event)).isEqualTo(EventCodec.encode(event));
            }
        });
    }

    @Test
    void these_events_hold_personal_data() {
        Set<String> personal = EventTypes.all().keySet().stream()
                .filter(PersonalEvents::isPersonal)
                .collect(Collectors.toSet());

        assertThat(personal)
                .contains(
                        "customer.created.v1",
                        "customer.updated.v1",
                        "customer.kyc_changed.v1",
                        "customer.beneficiary_added.v1",
                        "customer.closed.v1",
                        "customer.retained.v1")
                .doesNotContain("customer.account_opened.v1", "account.credited.v1", "ledger.account_opened.v1");
    }

    @Test
    void an_event_of_before_there_was_encryption_is_read_too() {
        DomainEvent created = created();
        assertThat(codec.decode(TENANT, created.stream(), "customer.created.v1", EventCodec.encode(created)))
                .isEqualTo(created);
    }

    @Test
    void nothing_personal_is_stored_in_clear() {
        CustomerCreated created = created();

        String stored = new String(codec.encode(TENANT, created), UTF_8);

        assertThat(stored)
                .doesNotContain(created.contact().firstName())
                .doesNotContain(created.contact().lastName())
                .doesNotContain(created.contact().email())
                .doesNotContain(created.contact().phone().orElseThrow())
                .doesNotContain(created.contact().address().orElseThrow().line1())
                .doesNotContain(created.dateOfBirth().orElseThrow().toString());
    }

    @Test
    void after_the_key_is_destroyed_the_event_is_still_read_but_tells_nothing_of_the_person() {
        CustomerCreated created = created();
        byte[] stored = codec.encode(TENANT, created);
        keys.destroyed = true;

        CustomerCreated read = (CustomerCreated) codec.decode(TENANT, created.stream(), "customer.created.v1", stored);

        assertThat(read.customer()).isEqualTo(created.customer());
        assertThat(read.contact().firstName()).isEqualTo(PersonalData.ERASED);
        assertThat(read.contact().phone()).contains(PersonalData.ERASED);
        assertThat(read.contact().address()).isEmpty();
        assertThat(read.dateOfBirth()).isEmpty();
        assertThat(read.metadata()).isEmpty();
        assertThat(read.kyc().status()).isEqualTo(created.kyc().status());
        assertThatIllegalStateException().isThrownBy(() -> codec.encode(TENANT, created));
    }

    @Test
    void what_is_not_marked_has_no_personal_fields() {
        assertThat(PersonalFields.of(String.class).none()).isTrue();
        assertThat(PersonalFields.of(TenantId.class).none()).isTrue();
    }

    private static CustomerCreated created() {
        return (CustomerCreated) Objects.requireNonNull(EventExamples.byType().get("customer.created.v1"));
    }

    private static final class OneKey implements PersonalData {
        private final SecureRandom random = new SecureRandom();
        private final MasterKey master = new LocalMasterKey(new byte[32], Optional.empty(), random);
        private final TenantKey tenant = TenantKey.unwrap(TENANT, 1, TenantKey.make(TENANT, 1, master, random), master);
        private final Map<StreamId, DataKey> made = new HashMap<>();
        private boolean destroyed;

        @Override
        public Optional<DataKey> keyOf(TenantId asked, StreamId subject) {
            return destroyed
                    ? Optional.empty()
                    : Optional.of(made.computeIfAbsent(subject, s -> tenant.unwrap(s, tenant.makeDataKey(s, random))));
        }

        @Override
        public void fetch(TenantId asked, Collection<StreamId> subjects) {}

        @Override
        public LookupKey lookup(TenantId asked) {
            return tenant.lookup();
        }

        @Override
        public void forget(TenantId asked, StreamId subject) {}
    }
}
