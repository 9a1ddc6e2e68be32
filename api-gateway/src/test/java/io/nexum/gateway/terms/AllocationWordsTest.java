package io.nexum.gateway.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.json.Json;
import io.nexum.kernel.loan.servicing.AllocationOrder;
import io.nexum.kernel.loan.servicing.Component;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words for an order of what payments pay. */
class AllocationWordsTest {
    private static final List<String> STANDARD = AllocationOrder.STANDARD.rules().stream()
            .map(rule -> Json.wireName(rule.timing()) + "_" + Json.wireName(rule.component()))
            .toList();

    @Test
    void no_words_and_all_rules_in_their_order_are_the_standard_one() {
        assertThat(STANDARD).hasSize(AllocationWords.MOST);
        assertThat(AllocationWords.wrong(STANDARD)).isEmpty();
        assertThat(AllocationWords.order(STANDARD)).isEqualTo(AllocationOrder.STANDARD);
        assertThat(AllocationWords.order(List.of())).isEqualTo(AllocationOrder.STANDARD);
    }

    @Test
    void what_is_not_named_comes_after_what_is() {
        List<String> words = List.of("interest", "principal");

        assertThat(AllocationWords.wrong(words)).isEmpty();
        assertThat(AllocationWords.order(words))
                .isEqualTo(AllocationOrder.by(List.of(
                        Component.INTEREST,
                        Component.PRINCIPAL,
                        Component.PENALTY,
                        Component.FEE,
                        Component.DEFAULT_INTEREST)));
    }

    @Test
    void words_that_make_no_order_are_told() {
        assertThat(AllocationWords.wrong(List.of("fee", "fee"))).contains("must name each thing once");
        assertThat(AllocationWords.wrong(List.of("fun"))).isPresent();
        assertThat(AllocationWords.wrong(List.of("fee", "due_interest"))).isPresent();
        assertThat(AllocationWords.wrong(STANDARD.subList(1, STANDARD.size()))).isPresent();
        assertThat(AllocationWords.wrong(STANDARD.reversed()))
                .contains("must have what is due before what is in advance");
    }
}
