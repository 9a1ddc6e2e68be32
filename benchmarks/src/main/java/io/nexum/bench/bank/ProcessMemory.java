package io.nexum.bench.bank;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory another process of this machine holds. */
public final class ProcessMemory {
    private static final double KIB_A_MIB = 1024;
    private static final Pattern HEAP_USED = Pattern.compile("used (\\d+)K");

    private ProcessMemory() {}

    /** What is alive on a Java program's heap: what is used right after a collection. */
    public static double heapAfterCollectionMib(long pid) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        output(List.of(jcmd, Long.toString(pid), "GC.run"));
        String heap = output(List.of(jcmd, Long.toString(pid), "GC.heap_info"));
        Matcher used = HEAP_USED.matcher(heap);
        if (!used.find()) {
            throw new IOException("jcmd tells no heap: " + heap);
        }
        return Long.parseLong(used.group(1)) / KIB_A_MIB;
    }

    /** What the process has in the machine's memory. */
    public static double residentMib(long pid) throws IOException, InterruptedException {
        String kib = output(List.of("ps", "-o", "rss=", "-p", Long.toString(pid)));
        return Long.parseLong(kib.strip()) / KIB_A_MIB;
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed: " + output);
        }
        return output;
    }
}
