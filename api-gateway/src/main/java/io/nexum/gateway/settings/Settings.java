package io.nexum.gateway.settings;

import io.nexum.kernel.loan.LoanPolicy;
import io.nexum.kernel.tenant.TenantSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All that an operator can set, checked. */
public record Settings(
        int port,
        Path dataDir,
        Optional<DatabaseAddress> database,
        int databasePort,
        int databaseConnections,
        Optional<String> jwtSecret,
        Optional<String> adminPassword,
        Optional<String> masterKey,
        Optional<String> previousMasterKey,
        Duration accessToken,
        Duration refreshToken,
        Duration passwordReset,
        LoginPolicy loginPolicy,
        ZoneId timeZone,
        Duration rateMaxAge,
        Duration idempotencyRetention,
        Duration holdSweep,
        int aggregatesCached,
        int appendQueueUnits,
        int snapshotEvery,
        int customerRetentionDays,
        Optional<String> axonServer,
        String logLevel,
        LimitSettings limits,
        WebSettings web,
        ObservabilitySettings observability,
        TenantOptions tenants,
        DayOptions days,
        LoanPolicy loans,
        TenantSettings business,
        Optional<OidcSettings> oidc) {
    public static final int MIN_JWT_SECRET_BYTES = 32;
    public static final int MIN_PASSWORD_LENGTH = 8;
    public static final int MAX_PASSWORD_LENGTH = 128;

    private static final Pattern SERVERS = Pattern.compile("[\\w.-]+:\\d{1,5}(,[\\w.-]+:\\d{1,5})*");

    private static final List<Setting> OWN = List.of(
            new Setting("NEXUM_PORT", "8090", "the port of the REST API; 0 picks a free one"),
            new Setting("NEXUM_DATA_DIR", "data", "the folder of the embedded database and the secrets"),
            new Setting(
                    "NEXUM_DATABASE_URL",
                    "",
                    "an external PostgreSQL 15 or later, as in `postgresql://user:password@host:5432/nexum`;"
                            + " without it the embedded one is started"),
            new Setting("NEXUM_DATABASE_PORT", "0", "the embedded database's port on localhost; 0 picks a free one"),
            new Setting("NEXUM_DATABASE_CONNECTIONS", "16", "connections to the database for requests, 4 to 200"),
            new Setting(
                    "NEXUM_JWT_SECRET",
                    "",
                    "signs the access tokens, at least " + MIN_JWT_SECRET_BYTES
                            + " bytes, the same on every node; without it a random one is made and kept in"
                            + " `secrets/jwt-secret` of the data folder"),
            new Setting(
                    "NEXUM_ADMIN_PASSWORD",
                    "",
                    "the password of the user `admin`, " + MIN_PASSWORD_LENGTH + " to " + MAX_PASSWORD_LENGTH
                            + " characters, set anew at each start; without it a random one is made and kept in"
                            + " `secrets/admin-password` of the data folder"),
            new Setting(
                    "NEXUM_MASTER_KEY",
                    "",
                    "wraps the keys to personal data, " + MasterKeyForm.WANTED
                            + ", the same on every node; without it or a file a random one is made and kept in"
                            + " `secrets/master-key` of the data folder"),
            new Setting("NEXUM_MASTER_KEY_FILE", "", "a file that holds the master key, instead of the key itself"),
            new Setting(
                    "NEXUM_MASTER_KEY_PREVIOUS",
                    "",
                    "the master key before this one, as long as keys are wrapped by it; see docs/privacy.md"),
            new Setting("NEXUM_ACCESS_TOKEN_MINUTES", "30", "how long an access token counts, 1 to 1440"),
            new Setting("NEXUM_REFRESH_TOKEN_DAYS", "14", "how long a session lasts without being refreshed, 1 to 365"),
            new Setting(
                    "NEXUM_PASSWORD_RESET_MINUTES",
                    "60",
                    "how long a token for choosing a new password counts, 1 to 10080"),
            new Setting("NEXUM_TIME_ZONE", "UTC", "the time zone whose days the bank books by, as in `Europe/Paris`"),
            new Setting("NEXUM_RATE_MAX_AGE_HOURS", "24", "how old an exchange rate may be, 1 to 8760"),
            new Setting(
                    "NEXUM_IDEMPOTENCY_HOURS", "24", "how long the answer to an idempotency key is kept, 1 to 8760"),
            new Setting("NEXUM_HOLD_SWEEP_SECONDS", "30", "how often holds whose time is over are ended, 1 to 3600"),
            new Setting("NEXUM_AGGREGATES_CACHED", "50000", "accounts and customers kept in memory, 100 to 10000000"),
            new Setting("NEXUM_APPEND_QUEUE", "4096", "commands that may wait to be written, 16 to 1000000"),
            new Setting("NEXUM_SNAPSHOT_EVERY", "500", "events of an entity between two snapshots, 10 to 100000"),
            new Setting(
                    "NEXUM_CUSTOMER_RETENTION_DAYS",
                    "0",
                    "how long a closed customer must be kept before it may be erased, 0 to 36500"),
            new Setting(
                    "NEXUM_AXON_SERVER",
                    "",
                    "an Axon Server that routes commands between nodes, as `host:8124`, several with commas;"
                            + " without it each node executes what it is sent"),
            new Setting(
                    "NEXUM_MULTI_TENANT_ENABLED",
                    "true",
                    "whether there can be banks beside the tenant `default`; with `false` none is made and none let in"),
            new Setting(
                    "NEXUM_TENANT_ISOLATION_STRATEGY",
                    "shared_table",
                    "how the database keeps tenants apart: `shared_table`, `schema_per_tenant` or"
                            + " `database_per_tenant`; it can't be changed once there are tenants"),
            new Setting(
                    "NEXUM_TENANT_DATABASE_CONNECTIONS",
                    "8",
                    "connections for the requests of each tenant with `database_per_tenant`, 2 to 200"),
            new Setting(
                    "NEXUM_DEFAULT_SUBSCRIPTION_TIER",
                    "free",
                    "a new tenant's tier where none is chosen: `free`, `basic`, `professional` or `enterprise`"),
            new Setting("NEXUM_TENANT_HEADER_NAME", "X-Tenant-ID", "the header that a request may name its tenant by"),
            new Setting(
                    "NEXUM_TENANT_SUBDOMAIN_ENABLED",
                    "false",
                    "whether the name in front of the base domain names the tenant, as in `acme.banktech.com`"),
            new Setting("NEXUM_TENANT_BASE_DOMAIN", "localhost", "the domain that tenants' names stand in front of"),
            new Setting(
                    "NEXUM_ENABLE_TENANT_QUOTAS",
                    "true",
                    "whether tenants are kept within the quotas of their tiers; `default` has none"),
            new Setting(
                    "NEXUM_ENABLE_USAGE_TRACKING",
                    "true",
                    "whether each tenant's API calls are counted; without it they have no quota"),
            new Setting("NEXUM_BILLING_CURRENCY", "USD", "the currency of the tenants' monthly bills"),
            new Setting("NEXUM_BILLING_RATE_API_CALL", "0.001", "what an API call costs a tenant"),
            new Setting("NEXUM_BILLING_RATE_TRANSACTION", "0.10", "what a transaction costs a tenant"),
            new Setting("NEXUM_BILLING_RATE_STORED_BYTE", "0.000001", "what a byte of its log costs a tenant a month"),
            new Setting("NEXUM_LOG_LEVEL", "info", "`error`, `warn`, `info`, `debug` or `trace`"),
            new Setting("NEXUM_JAVA_HOME", "", "the launcher's JDK 25, where it doesn't find one by itself"),
            new Setting("NEXUM_JAVA_OPTIONS", "-Xmx512m -XX:+UseParallelGC", "the launcher's options to Java"));

    /** Every variable there is, in the order of docs/settings.md. */
    public static final List<Setting> ALL = Stream.of(
                    OWN,
                    DayOptions.ALL,
                    LoanOptions.ALL,
                    BusinessDefaults.ALL,
                    LoginPolicy.ALL,
                    LimitSettings.ALL,
                    WebSettings.ALL,
                    ObservabilitySettings.ALL,
                    OidcSettings.ALL)
            .flatMap(List::stream)
            .toList();

    /**
     * The settings of an environment.
     *
     * @throws InvalidSettings naming each variable that is wrong, and what would be right
     */
    public static Settings read(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        Settings settings = new Settings(
                variables.number("NEXUM_PORT", 0, 65_535),
                variables.read(
                        "NEXUM_DATA_DIR", text -> Path.of(text).toAbsolutePath().normalize(), "a folder's path"),
                variables.optional("NEXUM_DATABASE_URL", DatabaseAddress::parse, DatabaseAddress.FORM),
                variables.number("NEXUM_DATABASE_PORT", 0, 65_535),
                variables.number("NEXUM_DATABASE_CONNECTIONS", 4, 200),
                variables.secret("NEXUM_JWT_SECRET", MIN_JWT_SECRET_BYTES, 1_024),
                variables.secret("NEXUM_ADMIN_PASSWORD", MIN_PASSWORD_LENGTH, MAX_PASSWORD_LENGTH),
                variables
                        .optional("NEXUM_MASTER_KEY", MasterKeyForm::checked, MasterKeyForm.WANTED)
                        .or(() -> variables.optional(
                                "NEXUM_MASTER_KEY_FILE",
                                MasterKeyForm::inFile,
                                "a file that holds " + MasterKeyForm.WANTED)),
                variables.optional("NEXUM_MASTER_KEY_PREVIOUS", MasterKeyForm::checked, MasterKeyForm.WANTED),
                Duration.ofMinutes(variables.number("NEXUM_ACCESS_TOKEN_MINUTES", 1, 1_440)),
                Duration.ofDays(variables.number("NEXUM_REFRESH_TOKEN_DAYS", 1, 365)),
                Duration.ofMinutes(variables.number("NEXUM_PASSWORD_RESET_MINUTES", 1, 10_080)),
                LoginPolicy.read(variables),
                variables.read("NEXUM_TIME_ZONE", ZoneId::of, "a time zone as in Europe/Paris"),
                Duration.ofHours(variables.number("NEXUM_RATE_MAX_AGE_HOURS", 1, 8_760)),
                Duration.ofHours(variables.number("NEXUM_IDEMPOTENCY_HOURS", 1, 8_760)),
                Duration.ofSeconds(variables.number("NEXUM_HOLD_SWEEP_SECONDS", 1, 3_600)),
                variables.number("NEXUM_AGGREGATES_CACHED", 100, 10_000_000),
                variables.number("NEXUM_APPEND_QUEUE", 16, 1_000_000),
                variables.number("NEXUM_SNAPSHOT_EVERY", 10, 100_000),
                variables.number("NEXUM_CUSTOMER_RETENTION_DAYS", 0, 36_500),
                variables.optional("NEXUM_AXON_SERVER", Settings::servers, "host:port, several with commas"),
                variables.oneOf("NEXUM_LOG_LEVEL", List.of("error", "warn", "info", "debug", "trace")),
                LimitSettings.read(variables),
                WebSettings.read(variables),
                ObservabilitySettings.read(variables),
                TenantOptions.read(variables),
                DayOptions.read(variables),
                LoanOptions.read(variables),
                BusinessDefaults.read(variables),
                OidcSettings.read(variables));
        variables.check();
        return settings;
    }

    private static String servers(String text) {
        if (!SERVERS.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /** The variables that look like settings and are none: typing errors, most likely. */
    public static List<String> unknown(Map<String, String> environment) {
        return environment.keySet().stream()
                .filter(name -> name.startsWith("NEXUM_"))
                .filter(name -> ALL.stream().noneMatch(setting -> setting.name().equals(name)))
                .sorted()
                .toList();
    }

    static Setting named(String name) {
        return ALL.stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no setting " + name));
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "Settings[port=" + port + ", dataDir=" + dataDir + ", database=" + database + "]";
    }
}
