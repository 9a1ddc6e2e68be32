package io.nexum.bench.bank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Makes a history quickly: thousands of deposits a request. */
public final class BulkDeposits {
    private static final int REPORT_EVERY = 25 * Accounts.BULK_LINES;

    private BulkDeposits() {}

    /**
     * @param accounts take turns
     * @param progress told now and then how many there are
     */
    public static void make(Bank bank, List<byte[]> accounts, int count, LongConsumer progress)
            throws IOException, InterruptedException {
        int made = 0;
        while (made < count) {
            int some = Math.min(Accounts.BULK_LINES, count - made);
            List<byte[]> paid = new ArrayList<>(some);
            for (int i = 0; i < some; i++) {
                paid.add(accounts.get((made + i) % accounts.size()));
            }
            Accounts.deposit(bank.client(), paid, "1.00");
            made += some;
            if (made % REPORT_EVERY == 0) {
                progress.accept(made);
            }
        }
    }
}
