package io.nexum.gateway;

import io.nexum.gateway.database.Database;
import io.nexum.gateway.privacy.PersonalKeys;
import io.nexum.gateway.settings.Settings;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.audit.AuditQuery.IntegrityReport;
import io.nexum.kernel.json.Json;
import io.nexum.query.CheckReport;
import io.nexum.query.QuerySettings;
import io.nexum.query.QuerySide;
import io.nexum.query.audit.ExportedLog;
import io.nexum.query.audit.LogExport;
import io.nexum.query.audit.LogVerifier;
import io.nexum.query.audit.NotedHead;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * {@code audit export}, {@code audit verify} and {@code audit check}: what an auditor does without the running program,
 * or beside it. Answers go to standard output, progress to standard error.
 */
final class AuditCommand {
    private static final int VALID = 0;
    private static final int INVALID = 1;
    private static final String TENANT_OPTION = "--tenant";
    private static final String USAGE = """
            nexum audit export [FILE]                          writes the log as JSON lines
            nexum audit verify FILE [--head POSITION:HASH]     proves an exported log, from the file alone
            nexum audit verify --database [--head POSITION:HASH]
                                                               proves the log in the database
            nexum audit check                                  rebuilds every read model beside the live one and
                                                               reports each difference

            each of them with --tenant TENANT for another tenant than default
            """;

    private final Settings settings;
    private final PrintStream out;
    private final PrintStream err;
    private TenantId tenant = TenantId.DEFAULT;

    private AuditCommand(Settings settings, PrintStream out, PrintStream err) {
        this.settings = settings;
        this.out = out;
        this.err = err;
    }

    /** The exit code: 0 if all is well, 1 if not, 2 if it was asked wrongly. */
    static int run(List<String> arguments, Settings settings, PrintStream out, PrintStream err) {
        try {
            return new AuditCommand(settings, out, err).run(arguments);
        } catch (IOException e) {
            err.println("audit failed: " + e);
            return INVALID;
        }
    }

    private int run(List<String> all) throws IOException {
        List<String> arguments = new ArrayList<>(all);
        int option = arguments.indexOf(TENANT_OPTION);
        if (option >= 0) {
            try {
                tenant = new TenantId(arguments.remove(option + 1));
                arguments.remove(option);
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                return misused("--tenant takes a tenant's id");
            }
        }
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        return switch (command) {
            case "export" -> rest.size() > 1 ? misused("export takes one file at most") : export(rest);
            case "verify" -> verify(rest);
            case "check" -> rest.isEmpty() ? check() : misused("check takes no argument");
            default -> misused("what is to be audited?");
        };
    }

    private int misused(String why) {
        err.println(why);
        err.print(USAGE);
        return NexumApplication.MISUSED;
    }

    private int export(List<String> file) throws IOException {
        try (Database database = Database.ofAuditor(settings)) {
            NotedHead head;
            if (file.isEmpty()) {
                head = LogExport.write(database.stores(), tenant, out, progress("exported"));
            } else {
                try (OutputStream lines = Files.newOutputStream(Path.of(file.getFirst()))) {
                    head = LogExport.write(database.stores(), tenant, lines, progress("exported"));
                }
            }
            err.println(
                    "The log ends at " + head + "; note this elsewhere: 'verify --head' finds a tail cut off later.");
            return VALID;
        }
    }

    private int verify(List<String> arguments) throws IOException {
        int option = arguments.indexOf("--head");
        boolean sound = arguments.size() == (option < 0 ? 1 : 3) && option != 0 && option != 2;
        if (!sound) {
            return misused("verify takes a file or --database, and --head with a head if one was noted");
        }
        Optional<NotedHead> head;
        try {
            head = option < 0 ? Optional.empty() : Optional.of(NotedHead.parse(arguments.get(option + 1)));
        } catch (IllegalArgumentException e) {
            return misused(e.getMessage() == null ? "the noted head can't be read" : e.getMessage());
        }
        String source = arguments.getFirst();
        if (source.equals("--database")) {
            return verifyDatabase(head);
        }
        return source.startsWith("--") ? misused("there is no option " + source) : verifyFile(Path.of(source), head);
    }

    private int verifyFile(Path file, Optional<NotedHead> head) throws IOException {
        if (!Files.isReadable(file)) {
            return misused("there is no file " + file + " that can be read");
        }
        try (InputStream lines = Files.newInputStream(file)) {
            return verdict(ExportedLog.verify(lines, head, progress("verified")));
        }
    }

    private int verifyDatabase(Optional<NotedHead> head) throws IOException {
        try (Database database = Database.ofAuditor(settings)) {
            return verdict(LogVerifier.database(
                    database.stores(), tenant, Optional.empty(), Optional.empty(), head, progress("verified")));
        }
    }

    private int verdict(IntegrityReport report) {
        out.println((report.valid() ? "VALID: " : "INVALID: ") + report.eventsChecked() + " events checked, positions "
                + report.from() + " to " + report.to());
        out.println("head: " + report.head() + ":" + report.headHash());
        report.firstBadPosition().ifPresent(position -> out.println("first bad position: " + position));
        report.problem().ifPresent(problem -> out.println("problem: " + problem));
        return report.valid() ? VALID : INVALID;
    }

    private int check() throws IOException {
        try (Database database = Database.ofAuditor(settings);
                QuerySide queries = QuerySide.start(
                        database.stores(), QuerySettings.defaults(), PersonalKeys.open(database, settings))) {
            CheckReport report = queries.check(tenant, err::println);
            out.println((report.equal() ? "EQUAL: " : "DIFFERENT: ") + report.rows() + " rows of " + report.tables()
                    + " read models compared with the log at position " + report.position());
            if (!report.equal()) {
                out.println(report.differences() + " rows differ, among them:");
                report.samples().forEach(difference -> out.println("  " + Json.text(difference)));
            }
            return report.equal() ? VALID : INVALID;
        }
    }

    private LongConsumer progress(String done) {
        return count -> {
            if (count > 0 && count % 100_000 == 0) {
                err.println(count + " events " + done);
            }
        };
    }
}
