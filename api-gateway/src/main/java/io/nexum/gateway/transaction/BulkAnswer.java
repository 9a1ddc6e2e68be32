package io.nexum.gateway.transaction;

import io.nexum.kernel.transaction.BulkReceipt;
import io.nexum.kernel.transaction.TransactionId;
import java.util.List;
import java.util.Optional;

/** What became of each line of a bulk, in its order. */
record BulkAnswer(int processedCount, int failedCount, List<BulkLine> results) {
    enum Status {
        SUCCESS,
        ERROR
    }

    /** Either a transaction or an error. */
    record BulkLine(
            int index,
            Status status,
            Optional<TransactionId> transactionId,
            Optional<TransactionAnswer> transaction,
            Optional<LineError> error) {}

    /** @param type as a problem's */
    record LineError(String type, String detail) {}

    static BulkAnswer of(BulkReceipt receipt, BulkBody asked) {
        return new BulkAnswer(
                receipt.processed(),
                receipt.failed(),
                receipt.lines().stream()
                        .map(line -> line(line, asked.transactions().get(line.index())))
                        .toList());
    }

    private static BulkLine line(BulkReceipt.Line line, OrderBody asked) {
        return new BulkLine(
                line.index(),
                line.receipt().isPresent() ? Status.SUCCESS : Status.ERROR,
                line.receipt().map(receipt -> receipt.transactionId()),
                line.receipt().map(receipt -> TransactionAnswer.of(receipt, asked.transactionType())),
                line.refused().map(refused -> new LineError("urn:nexum:problem:" + refused.type(), refused.detail())));
    }
}
