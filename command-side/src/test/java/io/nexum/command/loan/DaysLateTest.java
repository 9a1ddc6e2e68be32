package io.nexum.command.loan;

import static io.nexum.command.loan.LoanStory.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.loan.servicing.PaymentSplit;
import org.junit.jupiter.api.Test;

/** Instalments of 106.62 are due on the first of each month from February on; 7 days later is still in time. */
class DaysLateTest {
    private final LoanStory story = new LoanStory().running();

    @Test
    void a_payment_within_the_days_of_grace_is_in_time() {
        assertThat(pay("2026-02-08", "106.62").daysLate()).isEmpty();
    }

    @Test
    void a_later_one_tells_how_many_days_after_the_grace_it_came() {
        assertThat(pay("2026-02-11", "131.62").daysLate()).contains(3);
    }

    @Test
    void the_oldest_instalment_that_is_open_counts() {
        assertThat(pay("2026-02-01", "50.00").daysLate()).isEmpty();
        assertThat(pay("2026-03-10", "106.62").daysLate()).contains(30);
    }

    @Test
    void who_has_paid_ahead_is_not_late() {
        pay("2026-02-01", "213.24");

        assertThat(pay("2026-03-20", "106.62").daysLate()).isEmpty();
        assertThat(story.standing("2026-03-20").charges()).isEqualTo(usd("0.00"));
    }

    private PaymentSplit pay(String date, String amount) {
        return story.on(date).pay(date, amount).split().orElseThrow();
    }
}
