package io.nexum.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** A program on a database of its own, for a test that leaves nothing in order. */
public final class OwnBank implements AutoCloseable {
    private final Settings settings;
    private final Nexum nexum;

    private OwnBank(Settings settings, Nexum nexum) {
        this.settings = settings;
        this.nexum = nexum;
    }

    /** @param more settings beside those that every test's program has */
    public static OwnBank start(Map<String, String> more) throws IOException {
        Settings settings = NexumServer.running().settingsOnEmptyDatabase(more);
        return new OwnBank(settings, Nexum.start(settings));
    }

    /** Another process that serves from the same database. */
    public OwnBank secondNode() {
        return new OwnBank(settings, Nexum.start(settings));
    }

    public URI base() {
        return nexum.base();
    }

    /** A new session of the user {@code admin}: its access token. */
    public String token() {
        Answer login = new Api(base(), "").post("/auth/login", """
                {"username": "admin", "password": "%s"}
                """.formatted(NexumServer.PASSWORD));
        assertThat(login.status()).as(login.text()).isEqualTo(200);
        return login.at("access_token");
    }

    /** The bank's database, for what the API doesn't tell. The caller closes it. */
    public Database database() throws IOException {
        return Database.ofAuditor(settings);
    }

    @Override
    public void close() {
        nexum.close();
    }
}
