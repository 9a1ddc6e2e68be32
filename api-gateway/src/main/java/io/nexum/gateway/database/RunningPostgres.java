package io.nexum.gateway.database;

import io.nexum.gateway.settings.DatabaseAddress;
import io.nexum.gateway.settings.Secrets;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the embedded database of a data folder runs, as noted in its file {@code postgres.port}, so that the audit's
 * commands and a crash test find it.
 *
 * @param port on 127.0.0.1
 * @param pid the process that a signal must go to
 */
public record RunningPostgres(int port, long pid) {
    static final String USER = "nexum";
    static final String DATABASE = "nexum";

    /** What the data folder notes, whether or not it still runs. */
    public static Optional<RunningPostgres> noted(Path dataDir) throws IOException {
        Path file = file(dataDir);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties noted = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            noted.load(reader);
        }
        return Optional.of(new RunningPostgres(
                Integer.parseInt(noted.getProperty("port")), Long.parseLong(noted.getProperty("pid"))));
    }

    void note(Path dataDir) throws IOException {
        Path aside = dataDir.resolve("postgres.port.new");
        Files.writeString(aside, "port=" + port + "\npid=" + pid + "\n");
        Files.move(aside, file(dataDir), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void forget(Path dataDir) throws IOException {
        Files.deleteIfExists(file(dataDir));
    }

    /** How to enter it as its owner. */
    public DatabaseAddress address(Path dataDir) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE,
                Optional.of(USER),
                Optional.of(new Secrets(dataDir).databasePassword().value()));
    }

    private static Path file(Path dataDir) {
        return dataDir.resolve("postgres.port");
    }
}
