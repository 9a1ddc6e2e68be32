package io.nexum.gateway.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * The secrets that nobody set: made once at random, kept in a folder of the data folder that only its owner can read,
 * and the same at every later start.
 */
public final class Secrets {
    private static final Set<PosixFilePermission> OWNER_ONLY_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path dataDir;
    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Path dataDir) {
        this.dataDir = dataDir;
        this.folder = dataDir.resolve("secrets");
    }

    /**
     * A secret and where it came from.
     *
     * @param place the file that keeps it; absent if the operator set it
     */
    public record Secret(String value, Optional<Path> place) {
        @Override
        public String toString() {
            return "a secret" + place.map(path -> " kept in " + path).orElse("");
        }
    }

    public Secret jwtSecret(Settings settings) {
        return settings.jwtSecret()
                .map(value -> new Secret(value, Optional.empty()))
                .orElseGet(() -> kept("jwt-secret", 48));
    }

    public Secret adminPassword(Settings settings) {
        return settings.adminPassword()
                .map(value -> new Secret(value, Optional.empty()))
                .orElseGet(() -> kept("admin-password", 15));
    }

    /** In base64. */
    public Secret masterKey(Settings settings) {
        return settings.masterKey()
                .map(value -> new Secret(value, Optional.empty()))
                .orElseGet(() -> kept("master-key", 32));
    }

    /** The password of the embedded database's owner. */
    public Secret databasePassword() {
        return kept("database-password", 24);
    }

    private Secret kept(String name, int bytes) {
        try {
            createFolder();
            Path place = folder.resolve(name);
            if (!Files.exists(place)) {
                make(place, bytes);
            }
            protect(place, OWNER_ONLY_FILE);
            String value = Files.readString(place).strip();
            if (value.isEmpty()) {
                throw new IllegalStateException(place + " is empty; remove it to have a new secret made");
            }
            return new Secret(value, Optional.of(place));
        } catch (IOException e) {
            throw new UncheckedIOException("the secret " + folder.resolve(name) + " can't be read or made", e);
        }
    }

    /** Written aside and then moved, so that a crash leaves no half of a secret. */
    private void make(Path place, int bytes) throws IOException {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(value);
        Path aside = Files.createTempFile(folder, place.getFileName().toString(), ".new", ownerOnly(OWNER_ONLY_FILE));
        Files.write(aside, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private void createFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(dataDir);
            Files.createDirectory(folder, ownerOnly(OWNER_ONLY_FOLDER));
        }
        protect(folder, OWNER_ONLY_FOLDER);
    }

    private static void protect(Path path, Set<PosixFilePermission> rights) throws IOException {
        if (POSIX
                && !Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS)
                        .equals(rights)) {
            Files.setPosixFilePermissions(path, rights);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Set<PosixFilePermission> rights) {
        return POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)} : new FileAttribute<?>[0];
    }
}
