package io.nexum.gateway.transaction;

import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Checked;
import io.nexum.gateway.request.Default;
import io.nexum.gateway.request.MoneyRequest;
import io.nexum.gateway.request.OrWholeBody;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Many orders at once: {@code {"transactions": [...], "mode": "atomic"}}, or a bare list, each line on its own.
 *
 * @param atomic the same as the mode {@code atomic}
 */
record BulkBody(
        @OrWholeBody @Size(min = 1, max = PostBulk.MAX_ITEMS)
        List<OrderBody> transactions,

        Optional<PostBulk.Mode> mode,
        @Default("false") boolean atomic,
        Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
        implements MoneyRequest, Checked {
    @Override
    public void check(ValidationErrors errors) {
        if (atomic && mode.filter(said -> said != PostBulk.Mode.ATOMIC).isPresent()) {
            errors.reject("atomic", "must not contradict mode");
        }
        // Two lines with one key in one bulk are a slip: only one of them could count.
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < transactions.size(); i++) {
            Optional<String> key = transactions.get(i).idempotencyKey();
            if (key.isPresent() && !keys.add(key.get())) {
                errors.at("transactions").at(i).reject("idempotency_key", "must not be that of another line");
            }
        }
    }

    PostBulk command(Caller caller) {
        return new PostBulk(
                transactions.stream().map(line -> item(line, caller)).toList(),
                mode.orElse(atomic ? PostBulk.Mode.ATOMIC : PostBulk.Mode.INDEPENDENT));
    }

    /** The header's key is the whole bulk's; a line has its own. */
    private static PostBulk.Item item(OrderBody line, Caller caller) {
        Caller sender = new Caller(
                caller.tenant(),
                caller.user(),
                caller.authority(),
                caller.correlationId(),
                caller.at(),
                caller.route(),
                caller.consistency(),
                caller.dryRun(),
                Optional.empty());
        return new PostBulk.Item(
                line.command(), sender.money(line.idempotencyKey(), line).idempotency());
    }
}
