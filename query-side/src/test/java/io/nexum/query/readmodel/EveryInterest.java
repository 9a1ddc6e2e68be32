package io.nexum.query.readmodel;

import io.nexum.kernel.account.AccountEvent.InterestAccrued;
import io.nexum.kernel.account.AccountEvent.InterestAgreed;
import io.nexum.kernel.account.AccountEvent.InterestPosted;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.InterestAgreement;
import io.nexum.kernel.account.PeriodInterest;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.InterestConditions;
import io.nexum.kernel.product.ProductGlAccounts;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.query.TestBank;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Something in every table of interest. */
public final class EveryInterest {
    private EveryInterest() {}

    static void fill(TestBank bank, AccountId account) {
        bank.append(new InterestAgreed(
                account,
                new InterestAgreement(
                        bank.today(),
                        Optional.of(InterestConditions.simple(new BigDecimal("0.05"))),
                        ProductGlAccounts.NONE)));
        accrue(bank, account, bank.today(), "1.37");
        Money nothing = Money.zero(TestBank.USD);
        bank.append(new InterestPosted(account, bank.today(), nothing, nothing, nothing));
    }

    public static void accrue(TestBank bank, AccountId account, LocalDate through, String earned) {
        Money amount = Money.of(earned, "USD");
        bank.append(new InterestAccrued(
                account,
                new TransactionId(UUID.randomUUID()),
                bank.today(),
                through,
                amount,
                Money.zero(TestBank.USD),
                List.of(new PeriodInterest(through.withDayOfMonth(1), amount, Money.zero(TestBank.USD))),
                List.of(
                        JournalLine.debit(DefaultChart.INTEREST_EXPENSE, amount),
                        JournalLine.credit(DefaultChart.INTEREST_PAYABLE, amount))));
    }
}
