package io.nexum.bench.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build has put the program. */
final class NexumJar {
    private static final Path IN_CHECKOUT = Path.of("api-gateway", "target", "nexum.jar");

    private NexumJar() {}

    /** Looks upwards from this program's own jar, then from the working directory. */
    static Path find() throws IOException {
        String classPath = System.getProperty("java.class.path");
        Path own = Path.of(classPath.split(java.io.File.pathSeparator, 2)[0]).toAbsolutePath();
        for (Path start : new Path[] {own, Path.of("").toAbsolutePath()}) {
            for (Path folder = start; folder != null; folder = folder.getParent()) {
                Path jar = folder.resolve(IN_CHECKOUT);
                if (Files.isRegularFile(jar)) {
                    return jar;
                }
            }
        }
        throw new IOException(IN_CHECKOUT + " is not there; build the program first (./nexum help)");
    }
}
