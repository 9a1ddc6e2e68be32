package io.nexum.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @Test
    void an_empty_environment_is_enough() {
        Settings settings = Settings.read(Map.of());

        assertThat(settings.port()).isEqualTo(8090);
        assertThat(settings.database()).isEmpty();
        assertThat(settings.jwtSecret()).isEmpty();
        assertThat(settings.accessToken()).isEqualTo(Duration.ofMinutes(30));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "NEXUM_PORT|http|a whole number from 0 to 65535",
                "NEXUM_PORT|65536|a whole number from 0 to 65535",
                "NEXUM_PORT|-1|a whole number from 0 to 65535",
                "NEXUM_DATABASE_URL|mysql://user:pw@host/db|postgresql://user:password@host:5432/database",
                "NEXUM_DATABASE_URL|postgresql://host|no database is named",
                "NEXUM_DATABASE_URL|postgresql:///db|no host is named",
                "NEXUM_DATABASE_URL|postgresql://user:p@ss w@host/db|it is no URL",
                "NEXUM_DATABASE_PORT|x|a whole number from 0 to 65535",
                "NEXUM_DATABASE_CONNECTIONS|3|a whole number from 4 to 200",
                "NEXUM_JWT_SECRET|short|must have 32 to 1024",
                "NEXUM_ADMIN_PASSWORD|1234567|must have 8 to 128",
                "NEXUM_ACCESS_TOKEN_MINUTES|0|a whole number from 1 to 1440",
                "NEXUM_REFRESH_TOKEN_DAYS|1.5|a whole number from 1 to 365",
                "NEXUM_LOGIN_DELAY_AFTER|0|a whole number from 1 to 100",
                "NEXUM_LOGIN_LOCK_AFTER|1|a whole number from 2 to 100",
                "NEXUM_LOGIN_LOCK_MINUTES|0|a whole number from 1 to 1440",
                "NEXUM_TIME_ZONE|Mars/Olympus|a time zone as in Europe/Paris",
                "NEXUM_RATE_MAX_AGE_HOURS|0|a whole number from 1 to 8760",
                "NEXUM_IDEMPOTENCY_HOURS|9999|a whole number from 1 to 8760",
                "NEXUM_HOLD_SWEEP_SECONDS|0|a whole number from 1 to 3600",
                "NEXUM_AGGREGATES_CACHED|1|a whole number from 100 to 10000000",
                "NEXUM_APPEND_QUEUE|1|a whole number from 16 to 1000000",
                "NEXUM_SNAPSHOT_EVERY|1|a whole number from 10 to 100000",
                "NEXUM_AXON_SERVER|http://host|host:port, several with commas",
                "NEXUM_LOG_LEVEL|loud|one of error, warn, info, debug, trace",
                "NEXUM_ADDRESS_RATE_LIMIT_PER_MINUTE|-1|a whole number from 0 to 100000000",
                "NEXUM_RATE_LIMIT_PER_MINUTE|many|a whole number from 0 to 100000000",
                "NEXUM_TENANT_RATE_LIMIT_PER_MINUTE|1.5|a whole number from 0 to 100000000",
                "NEXUM_RATE_LIMIT_SHARED|yes|one of true, false",
                "NEXUM_TRUSTED_PROXIES|proxy.example|addresses as 10.0.0.0/8,::1",
                "NEXUM_TRUSTED_PROXIES|10.0.0.0/33|addresses as 10.0.0.0/8,::1",
                "NEXUM_CORS_ORIGINS|*|origins as https://bank.example",
                "NEXUM_CORS_ORIGINS|https://bank.example/path|origins as https://bank.example",
                "NEXUM_TLS_CERTIFICATE|/no/such.pem|a readable file",
                "NEXUM_TLS_KEY|../docs/settings.md|must be set together",
                "NEXUM_REQUESTS_IN_FLIGHT|1|a whole number from 16 to 100000",
                "NEXUM_REQUEST_TIMEOUT_SECONDS|0|a whole number from 1 to 3600",
                "NEXUM_OIDC_ISSUER|http://login.example|an https address",
                "NEXUM_OIDC_ISSUER|https://login.example|NEXUM_OIDC_AUDIENCE must be set",
                "NEXUM_OIDC_JWKS_URL|https://login.example/keys|NEXUM_OIDC_ISSUER must be set",
                "NEXUM_OIDC_AUDIENCE|nexum|NEXUM_OIDC_ISSUER must be set"
            })
    void a_wrong_variable_is_named_with_what_would_be_right(String name, String value, String wanted) {
        InvalidSettings invalid = catchThrowableOfType(InvalidSettings.class, () -> Settings.read(Map.of(name, value)));

        assertThat(invalid.errors()).singleElement().asString().contains(name).contains(wanted);
    }

    @Test
    void all_that_is_wrong_is_told_at_once_and_secrets_are_not() {
        InvalidSettings invalid = catchThrowableOfType(
                InvalidSettings.class,
                () -> Settings.read(Map.of(
                        "NEXUM_PORT", "x",
                        "NEXUM_JWT_SECRET", "topsecret",
                        "NEXUM_DATABASE_URL", "ftp://me:topsecret@host/db")));

        assertThat(invalid.errors()).hasSize(3).noneMatch(error -> error.contains("topsecret"));
    }

    @Test
    void an_empty_variable_counts_as_absent() {
        assertThat(Settings.read(Map.of("NEXUM_PORT", "", "NEXUM_JWT_SECRET", " ")))
                .isEqualTo(Settings.read(Map.of()));
    }

    @Test
    void a_variable_that_is_no_setting_is_reported() {
        assertThat(Settings.unknown(Map.of("NEXUM_PROT", "1", "NEXUM_PORT", "1", "PATH", "x")))
                .containsExactly("NEXUM_PROT");
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://ann:p%40ss%2Fw+d@db:5433/bank, jdbc:postgresql://db:5433/bank, ann, p@ss/w+d",
        "postgres://ann:secret@db/bank?sslmode=require, jdbc:postgresql://db/bank?sslmode=require, ann, secret",
        "jdbc:postgresql://ann:secret@db:5432/bank, jdbc:postgresql://db:5432/bank, ann, secret",
    })
    void a_database_address_may_be_written_in_three_ways(String url, String jdbcUrl, String user, String password) {
        DatabaseAddress address =
                Settings.read(Map.of("NEXUM_DATABASE_URL", url)).database().orElseThrow();

        assertThat(address).isEqualTo(new DatabaseAddress(jdbcUrl, Optional.of(user), Optional.of(password)));
        assertThat(address.toString()).doesNotContain(password);
    }

    @Test
    void the_documentation_lists_every_setting_as_the_program_does() throws IOException {
        String table = Settings.ALL.stream()
                .map(setting -> "| `" + setting.name() + "` | "
                        + (setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`") + " | "
                        + setting.meaning() + " |")
                .collect(Collectors.joining("\n"));

        List<String> documented;
        try (var lines = Files.lines(Path.of("../docs/settings.md"))) {
            documented = lines.filter(line -> line.startsWith("| `NEXUM_")).toList();
        }

        assertThat(String.join("\n", documented)).isEqualTo(table);
    }
}
