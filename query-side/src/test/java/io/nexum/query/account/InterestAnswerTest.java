package io.nexum.query.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountEvent.InterestAgreed;
import io.nexum.kernel.account.AccountEvent.InterestPosted;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountInterestView;
import io.nexum.kernel.account.AccountQuery.GetAccountInterest;
import io.nexum.kernel.account.InterestAgreement;
import io.nexum.kernel.interest.InterestLine;
import io.nexum.kernel.ledger.LedgerQuery.FindJournalEntries;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.InterestConditions;
import io.nexum.kernel.product.ProductGlAccounts;
import io.nexum.query.TestBank;
import io.nexum.query.readmodel.EveryInterest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterestAnswerTest {
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");
    private final TestBank bank = new TestBank();
    private final AccountId account = bank.account();

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void the_calculation_is_made_from_the_entries_by_value_date() {
        agree("0.05");
        bank.deposit(account, "10000");
        for (int day = 0; day < 20; day++) {
            bank.nextDay();
        }
        bank.deposit(account, "6000", MARCH.plusDays(10));
        bank.withdraw(account, "4000");

        AccountInterestView view = ask(Optional.of(MARCH.plusDays(29)));

        AccountInterestView.Calculation calculation = view.calculation().orElseThrow();
        assertThat(calculation.earned()).extracting(InterestLine::days).containsExactly(10L, 10L, 10L);
        assertThat(calculation.earned())
                .extracting(line -> line.balance().intValueExact())
                .containsExactly(10_000, 16_000, 12_000);
        // 380,000 * 5 % / 365
        assertThat(calculation.total().earned()).isEqualTo(usd("52.05"));
        assertThat(view.earned().isZero()).isTrue();
        assertThat(view.accruedThrough()).isEmpty();
    }

    @Test
    void what_accrued_and_what_was_posted_add_up() {
        agree("0.05");
        EveryInterest.accrue(bank, account, MARCH, "41.10");
        EveryInterest.accrue(bank, account, MARCH.plusDays(1), "1.37");
        bank.append(new InterestPosted(account, MARCH, usd("41.10"), usd("10.28"), usd("0.00")));

        AccountInterestView view = ask(Optional.empty());

        assertThat(view.earned()).isEqualTo(usd("1.37"));
        assertThat(view.postedEarned()).isEqualTo(usd("41.10"));
        assertThat(view.withheld()).isEqualTo(usd("10.28"));
        assertThat(view.accruedThrough()).contains(MARCH.plusDays(1));
        assertThat(view.postedThrough()).contains(MARCH);
        assertThat(view.calculation()).isPresent();
    }

    @Test
    void accruals_stand_in_the_journal() {
        agree("0.05");
        EveryInterest.accrue(bank, account, MARCH, "1.37");

        var entries = bank.ask(new FindJournalEntries(
                Optional.empty(),
                Optional.empty(),
                Optional.of(MARCH),
                Optional.of(MARCH),
                new io.nexum.kernel.PageRequest(0, 10)));

        assertThat(entries.items()).singleElement().satisfies(entry -> {
            assertThat(entry.description()).isEqualTo("Interest accrued through " + MARCH);
            assertThat(entry.lines()).hasSize(2);
        });
    }

    @Test
    void the_last_agreement_of_a_day_counts() {
        agree("0.05");
        agree("0.06");

        assertThat(ask(Optional.empty())
                        .agreement()
                        .orElseThrow()
                        .conditions()
                        .orElseThrow()
                        .annualRate())
                .isEqualByComparingTo("0.06");
    }

    @Test
    void an_account_without_interest_has_none_and_an_unknown_one_is_not_found() {
        AccountInterestView none = ask(Optional.of(MARCH));

        assertThat(none.agreement()).isEmpty();
        assertThat(none.calculation()).isEmpty();
        assertThatThrownBy(() -> bank.ask(new GetAccountInterest(new AccountId(UUID.randomUUID()), Optional.empty())))
                .isInstanceOf(RefusedException.class);
    }

    private void agree(String rate) {
        bank.append(new InterestAgreed(
                account,
                new InterestAgreement(
                        MARCH, Optional.of(InterestConditions.simple(new BigDecimal(rate))), ProductGlAccounts.NONE)));
    }

    private AccountInterestView ask(Optional<LocalDate> through) {
        return bank.ask(new GetAccountInterest(account, through));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
