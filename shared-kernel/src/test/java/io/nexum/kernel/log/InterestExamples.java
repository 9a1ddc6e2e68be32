package io.nexum.kernel.log;

import io.nexum.kernel.account.AccountEvent.InterestAccrued;
import io.nexum.kernel.account.AccountEvent.InterestAgreed;
import io.nexum.kernel.account.AccountEvent.InterestPosted;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.InterestAgreement;
import io.nexum.kernel.account.PeriodInterest;
import io.nexum.kernel.interest.BalanceMethod;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.interest.InterestFrequency;
import io.nexum.kernel.interest.RateTiers.Tiering;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.GlRole;
import io.nexum.kernel.product.InterestConditions;
import io.nexum.kernel.product.InterestConditions.RateTier;
import io.nexum.kernel.product.ProductGlAccounts;
import io.nexum.kernel.transaction.TransactionId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The events of an account's interest, with all their fields filled. */
final class InterestExamples {
    private static final LocalDate MARCH = LocalDate.parse("2024-03-01");

    private InterestExamples() {}

    static InterestAgreed agreed(AccountId account) {
        return new InterestAgreed(
                account,
                new InterestAgreement(
                        MARCH,
                        Optional.of(new InterestConditions(
                                new BigDecimal("0.01"),
                                List.of(new RateTier(usd("1000.00"), new BigDecimal("0.045"))),
                                Tiering.BANDED,
                                BalanceMethod.DAILY,
                                InterestConditions.Type.COMPOUND,
                                InterestFrequency.DAILY,
                                InterestFrequency.DAILY,
                                Optional.of(InterestFrequency.MONTHLY),
                                DayCount.ACTUAL_365,
                                new BigDecimal("0.25"),
                                Optional.of(new BigDecimal("0.18")))),
                        new ProductGlAccounts(Map.of(GlRole.INTEREST_EXPENSE, new GlCode("5011")))));
    }

    static InterestAccrued accrued(AccountId account) {
        return new InterestAccrued(
                account,
                new TransactionId(UUID.fromString("0c5ba1f2-62a5-3d9c-8b0e-1f6f6f6f6f6f")),
                MARCH.plusDays(1),
                MARCH,
                usd("1.23"),
                usd("0.45"),
                List.of(new PeriodInterest(MARCH, usd("1.23"), usd("0.45"))),
                List.of(
                        JournalLine.debit(DefaultChart.INTEREST_EXPENSE, usd("1.23")),
                        JournalLine.credit(DefaultChart.INTEREST_PAYABLE, usd("1.23")),
                        JournalLine.debit(DefaultChart.INTEREST_RECEIVABLE, usd("0.45")),
                        JournalLine.credit(DefaultChart.INTEREST_INCOME, usd("0.45"))));
    }

    static InterestPosted posted(AccountId account) {
        return new InterestPosted(account, MARCH.plusDays(30), usd("41.10"), usd("10.28"), usd("0.45"));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
