package io.nexum.command.transaction;

import io.nexum.command.account.AccountPostings;
import io.nexum.command.account.AccountRules;
import io.nexum.command.account.OpenedAccount;
import io.nexum.command.account.TransactionFees;
import io.nexum.command.rate.Conversion;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountEvent.HoldReleased;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountRefusal;
import io.nexum.kernel.account.Hold;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.GlRole;
import io.nexum.kernel.transaction.Channel;
import io.nexum.kernel.transaction.Instruction;
import io.nexum.kernel.transaction.Movement;
import io.nexum.kernel.transaction.TransactionCommand.CaptureHold;
import io.nexum.kernel.transaction.TransactionCommand.ChargeFee;
import io.nexum.kernel.transaction.TransactionCommand.Credit;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import io.nexum.kernel.transaction.TransactionCommand.Single;
import io.nexum.kernel.transaction.TransactionCommand.Transfer;
import io.nexum.kernel.transaction.TransactionCommand.Withdraw;
import io.nexum.kernel.transaction.TransactionRefusal;
import io.nexum.kernel.transaction.TransactionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides every movement of money but reversals. Functions of the book and the command, nothing else. */
final class MoneyMovements {
    private MoneyMovements() {}

    static Decision decide(Single command, Book book) {
        return switch (command) {
            case Deposit deposit ->
                paidIn(deposit.account(), deposit.instruction(), TransactionType.DEPOSIT, DefaultChart.CASH, book);
            case Credit credit ->
                paidIn(
                        credit.account(),
                        credit.instruction(),
                        TransactionType.ADJUSTMENT,
                        DefaultChart.CUSTOMER_REWARDS,
                        book);
            case Withdraw withdraw ->
                paidOut(
                        withdraw.account(),
                        withdraw.instruction(),
                        TransactionType.WITHDRAWAL,
                        DefaultChart.CASH,
                        book);
            case ChargeFee fee ->
                paidOut(
                        fee.account(),
                        fee.instruction(),
                        TransactionType.FEE,
                        book.account(fee.account()).glAccount(GlRole.FEE_INCOME, DefaultChart.FEE_INCOME),
                        book);
            case Transfer transfer -> transferred(transfer, book);
            case CaptureHold capture -> captured(capture, book);
        };
    }

    private static Decision paidIn(
            AccountId id, Instruction instruction, TransactionType type, GlCode from, Book book) {
        OpenedAccount account = book.account(id);
        Movement movement = movement(instruction, type, book);
        List<AccountEvent> events =
                AccountPostings.credit(account, movement, Optional.of(JournalLine.debit(from, instruction.amount())));
        return new Decision(
                events,
                Receipts.of(
                        movement,
                        Optional.empty(),
                        Optional.of(id),
                        Optional.empty(),
                        book.at(),
                        Receipts.accountsAfter(events, book)));
    }

    private static Decision paidOut(AccountId id, Instruction instruction, TransactionType type, GlCode to, Book book) {
        OpenedAccount account = book.account(id);
        Movement movement = movement(instruction, type, book);
        List<AccountEvent> events = new ArrayList<>(AccountPostings.debit(
                account, movement, Optional.of(JournalLine.credit(to, instruction.amount())), book.at()));
        events.addAll(TransactionFees.after(account, events, movement, book.at()));
        return new Decision(
                events,
                Receipts.of(
                        movement,
                        Optional.of(id),
                        Optional.empty(),
                        Optional.empty(),
                        book.at(),
                        Receipts.accountsAfter(events, book)));
    }

