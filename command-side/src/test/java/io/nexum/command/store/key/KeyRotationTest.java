package io.nexum.command.store.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.nexum.command.TestDatabase;
import io.nexum.command.store.key.KeyRotation.Scope;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.privacy.LocalMasterKey;
import io.nexum.kernel.privacy.MasterKey;
import io.nexum.kernel.privacy.TenantKey;
import io.nexum.kernel.privacy.WrongKeyException;
import io.nexum.kernel.store.SharedStore;
import java.security.SecureRandom;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyRotationTest {
    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final int CUSTOMERS = 1_100;

    private final TestDatabase database = TestDatabase.fresh();
    private final HikariDataSource pool = pool(database.program());
    private final SharedStore store = database.store(pool);
    private final SecureRandom random = new SecureRandom();
    private final byte[] oldMaster = key();
    private final MasterKey master = new LocalMasterKey(oldMaster, Optional.empty(), random);
    private final KeyReport report = new KeyReport(store);

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Test
    void a_new_version_of_the_tenant_s_key_takes_over_every_data_key() {
        KeyStore keys = keys(master);
        List<String> texts = sealedFor(keys);

        try (KeyRotation rotation = new KeyRotation(store, keys, master, random)) {
            rotation.start(TENANT, Scope.TENANT, UUID.randomUUID(), "ada");
            awaitTheEnd();
        }

        assertThat(report.status(TENANT).tenantKey()).isEqualTo(2);
        assertThat(report.status(TENANT).onOlderTenantKey()).isZero();
        assertThat(opened(keys(master), texts)).hasSize(CUSTOMERS).containsOnly("Ada");
        assertThat(report.changes(TENANT, PageRequest.FIRST).items())
                .extracting(KeyReport.Change::change)
                .contains("tenant_key_rotation_started", "tenant_key_rotation_finished", "tenant_key_made");
    }

    @Test
    void a_change_that_a_crash_broke_off_goes_on_at_the_next_start() throws Exception {
        List<String> texts = sealedFor(keys(master));
        try (Connection connection = store.of(TENANT).getConnection()) {
            RotationRows.start(connection, TENANT, UUID.randomUUID(), Scope.TENANT, "t2", "ada");
            KeyRows.addTenantKey(connection, TENANT, 2, TenantKey.make(TENANT, 2, master, random));
        }
        assertThat(report.status(TENANT).onOlderTenantKey()).isEqualTo(CUSTOMERS);

        KeyStore keys = keys(master);
        try (KeyRotation rotation = new KeyRotation(store, keys, master, random).resume()) {
            assertThatThrownBy(() -> rotation.start(TENANT, Scope.TENANT, UUID.randomUUID(), "bob"))
                    .hasMessageContaining("key rotation");
            awaitTheEnd();
        }

        assertThat(report.status(TENANT).onOlderTenantKey()).isZero();
        assertThat(opened(keys, texts)).hasSize(CUSTOMERS).containsOnly("Ada");
    }

    @Test
    void a_process_that_knows_the_old_key_alone_makes_its_next_data_key_with_the_new_one() {
        KeyStore stale = keys(master);
        stale.seal(TENANT, new StreamId("customer-first"), "name", "Ada");
        try (KeyRotation rotation = new KeyRotation(store, keys(master), master, random)) {
            rotation.start(TENANT, Scope.TENANT, UUID.randomUUID(), "ada");
            awaitTheEnd();
        }

        stale.seal(TENANT, new StreamId("customer-second"), "name", "Bob");

        assertThat(report.status(TENANT).onOlderTenantKey()).isZero();
    }

    @Test
    void after_a_change_of_the_master_key_the_old_one_is_not_needed() {
        String text = keys(master).seal(TENANT, new StreamId("customer-0"), "name", "Ada");
        byte[] newMaster = key();
        MasterKey changing = new LocalMasterKey(newMaster, Optional.of(oldMaster), random);
        MasterKey alone = new LocalMasterKey(newMaster, Optional.empty(), random);
        assertThatThrownBy(() -> keys(alone).open(TENANT, new StreamId("customer-0"), "name", text))
                .isInstanceOf(WrongKeyException.class);

        try (KeyRotation rotation = new KeyRotation(store, keys(changing), changing, random)) {
            rotation.start(TENANT, Scope.MASTER, UUID.randomUUID(), "ada");
            awaitTheEnd();
        }

        assertThat(report.status(TENANT).masterKeys()).containsExactly(alone.id());
        assertThat(keys(alone).open(TENANT, new StreamId("customer-0"), "name", text))
                .contains("Ada");
    }

    private void awaitTheEnd() {
        await().until(() -> report.status(TENANT).rotations().isEmpty());
    }

    private static List<String> sealedFor(KeyStore keys) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            texts.add(keys.seal(TENANT, StreamId.of("customer", i), "name", "Ada"));
        }
        return texts;
    }

    private static List<String> opened(KeyStore keys, List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> keys.open(TENANT, StreamId.of("customer", i), "name", texts.get(i))
                        .orElseThrow())
                .toList();
    }

    private KeyStore keys(MasterKey by) {
        return new KeyStore(store, by, random);
    }

    /** Thousands of keys are looked up one by one. */
    private static HikariDataSource pool(DataSource program) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(program);
        return new HikariDataSource(config);
    }

    private byte[] key() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return key;
    }
}
