package io.nexum.gateway.transaction;

import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Many orders at once: {@code {"transactions": [...], "mode": "atomic"}}, or a bare list, each line on its own. */
record BulkBody(List<OrderBody> transactions, PostBulk.Mode mode, Optional<String> idempotencyKey) implements Body {
    private static final String LINES = "transactions";

    static BulkBody read(Fields in) {
        Optional<List<OrderBody>> bare = in.bareList(LINES, PostBulk.MAX_ITEMS, OrderBody::read);
        if (bare.isPresent()) {
            return new BulkBody(withDistinctKeys(in, bare.get()), PostBulk.Mode.INDEPENDENT, Optional.empty());
        }
        boolean atomic = in.flag("atomic").orElse(false);
        PostBulk.Mode mode = in.optional("mode", Forms.word(PostBulk.Mode.class))
                .orElse(atomic ? PostBulk.Mode.ATOMIC : PostBulk.Mode.INDEPENDENT);
        if (atomic && mode != PostBulk.Mode.ATOMIC) {
            in.wrong("atomic", "must not contradict mode");
        }
        List<OrderBody> lines = in.list(LINES, PostBulk.MAX_ITEMS, OrderBody::read);
        return new BulkBody(withDistinctKeys(in, lines), mode, in.idempotencyKey());
    }

    /** Two lines with one key in one bulk are a slip: only one of them could count. */
    private static List<OrderBody> withDistinctKeys(Fields in, List<OrderBody> lines) {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            Optional<String> key = lines.get(i).idempotencyKey();
            if (key.isPresent() && !keys.add(key.get())) {
                in.wrong(LINES + "[" + i + "].idempotency_key", "must not be that of another line");
            }
        }
        return lines;
    }

    PostBulk command(Caller caller) {
        return new PostBulk(
                transactions.stream().map(line -> item(line, caller)).toList(), mode);
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