    private static Decision transferred(Transfer transfer, Book book) {
        if (transfer.from().equals(transfer.to())) {
            throw new RefusedException(new TransactionRefusal.SameAccount());
        }
        OpenedAccount from = book.account(transfer.from());
        OpenedAccount to = book.account(transfer.to());
        Money sent = transfer.instruction().amount();
        if (sent.currency() != from.currency()) {
            throw new RefusedException(
                    new AccountRefusal.CurrencyMismatch(from.id(), from.currency(), sent.currency()));
        }
        Movement base = movement(transfer.instruction(), transfer.type(), book);
        Optional<Conversion> conversion =
                sent.currency() == to.currency() ? Optional.empty() : Optional.of(converted(sent, to, book));
        Money arrived = conversion.map(Conversion::converted).orElse(sent);
        Movement out = between(base, sent, to.id(), conversion, arrived);
        Movement in = between(base, arrived, from.id(), conversion, sent);
        // Across currencies each side settles with the bank's position in its own currency, so each balances by itself.
        Optional<JournalLine> positionIn =
                conversion.map(c -> JournalLine.credit(DefaultChart.CURRENCY_POSITION, sent));
        Optional<JournalLine> positionOut =
                conversion.map(c -> JournalLine.debit(DefaultChart.CURRENCY_POSITION, arrived));

        List<AccountEvent> events = new ArrayList<>(AccountPostings.debit(from, out, positionIn, book.at()));
        events.addAll(AccountPostings.credit(to, in, positionOut));
        events.addAll(TransactionFees.after(from, events, out, book.at()));
        return new Decision(
                events,
                Receipts.of(
                        out,
                        Optional.of(from.id()),
                        Optional.of(to.id()),
                        Optional.empty(),
                        book.at(),
                        Receipts.accountsAfter(events, book)));
    }

    private static Conversion converted(Money sent, OpenedAccount to, Book book) {
        try {
            return book.convert(sent, to.currency());
        } catch (IllegalArgumentException tooLarge) {
            throw new RefusedException(new AccountRefusal.AmountTooLarge(to.id()));
        }
    }

    private static Decision captured(CaptureHold capture, Book book) {
        OpenedAccount account = book.account(capture.account());
        Optional<Hold> hold = account.holds().find(capture.hold());
        Money amount = capture.amount()
                .or(() -> hold.map(Hold::remaining))
                .orElseThrow(() -> new RefusedException(new AccountRefusal.HoldNotActive(capture.hold())));
        Instruction instruction = new Instruction(
                capture.transaction(),
                amount,
                capture.description(),
                capture.reference(),
                Channel.SYSTEM,
                Optional.empty(),
                Map.of());
        Movement movement = movement(instruction, TransactionType.PAYMENT, book);
        List<AccountEvent> events = new ArrayList<>(AccountPostings.capture(
                account,
                capture.hold(),
                movement,
                Optional.of(JournalLine.credit(DefaultChart.CASH, amount)),
                book.at()));
        hold.map(held -> held.remaining().minus(amount))
                .filter(rest -> capture.releaseRemainder() && rest.isPositive())
                .ifPresent(rest ->
                        events.add(new HoldReleased(account.id(), capture.hold(), rest, "remainder after capture")));
        return new Decision(
                events,
                Receipts.of(
                        movement,
                        Optional.of(account.id()),
                        Optional.empty(),
                        Optional.of(capture.hold()),
                        book.at(),
                        Receipts.accountsAfter(events, book)));
    }

    private static Movement movement(Instruction instruction, TransactionType type, Book book) {
        AccountRules.mustBePositive(instruction.amount());
        return new Movement(
                instruction.transaction(),
                type,
                instruction.amount(),
                book.bookingDate(),
                instruction.valueDate().orElse(book.bookingDate()),
                instruction.description(),
                instruction.reference(),
                instruction.channel(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                instruction.metadata());
    }

    private static Movement between(
            Movement base, Money amount, AccountId counterparty, Optional<Conversion> conversion, Money atOtherEnd) {
        return new Movement(
                base.transaction(),
                base.type(),
                amount,
                base.bookingDate(),
                base.valueDate(),
                base.description(),
                base.reference(),
                base.channel(),
                Optional.of(counterparty),
                conversion.map(c -> atOtherEnd),
                conversion.map(Conversion::rate),
                Optional.empty(),
                base.metadata());
    }
}
