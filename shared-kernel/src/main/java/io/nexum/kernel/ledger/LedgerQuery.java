package io.nexum.kernel.ledger;

import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Query;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What can be asked about the general ledger, and the shapes of the answers. */
public sealed interface LedgerQuery<R> extends Query<R> {
    record GetChart() implements LedgerQuery<List<GlAccount>> {}

    record GetGlAccount(GlCode code) implements LedgerQuery<GlAccount> {}

    /** The entries of the journal, the newest first. */
    record FindJournalEntries(
            Optional<TransactionId> transaction,
            Optional<GlCode> account,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            PageRequest page)
            implements LedgerQuery<Page<JournalEntryView>> {}

    /** The lines of one general-ledger account in one currency in booking order, with the balance after each. */
    record GetAccountLedger(
            GlCode account,
            Currency currency,
            Optional<String> subAccount,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            PageRequest page)
            implements LedgerQuery<AccountLedgerView> {}

    /**
     * All balances of the general ledger.
     *
     * @param asOf the last day that counts, all days if absent
     * @param basis which date decides whether a line counts
     * @param position the last position of the log that counts, the newest if absent
     */
    record GetTrialBalance(Optional<LocalDate> asOf, DateBasis basis, Optional<Long> position)
            implements LedgerQuery<TrialBalance> {}

    enum DateBasis {
        BOOKING_DATE,
        VALUE_DATE
    }

    /** One journal entry: the lines that one transaction, or one manual entry, put in the books. */
    record JournalEntryView(
            TransactionId transactionId,
            long position,
            LocalDate bookingDate,
            LocalDate valueDate,
            String type,
            String description,
            Optional<String> reference,
            Instant recordedAt,
            List<JournalLine> lines) {}

    record AccountLedgerView(
            GlAccount account, Currency currency, Money openingBalance, Money closingBalance, Page<LedgerLine> lines) {}

    /** @param balance the account's balance after the line, on the account's normal side */
    record LedgerLine(
            long position,
            TransactionId transactionId,
            LocalDate bookingDate,
            LocalDate valueDate,
            Optional<String> subAccount,
            Side side,
            Money amount,
            Money balance) {}

    /**
     * @param position the position of the log that it shows
     * @param balanced whether debits equal credits in each currency
     */
    record TrialBalance(
            long position,
            Optional<LocalDate> asOf,
            List<TrialBalanceRow> rows,
            List<TrialBalanceTotal> totals,
            boolean balanced) {}

    /** @param balance debits less credits on an account that grows on the debit side, the reverse on the others */
    record TrialBalanceRow(
            GlCode account,
            String name,
            GlAccountType type,
            Currency currency,
            Money debit,
            Money credit,
            Money balance) {}

    record TrialBalanceTotal(Currency currency, Money debit, Money credit, Money difference) {}
}
