package io.nexum.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DefaultChartTest {
    private static final Map<GlCode, GlAccount> BY_CODE =
            DefaultChart.ACCOUNTS.stream().collect(Collectors.toMap(GlAccount::code, Function.identity()));

    @Test
    void each_code_is_there_once_and_its_first_digit_tells_its_class() {
        assertThat(BY_CODE).hasSameSizeAs(DefaultChart.ACCOUNTS);
        Map<Character, GlAccountType> classes = Map.of(
                '1', GlAccountType.ASSET,
                '2', GlAccountType.LIABILITY,
                '3', GlAccountType.EQUITY,
                '4', GlAccountType.INCOME,
                '5', GlAccountType.EXPENSE);
        assertThat(DefaultChart.ACCOUNTS)
                .allSatisfy(account -> assertThat(account.type())
                        .isEqualTo(classes.get(account.code().value().charAt(0))));
    }

    @Test
    void every_account_that_the_program_posts_to_is_in_it() {
        assertThat(BY_CODE)
                .containsKeys(
                        DefaultChart.CASH,
                        DefaultChart.CURRENCY_POSITION,
                        DefaultChart.CHECKING_DEPOSITS,
                        DefaultChart.SAVINGS_DEPOSITS,
                        DefaultChart.WALLET_BALANCES,
                        DefaultChart.FEE_INCOME,
                        DefaultChart.CUSTOMER_REWARDS);
    }

    @Test
    void customers_money_stands_on_control_accounts_among_the_liabilities() {
        for (GlCode code :
                List.of(DefaultChart.CHECKING_DEPOSITS, DefaultChart.SAVINGS_DEPOSITS, DefaultChart.WALLET_BALANCES)) {
            assertThat(BY_CODE.get(code)).isNotNull().satisfies(account -> {
                assertThat(account.control()).isTrue();
                assertThat(account.type()).isEqualTo(GlAccountType.LIABILITY);
            });
        }
    }

    @Test
    void assets_and_expenses_grow_on_the_debit_side_and_the_others_on_the_credit_side() {
        for (GlAccountType type : GlAccountType.values()) {
            boolean debit = type == GlAccountType.ASSET || type == GlAccountType.EXPENSE;
            assertThat(type.normalSide()).isEqualTo(debit ? Side.DEBIT : Side.CREDIT);
        }
    }
}
