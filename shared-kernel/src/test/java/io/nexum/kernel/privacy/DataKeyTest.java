package io.nexum.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataKeyTest {
    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final StreamId ADA = new StreamId("customer-ada");
    private static final StreamId BOB = new StreamId("customer-bob");

    private final SecureRandom random = new SecureRandom();
    private final byte[] oldMaster = key();
    private final MasterKey master = new LocalMasterKey(oldMaster, Optional.empty(), random);
    private final Envelope wrapped = TenantKey.make(TENANT, 1, master, random);
    private final TenantKey tenantKey = TenantKey.unwrap(TENANT, 1, wrapped, master);
    private final Envelope wrappedDataKey = tenantKey.makeDataKey(ADA, random);
    private final DataKey adas = tenantKey.unwrap(ADA, wrappedDataKey);

    @Test
    void what_was_sealed_opens_in_its_own_place_alone() {
        Envelope email = Envelope.of(adas.seal("contact.email", "ada@example.com"));

        assertThat(adas.open("contact.email", email)).isEqualTo("ada@example.com");
        assertThatExceptionOfType(WrongKeyException.class).isThrownBy(() -> adas.open("contact.phone", email));
    }

    @Test
    void a_value_moved_to_another_person_or_another_bank_does_not_open() {
        Envelope email = Envelope.of(adas.seal("contact.email", "ada@example.com"));
        DataKey bobs = tenantKey.unwrap(BOB, tenantKey.makeDataKey(BOB, random));

        assertThatExceptionOfType(WrongKeyException.class).isThrownBy(() -> bobs.open("contact.email", email));
        assertThatExceptionOfType(WrongKeyException.class).isThrownBy(() -> tenantKey.unwrap(BOB, wrappedDataKey));
        assertThatExceptionOfType(WrongKeyException.class)
                .isThrownBy(() -> TenantKey.unwrap(new TenantId("other"), 1, wrapped, master));
    }

    @Test
    void the_same_value_in_the_same_place_becomes_the_same_envelope_and_in_another_place_another() {
        assertThat(adas.seal("contact.email", "x")).isEqualTo(adas.seal("contact.email", "x"));
        assertThat(adas.seal("contact.email", "x")).isNotEqualTo(adas.seal("contact.phone", "x"));
        assertThat(adas.seal("contact.email", "x")).isNotEqualTo(adas.seal("contact.email", "y"));
    }

    @Test
    void a_changed_byte_is_noticed() {
        Envelope email = Envelope.of(adas.seal("contact.email", "ada@example.com"));
        byte[] bent = email.ciphertext().clone();
        bent[0] ^= 1;

        assertThatExceptionOfType(WrongKeyException.class)
                .isThrownBy(() -> adas.open("contact.email", new Envelope(email.key(), email.nonce(), bent)));
    }

    @Test
    void a_new_tenant_key_takes_over_the_data_keys_and_they_stay_the_same() {
        TenantKey second = TenantKey.unwrap(TENANT, 2, TenantKey.make(TENANT, 2, master, random), master);
        Envelope again = second.rewrap(ADA, wrappedDataKey, tenantKey, random);

        DataKey same = second.unwrap(ADA, again);

        assertThat(same.open("f", Envelope.of(adas.seal("f", "kept")))).isEqualTo("kept");
        assertThat(again.key()).isEqualTo("t2");
    }

    @Test
    void a_new_master_key_reads_what_the_one_before_wrapped_and_wraps_it_anew() {
        byte[] newMaster = key();
        MasterKey changing = new LocalMasterKey(newMaster, Optional.of(oldMaster), random);

        Envelope again = TenantKey.rewrap(TENANT, 1, wrapped, changing);
        MasterKey alone = new LocalMasterKey(newMaster, Optional.empty(), random);

        assertThat(again.key()).isEqualTo(alone.id()).isNotEqualTo(master.id());
        assertThat(TenantKey.unwrap(TENANT, 1, again, alone).unwrap(ADA, wrappedDataKey))
                .isNotNull();
        assertThatExceptionOfType(WrongKeyException.class)
                .isThrownBy(() -> TenantKey.unwrap(TENANT, 1, wrapped, alone))
                .withMessageContaining(master.id());
    }

    @Test
    void hashes_for_looking_up_differ_by_kind_and_by_bank() {
        LookupKey lookup = tenantKey.lookup();
        TenantId other = new TenantId("other");
        LookupKey others = TenantKey.unwrap(other, 1, TenantKey.make(other, 1, master, random), master)
                .lookup();

        assertThat(lookup.hash("email", "a")).isEqualTo(lookup.hash("email", "a"));
        assertThat(lookup.hash("email", "a")).isNotEqualTo(lookup.hash("phone", "a"));
        assertThat(lookup.hash("email", "a")).isNotEqualTo(others.hash("email", "a"));
    }

    @Test
    void a_text_that_merely_looks_like_an_envelope_is_none() {
        assertThat(Envelope.parse("enc1: my name")).isEmpty();
        assertThat(Envelope.parse("Ada")).isEmpty();
    }

    private byte[] key() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return key;
    }
}
