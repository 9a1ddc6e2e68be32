package io.nexum.gateway.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.Nexum;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A running program and the banks on it, each with the administrator that it begins with. */
public final class Installation implements AutoCloseable {
    static final String PASSWORD = "Tenants-0wn-passw0rd!";

    private final URI base;
    private final Api platform;
    private final Settings settings;
    private final AutoCloseable program;

    private Installation(URI base, Settings settings, AutoCloseable program) {
        this.base = base;
        this.settings = settings;
        this.program = program;
        this.platform =
                new Api(base, login("default", "admin", NexumServer.PASSWORD).at("access_token"));
    }

    /** The one that all tests share. */
    static Installation running() {
        NexumServer server = NexumServer.running();
        return new Installation(server.base(), server.settings(), () -> {});
    }

    /** One of its own, on a database of its own, that keeps tenants apart in a way of its own. */
    static Installation isolating(String strategy) {
        return with(Map.of("NEXUM_TENANT_ISOLATION_STRATEGY", strategy));
    }

    static Installation with(Map<String, String> settings) {
        try {
            Map<String, String> all = new HashMap<>(Map.of("NEXUM_TENANT_DATABASE_CONNECTIONS", "3"));
            all.putAll(settings);
            return on(NexumServer.running().settingsOnEmptyDatabase(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Installation on(Settings settings) {
        Nexum nexum = Nexum.start(settings);
        return new Installation(nexum.base(), settings, nexum);
    }

    /** @param user a client that speaks as the bank's own administrator {@code admin} */
    public record Bank(String id, Api user) {}

    static String freshCode() {
        return "T_"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase(Locale.ROOT);
    }

    Bank open() {
        return open(freshCode(), "");
    }

    /** @param more further fields of the tenant, each with a comma before it */
    Bank open(String code, String more) {
        Answer created = platform.post("/tenants", """
                {"name": "Bank", "code": "%s", "display_name": "Bänk"%s}
                """.formatted(code, more));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        String id = created.at("tenant_id");
        String oneTime = created.at("admin_user/one_time_password");
        Answer first = login(id, "admin", oneTime);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        Answer changed = client(first)
                .post("/rbac/auth/change-password?user_id=" + first.at("user_id"), """
                {"old_password": "%s", "new_password": "%s"}
                """.formatted(oneTime, PASSWORD));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        return new Bank(id, enter(id));
    }

    /** Speaks as the bank's own administrator. */
    Api enter(String bank) {
        return client(login(bank, "admin", PASSWORD));
    }

    Answer login(String tenant, String user, String password, String... headers) {
        return new Api(base, "").post("/auth/login", """
                {"username": "%s", "password": "%s", "tenant_id": "%s"}
                """.formatted(user, password, tenant), headers);
    }

    private Api client(Answer login) {
        return new Api(base, login.at("access_token"));
    }

    /** Speaks as the administrator of the installation. */
    Api platform() {
        return platform;
    }

    Settings settings() {
        return settings;
    }

    @Override
    public void close() {
        try {
            program.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
