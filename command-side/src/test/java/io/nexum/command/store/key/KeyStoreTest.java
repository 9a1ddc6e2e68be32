package io.nexum.command.store.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.command.TestBank;
import io.nexum.command.TestDatabase;
import io.nexum.command.TestKeys;
import io.nexum.command.WrittenLog;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.customer.CustomerCommand.CloseCustomer;
import io.nexum.kernel.customer.CustomerCommand.EraseCustomer;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.privacy.DataKey;
import io.nexum.kernel.privacy.Envelope;
import io.nexum.kernel.privacy.LocalMasterKey;
import io.nexum.kernel.privacy.MasterKey;
import io.nexum.kernel.privacy.WrongKeyException;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeyStoreTest {
    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final StreamId ADA = new StreamId("customer-ada");

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.owner());

    @Test
    void another_process_opens_what_one_has_sealed() {
        String text = TestKeys.of(database.store()).seal(TENANT, ADA, "name", "Ada");

        assertThat(TestKeys.of(database.store()).open(TENANT, ADA, "name", text))
                .contains("Ada");
    }

    @Test
    void however_many_ask_first_a_subject_has_one_key() throws Exception {
        List<KeyStore> processes = IntStream.range(0, 8)
                .mapToObj(i -> TestKeys.of(database.store()))
                .toList();
        Set<String> envelopes = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> text : threads.invokeAll(processes.stream()
                    .map(keys -> (Callable<String>) () -> keys.seal(TENANT, ADA, "name", "Ada"))
                    .toList())) {
                envelopes.add(text.get());
            }
        }

        assertThat(envelopes).hasSize(1);
    }

    @Test
    void a_destroyed_key_is_never_made_again() {
        String text = TestKeys.of(database.store()).seal(TENANT, ADA, "name", "Ada");
        owner.sql("UPDATE data_key SET wrapped = NULL, destroyed_at = now()").update();
        KeyStore keys = TestKeys.of(database.store());

        assertThat(keys.keyOf(TENANT, ADA)).isEmpty();
        assertThat(keys.open(TENANT, ADA, "name", text)).isEmpty();
        assertThat(keys.seal(TENANT, ADA, "name", "Ada")).isEqualTo("[erased]");
    }

    @Test
    void many_keys_are_fetched_at_once() {
        KeyStore first = TestKeys.of(database.store());
        List<StreamId> subjects =
                IntStream.range(0, 20).mapToObj(i -> StreamId.of("customer", i)).toList();
        List<String> texts = subjects.stream()
                .map(subject -> first.seal(TENANT, subject, "name", "Ada"))
                .toList();
        KeyStore keys = TestKeys.of(database.store());

        keys.fetch(TENANT, subjects);
        owner.sql("TRUNCATE data_key").update();

        for (int i = 0; i < subjects.size(); i++) {
            DataKey key = keys.keyOf(TENANT, subjects.get(i)).orElseThrow();
            assertThat(key.open("name", Envelope.of(texts.get(i)))).isEqualTo("Ada");
        }
    }

    @Test
    void another_master_key_is_told_at_once() {
        TestKeys.of(database.store()).requireMasterKey().seal(TENANT, ADA, "name", "Ada");
        SecureRandom random = new SecureRandom();
        byte[] another = new byte[32];
        another[0] = 1;
        MasterKey master = new LocalMasterKey(another, Optional.empty(), random);

        assertThatThrownBy(() -> new KeyStore(database.store(), master, random).requireMasterKey())
                .isInstanceOf(WrongKeyException.class)
                .hasMessageContaining(master.id());
    }

    @Test
    void erasing_a_customer_destroys_the_key_with_the_event_that_tells_it() {
        CustomerId ada;
        try (TestBank bank = TestBank.on(database.store())) {
            ada = bank.customer();
            bank.send(new CloseCustomer(ada, "moved away"));
            bank.send(new EraseCustomer(ada));
        }

        assertThat(owner.sql("SELECT wrapped IS NULL AND destroyed_at IS NOT NULL FROM data_key")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        WrittenLog log = WrittenLog.of(database).mustBeSound();
        assertThat(log.count("customer.erased.v1")).isEqualTo(1);
        assertThat(log.events().toString()).contains("[erased]").doesNotContain("Lovelace");
    }

    @Test
    void the_log_holds_no_name_of_a_customer_and_the_bank_still_knows_it() {
        try (TestBank bank = TestBank.on(database.store())) {
            bank.customer();
        }

        List<String> payloads = owner.sql("SELECT payload FROM event WHERE stream LIKE 'customer-%'")
                .query(String.class)
                .list();
        assertThat(payloads)
                .hasSize(1)
                .allSatisfy(payload -> assertThat(payload)
                        .doesNotContain("Ada")
                        .doesNotContain("Lovelace")
                        .doesNotContain("example.org"));
        try (TestBank again = TestBank.on(database.store())) {
            again.account(again.customer(), "USD");
        }
    }
}
