package io.nexum.gateway.security;

import io.nexum.gateway.NexumServer;
import io.nexum.gateway.database.Database;
import io.nexum.kernel.TenantId;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;

/** Users of the running server, made as the part that knows the users makes them. */
final class Credentials {
    private Credentials() {}

    /** A name that nobody has. */
    static String freshName() {
        return "teller-" + UUID.randomUUID();
    }

    static void create(String name, String password) throws IOException {
        with(users -> {
            users.create(TenantId.DEFAULT, UUID.randomUUID(), name, password);
            return true;
        });
    }

    /** The one-time password. */
    static String createWithOneTimePassword(String name) throws IOException {
        return with(users -> users.createWithOneTimePassword(TenantId.DEFAULT, UUID.randomUUID(), name));
    }

    static <T> T with(Function<Users, T> work) throws IOException {
        NexumServer server = NexumServer.running();
        Clock clock = Clock.systemUTC();
        try (Database database = server.database()) {
            return work.apply(new Users(
                    database.stores(),
                    new Passwords(),
                    new Sessions(
                            database.stores(),
                            new SessionSeal("a secret for tests"),
                            server.settings().refreshToken(),
                            clock),
                    new LoginAttempts(
                            database.program(),
                            database.stores(),
                            server.settings().loginPolicy(),
                            clock),
                    clock));
        }
    }
}
