package io.nexum.kernel.loan;

import static io.nexum.kernel.loan.Agreed.loan;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.loan.servicing.AllocationOrder;
import io.nexum.kernel.loan.servicing.LoanAgreement;
import io.nexum.kernel.loan.servicing.LoanAgreement.LateTerms;
import io.nexum.kernel.loan.servicing.LoanAgreement.PrepaymentTerms;
import io.nexum.kernel.loan.servicing.LoanBook;
import io.nexum.kernel.loan.servicing.LoanEntry;
import io.nexum.kernel.loan.servicing.LoanEntry.PaidOut;
import io.nexum.kernel.loan.servicing.LoanEntry.Replanned;
import io.nexum.kernel.loan.servicing.LoanPlan;
import io.nexum.kernel.loan.servicing.Replan;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeScale;
import io.nexum.kernel.transaction.TransactionId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The plan in force, and what it costs a year. */
class LoanPlanTest {
    private static final LocalDate START = LocalDate.parse("2024-01-01");
    private static final LocalDate CHANGED = LocalDate.parse("2024-04-01");
    private static final Money PRINCIPAL = Money.of("10000.00", "USD");
    private static final Optional<FeeScale> FEE = Optional.of(FeeScale.fixed(Money.of("200.00", "USD")));

    private static LoanBook paidOut(Optional<FeeScale> fee) {
        LoanAgreement agreement = new LoanAgreement(
                loan(PRINCIPAL, START.toString(), "12", 12).terms(),
                LateTerms.NONE,
                PrepaymentTerms.FREE,
                AllocationOrder.STANDARD,
                fee);
        return LoanBook.of(agreement).plus(new PaidOut(id(1), START, PRINCIPAL));
    }

    private static LoanEntry at6Percent() {
        Replan plan =
                new Replan.Restructure(new BigDecimal("0.06"), CHANGED.plusMonths(1), 24, Optional.empty(), false);
        return new Replanned(id(2), CHANGED, plan);
    }

    private static TransactionId id(int number) {
        return new TransactionId(new UUID(0, number));
    }

    @Test
    void a_loan_goes_by_what_was_agreed_on_until_that_is_changed() {
        LoanBook book = paidOut(Optional.empty());

        assertThat(book.at(CHANGED).plan()).isEqualTo(book.agreement().plan());
        assertThat(book.at(CHANGED).plan().rates().regulationZ()).isEqualByComparingTo("0.120001");
    }

    @Test
    void another_rate_from_a_day_on_is_a_part_of_the_plan() {
        LoanBook book = paidOut(Optional.empty()).plus(new LoanEntry.RateSet(id(3), CHANGED, new BigDecimal("0.06")));

        BigDecimal rate = book.at(CHANGED).plan().rates().regulationZ();

        assertThat(rate).isBetween(new BigDecimal("0.06"), new BigDecimal("0.12"));
    }

    @Test
    void a_new_plan_costs_what_its_own_terms_say() {
        LoanBook book = paidOut(FEE).plus(at6Percent());

        LoanPlan before = book.at(CHANGED.minusDays(1)).plan();
        LoanPlan after = book.at(CHANGED).plan();

        assertThat(before.rates().regulationZ()).isGreaterThan(new BigDecimal("0.15"));
        assertThat(after.originationFee()).isEmpty();
        assertThat(after.rates().regulationZ().setScale(3, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo("0.060");
    }
}
