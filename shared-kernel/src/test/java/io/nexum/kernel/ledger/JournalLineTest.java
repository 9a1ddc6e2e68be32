package io.nexum.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nexum.kernel.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalLineTest {
    private static final Money TEN = Money.of("10.00", "USD");

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "-0.01"})
    void a_line_has_an_amount_above_zero(String amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JournalLine.debit(DefaultChart.CASH, Money.of(amount, "USD")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JournalLine.credit(DefaultChart.CASH, Money.of(amount, "USD")));
    }

    @Test
    void a_debit_and_the_credit_of_the_same_amount_sum_to_zero() {
        JournalLine debit = JournalLine.debit(DefaultChart.CASH, TEN);
        JournalLine credit = JournalLine.credit(DefaultChart.CHECKING_DEPOSITS, "sub", TEN);

        assertThat(debit.signed().plus(credit.signed()).isZero()).isTrue();
        assertThat(debit.signed()).isEqualTo(TEN);
    }

    @Test
    void a_mirrored_line_undoes_the_line_on_the_same_account() {
        JournalLine line = JournalLine.credit(DefaultChart.CHECKING_DEPOSITS, "sub", TEN);
        JournalLine mirrored = line.mirrored();

        assertThat(mirrored).isEqualTo(JournalLine.debit(DefaultChart.CHECKING_DEPOSITS, "sub", TEN));
        assertThat(line.signed().plus(mirrored.signed()).isZero()).isTrue();
        assertThat(mirrored.mirrored()).isEqualTo(line);
    }
}
