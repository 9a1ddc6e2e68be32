package io.nexum.gateway.database;

import io.nexum.gateway.settings.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The files of the embedded database: made once, and used by one server at a time. */
final class PostgresCluster {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);
    private static final String MAJOR_VERSION = "18";

    private final Path dataDir;
    private final Path folder;
    private final PostgresPrograms programs;

    PostgresCluster(Path dataDir, PostgresPrograms programs) {
        this.dataDir = dataDir;
        this.folder = dataDir.resolve("postgres");
        this.programs = programs;
    }

    Path folder() {
        return folder;
    }

    /** A server that a killed program left behind still has the data; it must be gone before another starts. */
    void stopOrphan() throws IOException, InterruptedException {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> orphan = Files.readAllLines(pidFile).stream()
                .findFirst()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                .filter(this::servesThisFolder);
        if (orphan.isEmpty()) {
            Files.delete(pidFile); // its process is gone; another may have its number by now
            return;
        }
        LOG.info(
                "Stopping the PostgreSQL (pid {}) that an earlier run left behind",
                orphan.get().pid());
        if (!stopped("fast") && !stopped("immediate") && orphan.get().isAlive()) {
            throw new DatabaseUnusable("PostgreSQL (pid " + orphan.get().pid() + ") of an earlier run still uses "
                    + folder + " and can't be stopped; see " + programs.log());
        }
    }

    private boolean servesThisFolder(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(folder.toString()))
                .orElse(false);
    }

    void createIfAbsent() throws IOException, InterruptedException {
        Path version = folder.resolve("PG_VERSION");
        if (Files.exists(version)) {
            String found = Files.readString(version).strip();
            if (!found.equals(MAJOR_VERSION)) {
                throw new DatabaseUnusable(folder + " was written by PostgreSQL " + found + ", not " + MAJOR_VERSION
                        + "; move its data with pg_upgrade, or set NEXUM_DATABASE_URL");
            }
            return;
        }
        LOG.info("Creating the embedded database in {}", folder);
        Path aside = dataDir.resolve("postgres.new"); // moved when it is whole, so that a crash leaves no half of it
        FileSystemUtils.deleteRecursively(aside);
        Path passwordFile = new Secrets(dataDir).databasePassword().place().orElseThrow();
        int exit = programs.run(
                "initdb",
                "--pgdata=" + aside,
                "--username=" + RunningPostgres.USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        if (exit != 0) {
            throw new DatabaseUnusable("initdb failed (exit code " + exit + "); " + programs.log() + " tells why");
        }
        Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Stops the server that runs on these files, in order. */
    void stop() throws IOException, InterruptedException {
        if (!stopped("fast")) {
            LOG.warn("PostgreSQL didn't stop in order; see {}", programs.log());
        }
    }

    private boolean stopped(String mode) throws IOException, InterruptedException {
        return programs.run("pg_ctl", "stop", "-D", folder.toString(), "-m", mode, "-w", "-t", "60") == 0;
    }
}
