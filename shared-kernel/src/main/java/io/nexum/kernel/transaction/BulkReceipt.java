package io.nexum.kernel.transaction;

import java.util.List;
import java.util.Optional;

/** What became of each line of a bulk, in its order. */
public record BulkReceipt(int processed, int failed, List<Line> lines) {
    /** Either a receipt or a refusal. */
    public record Line(int index, Optional<Receipt> receipt, Optional<Refused> refused) {
        public static Line of(int index, Receipt receipt) {
            return new Line(index, Optional.of(receipt), Optional.empty());
        }
    }

    /** @param type the refusal's stable name */
    public record Refused(String type, String detail) {}
}
