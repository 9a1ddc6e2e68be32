package io.nexum.command.transaction;

import io.nexum.command.Workspace;
import io.nexum.kernel.IdempotencyKey;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.transaction.BulkReceipt;
import io.nexum.kernel.transaction.BulkReceipt.Line;
import io.nexum.kernel.transaction.BulkReceipt.Refused;
import io.nexum.kernel.transaction.Receipt;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk.Item;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk.Mode;
import io.nexum.kernel.transaction.TransactionRefusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Many movements in one append. Each is decided on what those before it left, and each line with an idempotency key of
 * its own counts once in whatever bulk it comes.
 */
final class Bulk {
    private Bulk() {}

    static BulkReceipt post(PostBulk command, Workspace work, Duration oldestRate) {
        if (command.items().isEmpty() || command.items().size() > PostBulk.MAX_ITEMS) {
            throw new RefusedException(new Refusals.InvalidValue(
                    "transactions", "a bulk has 1 to " + PostBulk.MAX_ITEMS + " transactions"));
        }
        List<IdempotencyKey> keys = command.items().stream()
                .map(Item::idempotency)
                .flatMap(Optional::stream)
                .toList();
        work.recall(keys);
        Book book = WorkspaceBook.loadedFor(
                command.items().stream().map(Item::command).toList(), work, oldestRate);
        List<Line> lines = new ArrayList<>(command.items().size());
        for (Item item : command.items()) {
            lines.add(line(lines.size(), item, command.mode(), book, work));
        }
        int failed =
                (int) lines.stream().filter(line -> line.refused().isPresent()).count();
        return new BulkReceipt(lines.size() - failed, failed, List.copyOf(lines));
    }

    private static Line line(int index, Item item, Mode mode, Book book, Workspace work) {
        try {
            Optional<Receipt> earlier = item.idempotency().flatMap(key -> work.earlierAnswer(key, Receipt.class));
            if (earlier.isPresent()) {
                return Line.of(index, earlier.get());
            }
            Decision decision = MoneyMovements.decide(item.command(), book);
            work.recordAll(decision.events());
            item.idempotency().ifPresent(key -> work.answer(key, decision.receipt()));
            return Line.of(index, decision.receipt());
        } catch (RefusedException refused) {
            if (mode == Mode.ATOMIC) {
                throw new RefusedException(new TransactionRefusal.BulkRefused(index, refused.refusal()));
            }
            return new Line(
                    index,
                    Optional.empty(),
                    Optional.of(new Refused(
                            refused.refusal().type(), refused.refusal().detail())));
        }
    }
}
