package io.nexum.gateway;

import io.nexum.gateway.backup.BackupCommand;
import io.nexum.gateway.database.DatabaseUnusable;
import io.nexum.gateway.settings.InvalidSettings;
import io.nexum.gateway.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one executable: {@code run}, {@code demo}, {@code audit ...}, {@code backup} and {@code restore}. */
@SpringBootApplication(proxyBeanMethods = false)
public class NexumApplication {
    static final int MISUSED = 2;
    private static final int FAILED = 1;

    public static void main(String[] arguments) {
        PrintStream err = System.err;
        try {
            int exit = run(List.of(arguments));
            if (exit >= 0) {
                System.exit(exit);
            }
        } catch (InvalidSettings e) {
            err.println("Nexum doesn't start, because settings are wrong:");
            e.errors().forEach(error -> err.println("  " + error));
            err.println("docs/settings.md lists every setting.");
            System.exit(MISUSED);
        } catch (DatabaseUnusable e) {
            err.println("Nexum doesn't start: " + e.getMessage());
            System.exit(FAILED);
        } catch (IOException e) {
            err.println("Nexum ends: " + e.getMessage());
            System.exit(FAILED);
        } catch (InterruptedException | RuntimeException e) {
            LoggerFactory.getLogger(NexumApplication.class).error("Nexum ends", e);
            System.exit(FAILED);
        }
    }

    /** The exit code, or -1 if the program goes on serving. */
    private static int run(List<String> arguments) throws IOException, InterruptedException {
        String command = arguments.isEmpty() ? "run" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        return switch (command) {
            case "run" -> Serving.run(settings(), System.out);
            case "demo" -> Serving.demo(settings(), System.out);
            case "audit" -> AuditCommand.run(rest, settings(), System.out, System.err);
            case "backup" -> BackupCommand.backup(rest, settings(), System.out, System.err);
            case "restore" -> BackupCommand.restore(rest, settings(), System.out, System.err);
            default -> {
                System.err.println("'" + command + "' is none of run, demo, audit, backup, restore; see ./nexum help");
                yield MISUSED;
            }
        };
    }

    private static Settings settings() {
        Settings.unknown(System.getenv())
                .forEach(name -> System.err.println(
                        "Warning: there is no setting " + name + "; docs/settings.md lists every one"));
        return Settings.read(System.getenv());
    }
}
