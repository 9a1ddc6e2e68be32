package io.nexum.bench.part;

import io.nexum.bench.BenchRun;

/** One measurement of the bench, which can be asked for by its name. */
public interface Part {
    String name();

    /** Adds what it measured to the run's figures. */
    void measure(BenchRun run) throws Exception;
}
