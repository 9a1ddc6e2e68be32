package io.nexum.gateway.ledger;

import io.nexum.kernel.Page;
import io.nexum.kernel.ledger.GlAccount;
import io.nexum.kernel.ledger.GlAccountType;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalEntryId;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.LedgerEvent.JournalEntryPosted;
import io.nexum.kernel.ledger.LedgerQuery.AccountLedgerView;
import io.nexum.kernel.ledger.LedgerQuery.JournalEntryView;
import io.nexum.kernel.ledger.LedgerQuery.LedgerLine;
import io.nexum.kernel.ledger.Side;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is told of the general ledger. */
final class LedgerAnswers {
    private LedgerAnswers() {}

    record GlAccountAnswer(
            GlCode code, String name, GlAccountType type, Side normalSide, boolean control, Optional<GlCode> parent) {
        static GlAccountAnswer of(GlAccount account) {
            return new GlAccountAnswer(
                    account.code(),
                    account.name(),
                    account.type(),
                    account.type().normalSide(),
                    account.control(),
                    account.parent());
        }
    }

    record GlAccountList(List<GlAccountAnswer> accounts, long total, int skip, int limit) {}

    /** @param id the same as {@code journalEntryId} */
    record PostedEntry(
            JournalEntryId journalEntryId,
            JournalEntryId id,
            TransactionId transactionId,
            LocalDate bookingDate,
            LocalDate valueDate,
            String description,
            Optional<String> reference,
            List<JournalLine> lines) {
        static PostedEntry of(JournalEntryPosted entry) {
            return new PostedEntry(
                    entry.entry(),
                    entry.entry(),
                    entry.transaction(),
                    entry.bookingDate(),
                    entry.valueDate(),
                    entry.description(),
                    entry.reference(),
                    entry.lines());
        }
    }

    record JournalEntryList(List<JournalEntryView> journalEntries, long total, int skip, int limit) {
        static JournalEntryList of(Page<JournalEntryView> page) {
            return new JournalEntryList(page.items(), page.total(), page.skip(), page.limit());
        }
    }

    /** @param entries by position, each with the account's balance after it */
    record AccountLedger(
            GlAccountAnswer account,
            Currency currency,
            Money openingBalance,
            Money closingBalance,
            List<LedgerLine> entries,
            long total,
            int skip,
            int limit) {
        static AccountLedger of(AccountLedgerView ledger) {
            return new AccountLedger(
                    GlAccountAnswer.of(ledger.account()),
                    ledger.currency(),
                    ledger.openingBalance(),
                    ledger.closingBalance(),
                    ledger.lines().items(),
                    ledger.lines().total(),
                    ledger.lines().skip(),
                    ledger.lines().limit());
        }
    }
}
