package io.nexum.command.loan;

import static io.nexum.kernel.product.GlRole.FEE_INCOME;
import static io.nexum.kernel.product.GlRole.INTEREST_INCOME;
import static io.nexum.kernel.product.GlRole.INTEREST_RECEIVABLE;
import static io.nexum.kernel.product.GlRole.LOANS_RECEIVABLE;
import static io.nexum.kernel.product.GlRole.LOSS_ALLOWANCE;
import static io.nexum.kernel.product.GlRole.LOSS_EXPENSE;
import static io.nexum.kernel.product.GlRole.OVERPAYMENTS;
import static io.nexum.kernel.product.GlRole.PENALTY_INCOME;
import static io.nexum.kernel.product.GlRole.RECOVERIES;

import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.loan.servicing.LoanAccount;
import io.nexum.kernel.loan.servicing.LoanPosition;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductGlAccounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The journal lines of a loan's events: what its position has changed by, on the accounts of its product. */
final class LoanJournal {
    private final KnownLoan loan;
    private final ProductGlAccounts accounts;

    LoanJournal(KnownLoan loan) {
        this.loan = loan;
        this.accounts = loan.accounts();
    }

    /**
     * What has to be posted.
     *
     * @param settlement where money goes or comes from; absent if an account's own event tells that
     */
    List<JournalLine> lines(LoanPosition change, Optional<GlCode> settlement) {
        List<JournalLine> lines = new ArrayList<>();
        for (LoanAccount account : LoanAccount.values()) {
            Money amount = change.on(account);
            if (account == LoanAccount.SETTLEMENT) {
                settlement.ifPresent(code -> add(lines, code, amount));
            } else {
                add(lines, codeOf(account), amount);
            }
        }
        return lines;
    }

    /** A loss uses up what was set aside for it; the rest is an expense, or what was too much comes back. */
    List<JournalLine> useAllowance() {
        return allowance(Money.zero(loan.currency()));
    }

    /** What has to be posted so that so much is set aside. */
    List<JournalLine> allowance(Money target) {
        Money more = target.minus(loan.ledger().allowance());
        List<JournalLine> lines = new ArrayList<>();
        add(lines, accounts.of(LOSS_EXPENSE, DefaultChart.LOSS_EXPENSE), more);
        add(lines, accounts.of(LOSS_ALLOWANCE, DefaultChart.LOSS_ALLOWANCE), more.negated());
        return lines;
    }

    private GlCode codeOf(LoanAccount account) {
        return switch (account) {
            case PRINCIPAL_RECEIVABLE -> accounts.of(LOANS_RECEIVABLE, DefaultChart.LOANS);
            case INTEREST_RECEIVABLE -> accounts.of(INTEREST_RECEIVABLE, DefaultChart.INTEREST_RECEIVABLE);
            case CHARGES_RECEIVABLE -> DefaultChart.CHARGES_RECEIVABLE;
            case INTEREST_INCOME -> accounts.of(INTEREST_INCOME, DefaultChart.INTEREST_INCOME);
            case FEE_INCOME -> accounts.of(FEE_INCOME, DefaultChart.FEE_INCOME);
            case PENALTY_INCOME -> accounts.of(PENALTY_INCOME, DefaultChart.PENALTY_INCOME);
            case OVERPAYMENT -> accounts.of(OVERPAYMENTS, DefaultChart.OVERPAYMENTS);
            case GOODWILL -> DefaultChart.GOODWILL;
            case LOSS -> accounts.of(LOSS_EXPENSE, DefaultChart.LOSS_EXPENSE);
            case RECOVERY -> accounts.of(RECOVERIES, DefaultChart.RECOVERIES);
            case SETTLEMENT -> DefaultChart.CASH;
        };
    }

    private void add(List<JournalLine> lines, GlCode code, Money amount) {
        boolean control = code.equals(codeOf(LoanAccount.PRINCIPAL_RECEIVABLE));
        if (amount.isPositive()) {
            lines.add(control ? JournalLine.debit(code, loan.id(), amount) : JournalLine.debit(code, amount));
        } else if (amount.isNegative()) {
            Money credited = amount.negated();
            lines.add(control ? JournalLine.credit(code, loan.id(), credited) : JournalLine.credit(code, credited));
        }
    }
}
