package io.nexum.bench.figure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the figures were measured on. */
public record Machine(
        int cores, String processor, long memoryMib, String operatingSystem, String java, String postgresql) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final int BYTES_A_MIB_BITS = 20;

    /** @param postgresql the version of the server that all parts ran against */
    public static Machine thisOne(String postgresql) throws IOException {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                processorName(),
                memoryBytes() >> BYTES_A_MIB_BITS,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                postgresql);
    }

    private static String processorName() throws IOException {
        String architecture = System.getProperty("os.arch");
        if (!Files.isReadable(PROCESSORS)) {
            return architecture;
        }
        try (var lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(architecture);
        }
    }

    private static long memoryBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }

    @Override
    public String toString() {
        return cores + " cores (" + processor + "), " + memoryMib + " MiB, " + operatingSystem + ", " + java
                + ", PostgreSQL " + postgresql;
    }
}
