package io.nexum.gateway.database;

import java.nio.file.Path;

/** Starts a database, writes to it and ends as by {@code kill -9}: nothing is closed. */
final class DyingProgram {
    static final int EXIT = 9;

    private DyingProgram() {}

    public static void main(String[] arguments) throws Exception {
        @SuppressWarnings("resource") // left open: that is the point
        EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]), 0, 10);
        EmbeddedPostgresTest.note(postgres.address(), 42);
        Runtime.getRuntime().halt(EXIT);
    }
}
