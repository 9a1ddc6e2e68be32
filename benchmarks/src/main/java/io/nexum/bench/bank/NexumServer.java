package io.nexum.bench.bank;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real program, in a process of its own. */
public final class NexumServer implements AutoCloseable {
    // The launcher's.
    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-XX:+UseParallelGC");
    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(2);
    private static final long HEALTH_INTERVAL_MS = 50;
    private static final int LOG_LINES_SHOWN = 30;

    private final Process process;
    private final int port;
    private final Path log;

    private NexumServer(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts the program and returns when it is healthy.
     *
     * @param settings environment variables; the port is added
     * @param log where its output goes, after what is there
     */
    public static NexumServer start(Map<String, String> settings, Path log) throws IOException, InterruptedException {
        int port = freePort();
        Map<String, String> all = new HashMap<>(settings);
        all.put("NEXUM_PORT", Integer.toString(port));
        NexumServer server = new NexumServer(launch(List.of("run"), all, log), port, log);
        // Whoever interrupts a run is left with no server.
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        try {
            server.awaitHealthy(START_PATIENCE);
        } catch (IOException | InterruptedException e) {
            server.kill();
            throw e;
        }
        return server;
    }

    /** Runs one of the program's other subcommands to its end and returns its exit status. */
    public static int run(List<String> arguments, Map<String, String> settings, Path log)
            throws IOException, InterruptedException {
        return launch(arguments, settings, log).waitFor();
    }

    private static Process launch(List<String> arguments, Map<String, String> settings, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-jar", NexumJar.find().toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // Only what is named here: settings of the one who calls are not those of the bank under test.
        builder.environment().keySet().removeIf(name -> name.startsWith("NEXUM_"));
        builder.environment().putAll(settings);
        return builder.start();
    }

    /** Returns when the program says that it is healthy. */
    public void awaitHealthy(Duration patience) throws IOException, InterruptedException {
        Instant giveUpAt = Instant.now().plus(patience);
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (!isHealthy(client)) {
                if (!process.isAlive() || Instant.now().isAfter(giveUpAt)) {
                    String became = process.isAlive() ? "isn't healthy after " + patience : "ended";
                    throw new IOException("the program " + became + "; its log (" + log + ") ends with:\n" + logTail());
                }
                Thread.sleep(HEALTH_INTERVAL_MS);
            }
        }
    }

    private boolean isHealthy(HttpClient client) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base().resolve("/health"))
                .timeout(HEALTH_PATIENCE)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String logTail() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it finish what it is doing. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
