package io.nexum.gateway.security;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what no longer counts, at the start and then hourly. Several nodes may do it at once. */
final class Cleaning implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cleaning.class);

    private final List<Runnable> removals;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("login-cleaning").unstarted(this::run);

    private Cleaning(List<Runnable> removals) {
        this.removals = removals;
    }

    static Cleaning start(List<Runnable> removals) {
        Cleaning cleaning = new Cleaning(removals);
        cleaning.thread.start();
        return cleaning;
    }

    private void run() {
        try {
            do {
                removals.forEach(Cleaning::runOrLog);
            } while (!stop.await(1, TimeUnit.HOURS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void runOrLog(Runnable removal) {
        try {
            removal.run();
        } catch (RuntimeException e) {
            LOG.warn("Old logins are not removed yet; trying again", e);
        }
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
