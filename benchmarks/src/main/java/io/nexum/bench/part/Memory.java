package io.nexum.bench.part;

import io.nexum.bench.BenchRun;
import io.nexum.bench.bank.ProcessMemory;
import io.nexum.bench.figure.Target;

/** What the program holds in memory after all the loads before. */
public final class Memory implements Part {
    private static final double HEAP_MAX_MIB = 512;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public void measure(BenchRun run) throws Exception {
        run.say("memory of the program");
        long pid = run.bank().server().pid();
        run.figures().add("memory_resident", "memory of the program, resident", ProcessMemory.residentMib(pid), "MiB");
        run.figures()
                .add(
                        "memory_heap",
                        "heap of the program after a collection; it runs with -Xmx512m",
                        ProcessMemory.heapAfterCollectionMib(pid),
                        "MiB",
                        Target.atMost(HEAP_MAX_MIB));
    }
}
