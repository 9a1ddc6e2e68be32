package io.nexum.gateway.database;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs PostgreSQL's own programs. PostgreSQL refuses to run as root; there it runs in a user namespace, in which it
 * is nobody and yet owns the same files.
 */
final class PostgresPrograms {
    private static final long MAX_LOG_BYTES = 10L << 20;
    private static final int MAX_SAID_BYTES = 2_000;

    private final Path bin;
    private final Path log;
    private final List<String> asNobody;

    PostgresPrograms(Path home, Path log) throws IOException, InterruptedException {
        this.log = log;
        this.bin = home.resolve("bin");
        this.asNobody = isRoot(home) ? namespace() : List.of();
    }

    /** Starts a server that a signal to this program's terminal doesn't reach: it is stopped in order, by us. */
    Process startServer(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(sessionOfItsOwn());
        command.addAll(asNobody);
        command.add(bin.resolve("postgres").toString());
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Runs a program to its end and gives its exit code; what it says goes to the log. */
    int run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(asNobody);
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start()
                .waitFor();
    }

    Path log() {
        return log;
    }

    /** Starts a new log if the old one has grown long; the one before it is lost. */
    void rotateLog() throws IOException {
        if (logSize() > MAX_LOG_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    long logSize() throws IOException {
        return Files.exists(log) ? Files.size(log) : 0;
    }

    /** The beginning of what was said since the log had a size. */
    String saidSince(long size) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            ByteBuffer said = ByteBuffer.allocate(MAX_SAID_BYTES);
            channel.position(size).read(said);
            return new String(said.array(), 0, said.position(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isRoot(Path anyFileOfOurs) throws IOException {
        return "root".equals(System.getProperty("user.name"))
                && Files.getOwner(anyFileOfOurs).getName().equals("root");
    }

    private static List<String> namespace() throws IOException, InterruptedException {
        List<String> unshare = List.of("unshare", "-U");
        if (!succeeds(Stream.concat(unshare.stream(), Stream.of("true")).toList())) {
            throw new DatabaseUnusable(
                    "PostgreSQL refuses to run as root, and a user namespace ('unshare -U') is not to"
                            + " be had here; start Nexum as another user, or set NEXUM_DATABASE_URL");
        }
        return unshare;
    }

    private static List<String> sessionOfItsOwn() {
        return Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.of();
    }

    private static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
