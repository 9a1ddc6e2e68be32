package io.nexum.kernel.loan;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.log.EventExamples;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LoanStatusTest {
    @Test
    void each_status_is_reached_by_some_event_and_only_one_depends_on_where_the_loan_was() {
        Set<LoanStatus> reached = EnumSet.noneOf(LoanStatus.class);
        for (LoanEvent event : events()) {
            Set<LoanStatus> after = EnumSet.allOf(LoanStatus.class).stream()
                    .map(before -> before.after(event))
                    .collect(Collectors.toSet());
            if (after.size() == 1) {
                reached.addAll(after);
            } else {
                assertThat(after).as(event.toString()).hasSizeGreaterThanOrEqualTo(LoanStatus.values().length - 1);
            }
        }

        assertThat(reached).isEqualTo(EnumSet.complementOf(EnumSet.of(LoanStatus.DISBURSED)));
    }

    @Test
    void the_first_disbursement_alone_makes_a_loan_disbursed() {
        LoanEvent out = events().stream()
                .filter(LoanEvent.LoanDisbursed.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertThat(LoanStatus.ORIGINATED.after(out)).isEqualTo(LoanStatus.DISBURSED);
        assertThat(LoanStatus.ACTIVE.after(out)).isEqualTo(LoanStatus.ACTIVE);
    }

    @Test
    void a_loan_that_is_lost_needs_no_allowance() {
        for (LoanEvent event : events()) {
            LoanStatus after = LoanStatus.ACTIVE.after(event);
            if (after.isLost()) {
                var before = ((LoanEvent.Entered) event).after().principal();
                assertThat(event.allowanceAfter(before).isZero()).isTrue();
            }
        }
    }

    private static List<LoanEvent> events() {
        return EventExamples.byType().values().stream()
                .filter(LoanEvent.class::isInstance)
                .map(LoanEvent.class::cast)
                .toList();
    }
}
