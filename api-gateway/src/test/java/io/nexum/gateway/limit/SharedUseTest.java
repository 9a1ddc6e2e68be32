package io.nexum.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.limit.Budget.Kind;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SharedUseTest {
    /** Time stands still, so no budget fills up meanwhile. */
    private static final TimeMeter STILL = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return 0;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    private final Budget budget = new Budget(Kind.USER, "bank/" + UUID.randomUUID(), 100);
    private final RateLimits here = new RateLimits(STILL, true);
    private final RateLimits there = new RateLimits(STILL, true);

    private long remainingAfter(int requests, RateLimits node) {
        long remaining = 0;
        for (int i = 0; i < requests; i++) {
            remaining = node.count(List.of(budget)).orElseThrow().remaining();
        }
        return remaining;
    }

    @Test
    void two_nodes_on_one_database_count_together() throws IOException {
        try (Database database = NexumServer.running().database();
                SharedUse useHere = new SharedUse(here, database.program());
                SharedUse useThere = new SharedUse(there, database.program())) {
            remainingAfter(30, here);
            remainingAfter(20, there);
            useHere.exchange();
            useThere.exchange(); // learns of the 30
            assertThat(remainingAfter(1, there)).isEqualTo(49);
            assertThat(remainingAfter(1, here)).isEqualTo(69); // it told first, and asked for nothing since
            useHere.exchange(); // learns of the 20
            useThere.exchange(); // learns of the 1
            assertThat(remainingAfter(1, here)).isEqualTo(48);
            assertThat(remainingAfter(1, there)).isEqualTo(47);
        }
    }
}
