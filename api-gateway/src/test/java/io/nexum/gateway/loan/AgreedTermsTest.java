package io.nexum.gateway.loan;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.request.BodyConverter;
import io.nexum.gateway.terms.ScaleAnswer;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.loan.LoanEvent.LoanApplied;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.NewLoan;
import io.nexum.kernel.loan.servicing.LoanAgreement;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeScale;
import io.nexum.kernel.product.LoanConditions;
import io.nexum.kernel.product.ProductGlAccounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a loan tells of what was agreed on. */
class AgreedTermsTest {
    private static final LocalDate TODAY = LocalDate.parse("2024-01-01");
    private static final int OF_THE_BANK = 10;

    private static LoanAgreement agreement(String fields, Optional<LoanConditions> product) {
        CreateLoanBody body = BodyConverter.read(Json.tree("""
                {"customer_id": "00000000-0000-7000-8000-000000000001", "terms": {
                  "principal_amount": "5000", "annual_interest_rate": "0.1"%s}}
                """.formatted(fields)), CreateLoanBody.class);
        LoanTerms terms = body.terms().schedule().terms(TODAY, HolidayCalendar.EVERY_DAY, "terms.");
        return body.terms().agreement().agreement(terms, product, OF_THE_BANK);
    }

    private static AgreedTerms told(String fields) {
        LoanApplied applied = new LoanApplied(
                new LoanId(UUID.randomUUID()),
                new CustomerId(UUID.randomUUID()),
                agreement(fields, Optional.empty()),
                Optional.empty(),
                ProductGlAccounts.NONE,
                Optional.empty(),
                Optional.empty(),
                TODAY);
        return AgreedTerms.of(new NewLoan(applied, Instant.EPOCH).view(LoanStatus.APPLIED));
    }

    @Test
    void what_was_sent_is_read_back_by_the_same_names() {
        AgreedTerms told = told("""
                , "term_months": 10, "payment_frequency": "quarterly", "amortization_method": "equal_principal",
                "allow_prepayment": false, "prepayment_penalty_rate": "0.02", "grace_period_days": 5, "late_fee": 25
                """);

        assertThat(told.numberOfPayments()).isEqualTo(3);
        assertThat(told.termMonths()).isEqualTo(9);
        assertThat(told.paymentFrequency()).isEqualTo("quarterly");
        assertThat(Json.wireName(told.amortizationMethod())).isEqualTo("equal_principal");
        assertThat(told.allowPrepayment()).isFalse();
        assertThat(told.prepaymentPenaltyRate()).isEqualTo("0.02");
        assertThat(told.gracePeriodDays()).isEqualTo(5);
        assertThat(told.lateFee()).contains(ScaleAnswer.of(FeeScale.fixed(Money.of("25.00", "USD"))));
    }

    @ParameterizedTest
    @CsvSource({"30_360, thirty_360", "30_360_us, thirty_360_us", "actual_365, actual_365"})
    void a_day_count_is_told_by_a_word_that_means_the_same(String sent, String told) {
        assertThat(told(", \"term_months\": 12, \"day_count\": \"" + sent + "\"")
                        .dayCount())
                .isEqualTo(told);
    }

    @Test
    void a_product_that_says_no_days_of_grace_leaves_them_to_the_bank() {
        LoanConditions silent = LoanConditions.plain(new BigDecimal("0.1"));

        assertThat(agreement(", \"term_months\": 12", Optional.of(silent))
                        .late()
                        .graceDays())
                .isEqualTo(OF_THE_BANK);
    }
}
