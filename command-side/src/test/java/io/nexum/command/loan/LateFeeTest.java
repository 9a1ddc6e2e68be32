package io.nexum.command.loan;

import static io.nexum.command.loan.LoanStory.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.loan.servicing.Component;
import io.nexum.kernel.loan.servicing.LoanAgreement;
import io.nexum.kernel.loan.servicing.LoanAgreement.LateTerms;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeScale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A late fee that depends on what is late: the first instalment of 106.62 is due on 1 February, with 7 days of grace. */
class LateFeeTest {
    private static final FeeScale FIVE_PERCENT = FeeScale.percentage(new BigDecimal("0.05"), Currency.of("USD"));

    private final LoanStory story = new LoanStory();

    @Test
    void a_part_of_the_instalment_is_charged_when_its_grace_is_over() {
        charging(FIVE_PERCENT).running();
        story.on("2026-02-09").closeThrough("2026-02-07");
        assertThat(penalty("2026-02-08")).isEqualTo(usd("0.00"));

        story.closeThrough("2026-02-08");

        assertThat(penalty("2026-02-09")).isEqualTo(usd("5.33"));
        assertThat(story.ledger()).containsEntry("4030", "-5.33");
    }

    @Test
    void what_was_paid_within_the_grace_costs_nothing_though_it_is_booked_later() {
        charging(FIVE_PERCENT).running();
        story.on("2026-02-20").closeThrough("2026-02-19");
        assertThat(penalty("2026-02-20")).isEqualTo(usd("5.33"));

        story.pay("2026-02-05", "50.00");

        // 5 % of the 56.62 that stayed open.
        assertThat(penalty("2026-02-20")).isEqualTo(usd("2.83"));
        assertThat(story.ledger()).containsEntry("4030", "-2.83");
    }

    @Test
    void a_fee_has_a_least_and_a_most_and_tiers() {
        FeeScale atLeast = new FeeScale(FIVE_PERCENT.tiers(), Optional.of(usd("10.00")), Optional.empty());
        charging(atLeast).running().on("2026-02-09").closeThrough("2026-02-08");
        assertThat(penalty("2026-02-09")).isEqualTo(usd("10.00"));

        LoanStory tiered = charging(
                new LoanStory(),
                new FeeScale(
                        List.of(
                                new FeeScale.Tier(Optional.of(usd("100.00")), usd("1.00"), BigDecimal.ZERO),
                                new FeeScale.Tier(Optional.empty(), usd("2.00"), new BigDecimal("0.01"))),
                        Optional.empty(),
                        Optional.empty()));
        tiered.running().on("2026-02-09").closeThrough("2026-02-08");
        assertThat(tiered.standing("2026-02-09").owed(Component.PENALTY)).isEqualTo(usd("3.07"));
    }

    private Money penalty(String asOf) {
        return story.standing(asOf).owed(Component.PENALTY);
    }

    private LoanStory charging(FeeScale fee) {
        return charging(story, fee);
    }

    private static LoanStory charging(LoanStory story, FeeScale fee) {
        LoanAgreement usual = story.agreement;
        story.agreement = new LoanAgreement(
                usual.terms(),
                new LateTerms(usual.late().graceDays(), Optional.of(fee), BigDecimal.ZERO),
                usual.prepayment(),
                usual.allocation());
        return story;
    }
}
