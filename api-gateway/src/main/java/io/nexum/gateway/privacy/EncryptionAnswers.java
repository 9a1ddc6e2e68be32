package io.nexum.gateway.privacy;

import io.nexum.command.store.key.KeyReport;
import io.nexum.command.store.key.KeyRotation.Scope;
import io.nexum.kernel.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How the keys stand, as administrators read it. */
final class EncryptionAnswers {
    private static final String ALGORITHM = "AES-256-GCM";

    private EncryptionAnswers() {}

    /**
     * @param tenantKeyVersion the version that wraps new data keys, 0 if there is none yet
     * @param masterKeys the names of the master keys in use: two while that changes
     * @param dataKeysOnOlderVersion how many data keys an older version still wraps
     */
    record Status(
            String algorithm,
            int tenantKeyVersion,
            List<String> masterKeys,
            long dataKeys,
            long dataKeysOnOlderVersion,
            long dataKeysDestroyed,
            List<Rotation> rotationsUnderWay) {
        static Status of(KeyReport.Status status) {
            return new Status(
                    ALGORITHM,
                    status.tenantKey(),
                    status.masterKeys(),
                    status.dataKeys(),
                    status.onOlderTenantKey(),
                    status.destroyed(),
                    status.rotations().stream()
                            .map(r -> new Rotation(r.scope(), r.newKey(), r.rewrapped(), r.startedBy(), r.startedAt()))
                            .toList());
        }
    }

    record Rotation(String scope, String newKey, long rewrapped, String startedBy, Instant startedAt) {}

    record Started(UUID rotationId, Scope scope) {}

    record KeyChange(String change, String key, Optional<String> by, Instant at) {}

    record KeyChangeList(List<KeyChange> changes, long total, int skip, int limit) {
        static KeyChangeList of(Page<KeyReport.Change> page) {
            return new KeyChangeList(
                    page.items().stream()
                            .map(c -> new KeyChange(c.change(), c.key(), c.by(), c.at()))
                            .toList(),
                    page.total(),
                    page.skip(),
                    page.limit());
        }
    }
}
