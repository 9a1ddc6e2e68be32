package io.nexum.gateway.ledger;

import io.nexum.gateway.request.MoneyRequest;
import io.nexum.gateway.request.Name;
import io.nexum.gateway.request.NewId;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalEntryId;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.LedgerCommand.PostJournalEntry;
import io.nexum.kernel.ledger.Side;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

record JournalEntryBody(
        @Size(max = 500) String description,
        Optional<@Size(max = 100) String> reference,
        Optional<LocalDate> valueDate,
        @Size(min = 1, max = 200) List<EntryLine> lines,
        Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
        implements MoneyRequest {
    record EntryLine(
            @Name({"account", "account_code", "gl_account"}) GlCode account,
            Side side,
            @Positive Money amount) {
        JournalLine line() {
            return new JournalLine(account, Optional.empty(), side, amount);
        }
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
