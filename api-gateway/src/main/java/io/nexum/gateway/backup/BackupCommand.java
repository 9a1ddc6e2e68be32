package io.nexum.gateway.backup;

import io.nexum.gateway.backup.Restore.Restored;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code backup FILE} and {@code restore FILE}. Answers go to standard output, progress to standard error. */
public final class BackupCommand {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final String TENANT_OPTION = "--tenant";

    private BackupCommand() {}

    /** The exit code: 0 if the file is written, 2 if it was asked wrongly. */
    public static int backup(List<String> arguments, Settings settings, PrintStream out, PrintStream err)
            throws IOException {
        boolean ofOne = arguments.size() == 3 && arguments.get(1).equals(TENANT_OPTION);
        if (arguments.size() != 1 && !ofOne) {
            err.println("nexum backup FILE [--tenant TENANT]");
            err.println("                            writes the log and all that belongs to it into a file");
            return MISUSED;
        }
        String only = ofOne ? arguments.getLast() : "";
        Path file = Path.of(arguments.getFirst()).toAbsolutePath();
        try (Database database = Database.ofAuditor(settings)) {
            BackupContents contents = Backup.write(
                    database.stores(), tenant -> !ofOne || tenant.value().equals(only), file, err::println);
            contents.heads().forEach((tenant, head) -> out.println("head of " + tenant + ": " + head));
            err.println("Note the heads elsewhere: 'audit verify --head' finds a tail cut off later.");
            return DONE;
        }
    }

    /** The exit code: 0 if all is restored and proven, 1 if a log is not what its chain says, 2 if it was asked wrongly. */
    public static int restore(List<String> arguments, Settings settings, PrintStream out, PrintStream err)
            throws IOException {
        if (arguments.size() != 1 || !Files.isReadable(Path.of(arguments.getFirst()))) {
            err.println(
                    "nexum restore FILE          reads a backup into a database without its tenants and verifies every log");
            return MISUSED;
        }
        try (Database database = Database.open(settings)) {
            Restored restored = Restore.read(database.stores(), Path.of(arguments.getFirst()), err::println);
            restored.reports()
                    .forEach((tenant, report) -> out.println((report.valid() ? "VALID: " : "INVALID: ") + tenant + ", "
                            + report.eventsChecked() + " events, head " + report.head() + ":" + report.headHash()
                            + report.problem().map(problem -> ", " + problem).orElse("")));
            return restored.valid() ? DONE : FAILED;
        }
    }
}
