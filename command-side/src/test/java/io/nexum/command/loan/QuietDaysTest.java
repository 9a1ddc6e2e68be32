package io.nexum.command.loan;

import static io.nexum.command.loan.LoanStory.START;
import static io.nexum.command.loan.LoanStory.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.loan.Disbursement;
import io.nexum.kernel.loan.LoanEvent.LoanDefaulted;
import io.nexum.kernel.loan.LoanEvent.LoanInterestAccrued;
import io.nexum.kernel.loan.LoanPolicy;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.servicing.LoanAgreement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Days on which a loan is not worked out anew, because its outlook says what it earns. */
class QuietDaysTest {
    private final LoanStory story = new LoanStory();

    @Test
    void an_entry_tells_what_is_earned_next_so_that_the_first_close_is_quiet() {
        story.running();
        assertThat(story.state().ledger().outlook()).isPresent();

        assertThat(story.close(START)).singleElement().isInstanceOfSatisfying(LoanInterestAccrued.class, accrued -> {
            assertThat(accrued.interest())
                    .isEqualTo(story.standing("2026-01-02").interestEarned());
            assertThat(accrued.outlook()).isEmpty();
        });
    }

    @Test
    void a_default_is_seen_on_its_day_also_where_that_is_no_border_of_a_bucket() {
        story.policy = new LoanPolicy(45, LoanPolicy.USUAL.risks());
        story.running().closeThrough("2026-03-17");
        assertThat(story.standing("2026-03-18").daysPastDue()).isEqualTo(45);

        assertThat(story.close(LocalDate.parse("2026-03-18"))).hasAtLeastOneElementOfType(LoanDefaulted.class);
    }

    @Test
    void what_was_to_be_paid_out_and_is_not_earns_nothing() {
        LoanTerms once = story.agreement.terms();
        LoanTerms twice = once.with(
                List.of(new Disbursement(START, usd("600.00")), new Disbursement(START.plusDays(14), usd("600.00"))));
        story.agreement = new LoanAgreement(
                twice,
                story.agreement.late(),
                story.agreement.prepayment(),
                story.agreement.allocation(),
                Optional.empty());
        story.running();

        story.closeThrough("2026-01-25");

        assertThat(story.ledger())
                .containsEntry(
                        "4010",
                        story.standing("2026-01-26")
                                .interestEarned()
                                .negated()
                                .amount()
                                .toPlainString());
    }
}
