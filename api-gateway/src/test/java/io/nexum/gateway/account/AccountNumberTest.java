package io.nexum.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNumberTest {
    @RepeatedTest(50)
    void a_generated_number_has_ten_digits_of_which_the_last_checks_the_others() {
        String number = AccountNumber.generated(new Random());
        assertThat(number).matches("[1-9][0-9]{9}");
        assertThat(luhnSum(number) % 10).isZero();
    }

    @Test
    void one_wrong_digit_is_found() {
        String number = AccountNumber.generated(new Random(7));
        String slip = number.substring(0, 4) + (number.charAt(4) - '0' + 1) % 10 + number.substring(5);
        assertThat(luhnSum(slip) % 10).isNotZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "-12345", "12 34", "1234_", "DROP TABLE", "12345678901234567890123456789012345"})
    void a_chosen_number_is_letters_digits_and_hyphens(String number) {
        assertThatIllegalArgumentException().isThrownBy(() -> AccountNumber.chosen(number));
    }

    // Written from the definition, from the right: every second digit counts double, with its cross sum.
    private static int luhnSum(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed / 10 + weighed % 10;
        }
        return sum;
    }
}
