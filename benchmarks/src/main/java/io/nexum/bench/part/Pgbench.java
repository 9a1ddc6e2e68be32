package io.nexum.bench.part;

import io.nexum.bench.BenchRun;
import io.nexum.bench.bank.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own benchmark, TPC-B like: how fast this server is for anybody, where pgbench is installed. */
public final class Pgbench implements Part {
    public static final String FIGURE = "pgbench_tpcb";
    private static final String DATABASE = "nexum_bench_pgbench";
    private static final Path DEBIAN_VERSIONS = Path.of("/usr/lib/postgresql");
    private static final Pattern RATE = Pattern.compile("^tps = ([0-9.]+)", Pattern.MULTILINE);
    private static final int SCALE = 20;
    private static final int CLIENTS = 64;
    private static final int THREADS = 2;

    @Override
    public String name() {
        return "pgbench";
    }

    @Override
    public void measure(BenchRun run) throws Exception {
        Optional<Path> pgbench = find();
        if (pgbench.isEmpty()) {
            run.figures().remark("pgbench is not installed, so what is held against it is left out");
            return;
        }
        run.say("pgbench: filling a database of scale " + SCALE);
        run.postgres().createDatabase(DATABASE);
        String program = pgbench.get().toString();
        execute(run, List.of(program, "-i", "-q", "-s", Integer.toString(SCALE)));
        run.say("pgbench: TPC-B, " + CLIENTS + " clients");
        // The warm-up is a run of its own, since pgbench knows none.
        execute(run, tpcb(program, run.warmUp().toSeconds()));
        String output = execute(run, tpcb(program, run.measured().toSeconds()));
        Matcher rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IOException("pgbench told no rate: " + output);
        }
        run.figures()
                .add(
                        FIGURE,
                        "pgbench TPC-B, scale 20, 64 clients, prepared",
                        Double.parseDouble(rate.group(1)),
                        "transactions/s");
        run.postgres().dropDatabase(DATABASE);
    }

    private static List<String> tpcb(String program, long seconds) {
        return List.of(
                program,
                "-M",
                "prepared",
                "-c",
                Integer.toString(CLIENTS),
                "-j",
                Integer.toString(THREADS),
                "-T",
                Long.toString(Math.max(1, seconds)));
    }

    private static String execute(BenchRun run, List<String> command) throws IOException, InterruptedException {
        PostgresServer postgres = run.postgres();
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(
                "-h", postgres.host(), "-p", Integer.toString(postgres.port()), "-U", postgres.user(), DATABASE));
        ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", postgres.password());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pgbench failed: " + output);
        }
        return output;
    }

    /** On the path, or where Debian's packages put it; there, the newest. */
    private static Optional<Path> find() throws IOException {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(DEBIAN_VERSIONS)) {
            try (Stream<Path> versions = Files.list(DEBIAN_VERSIONS)) {
                versions.sorted(Comparator.comparing(Path::toString).reversed())
                        .map(version -> version.resolve("bin"))
                        .forEach(folders::add);
            }
        }
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "" : path).split(java.io.File.pathSeparator, -1)) {
            folders.add(Path.of(folder));
        }
        return folders.stream()
                .map(folder -> folder.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
