package io.nexum.bench;

import io.nexum.bench.crash.CrashTest;
import io.nexum.bench.crash.CrashTestOptions;
import java.io.PrintStream;
import java.util.List;

/** {@code bench} and {@code crash-test}. */
public final class Main {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    public static void main(String[] arguments) {
        // Before anything logs: the program's own configuration would fill the progress with its talk.
        System.setProperty("logback.configurationFile", "bench-logback.xml");
        PrintStream out = System.out;
        try {
            System.exit(run(List.of(arguments), out));
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.print(usage());
            System.exit(MISUSED);
        } catch (Exception e) {
            e.printStackTrace(out);
            System.exit(FAILED);
        }
    }

    private static int run(List<String> arguments, PrintStream out) throws Exception {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("what is to be done?");
        }
        List<String> rest = arguments.subList(1, arguments.size());
        return switch (arguments.getFirst()) {
            case "bench" -> {
                Bench.run(BenchOptions.parse(rest, Bench.partNames()), out);
                yield 0;
            }
            case "crash-test" -> CrashTest.run(CrashTestOptions.parse(rest), out) ? 0 : FAILED;
            default -> throw new IllegalArgumentException("unknown: " + arguments.getFirst());
        };
    }

    private static String usage() {
        return """
                bench [PART...] [--quick] [--json FILE]
                    measures; parts: %s
                crash-test [--rounds N] [--seconds S] [--seed X]
                    kills the program and PostgreSQL under load, and checks the books
                """.formatted(String.join(", ", Bench.partNames()));
    }
}
