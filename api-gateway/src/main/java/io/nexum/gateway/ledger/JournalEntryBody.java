package io.nexum.gateway.ledger;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.NewId;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalEntryId;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.LedgerCommand.PostJournalEntry;
import io.nexum.kernel.ledger.Side;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

record JournalEntryBody(
        String description,
        Optional<String> reference,
        Optional<LocalDate> valueDate,
        List<EntryLine> lines,
        Optional<String> idempotencyKey)
        implements Body {
    private static final int MAX_LINES = 200;
    private static final int MAX_DESCRIPTION_LENGTH = 500;
    private static final int MAX_REFERENCE_LENGTH = 100;

    record EntryLine(GlCode account, Side side, Money amount) {
        static EntryLine read(Fields in) {
            return new EntryLine(
                    in.required(in.sent("account", "account_code", "gl_account"), GlCode::new),
                    in.required("side", Forms.word(Side.class)),
                    in.amount("amount"));
        }

        JournalLine line() {
            return new JournalLine(account, Optional.empty(), side, amount);
        }
    }

    static JournalEntryBody read(Fields in) {
        return new JournalEntryBody(
                in.text("description", MAX_DESCRIPTION_LENGTH),
                in.optionalText("reference", MAX_REFERENCE_LENGTH),
                in.optional("value_date", Forms::date),
                in.list("lines", MAX_LINES, EntryLine::read),
                in.idempotencyKey());
    }

    PostJournalEntry command() {
        return new PostJournalEntry(
                new JournalEntryId(NewId.next()),
                new TransactionId(NewId.next()),
                description,
                reference,
                valueDate,
                lines.stream().map(EntryLine::line).toList());
    }
}
