package io.nexum.gateway.loan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Rate;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.servicing.LoanAgreement;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.product.LoanConditions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The terms of a loan that is asked for.
 *
 * @param annualInterestRate as a fraction: 0.12 is 12 % a year; absent only if a product says it
 */
record LoanOrderTerms(
        Optional<@Rate BigDecimal> annualInterestRate,
        @JsonUnwrapped LoanTermsFields schedule,
        @JsonUnwrapped AgreementFields agreement) {
    /**
     * What is agreed on, with what a product says wherever nothing was sent.
     *
     * @param currency of all amounts
     * @param today the bank's
     * @param calendar the bank's
     * @param graceDays what holds if neither says it
     * @throws io.nexum.kernel.RefusedException naming each field that doesn't fit the others
     */
    LoanAgreement agreement(
            Optional<LoanConditions> product,
            Currency currency,
            LocalDate today,
            HolidayCalendar calendar,
            int graceDays) {
        ValidationErrors errors = new ValidationErrors().at("terms");
        Optional<BigDecimal> rate = annualInterestRate.or(() -> product.flatMap(LoanConditions::annualRate));
        LoanTerms terms = new LoanTermsOfFields(schedule, rate, product, currency, today, calendar, errors).terms();
        return agreement.agreement(terms, product, graceDays, errors);
    }
}
