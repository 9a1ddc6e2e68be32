package io.nexum.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.settings.Secrets.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private static final Settings NOTHING_SET = Settings.read(Map.of());

    @TempDir
    private Path dataDir = Path.of(".");

    @Test
    void a_secret_that_nobody_set_is_made_once_and_kept() {
        Secret first = new Secrets(dataDir).jwtSecret(NOTHING_SET);
        Secret second = new Secrets(dataDir).jwtSecret(NOTHING_SET);

        assertThat(first.place()).contains(dataDir.resolve("secrets/jwt-secret"));
        assertThat(second.value()).isEqualTo(first.value());
        assertThat(first.value().getBytes(StandardCharsets.UTF_8).length)
                .isGreaterThanOrEqualTo(Settings.MIN_JWT_SECRET_BYTES);
        assertThat(new Secrets(dataDir).adminPassword(NOTHING_SET).value()).isNotEqualTo(first.value());
    }

    @Test
    void only_the_owner_can_read_a_secret_whatever_was_done_to_its_file() throws IOException {
        Path file = new Secrets(dataDir).adminPassword(NOTHING_SET).place().orElseThrow();
        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(rights(dataDir.resolve("secrets"))).isEqualTo("rwx------");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(dataDir.resolve("secrets"), PosixFilePermissions.fromString("rwxr-xr-x"));
        new Secrets(dataDir).adminPassword(NOTHING_SET);

        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(rights(dataDir.resolve("secrets"))).isEqualTo("rwx------");
    }

    @Test
    void a_secret_that_the_operator_set_is_kept_nowhere() {
        Settings set = Settings.read(Map.of("NEXUM_ADMIN_PASSWORD", "the operator's own"));

        Secret secret = new Secrets(dataDir).adminPassword(set);

        assertThat(secret).isEqualTo(new Secret("the operator's own", Optional.empty()));
        assertThat(dataDir.resolve("secrets")).doesNotExist();
    }

    @Test
    void a_secret_does_not_show_itself_in_a_log() {
        Secret secret = new Secrets(dataDir).jwtSecret(NOTHING_SET);

        assertThat(secret.toString()).doesNotContain(secret.value());
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
