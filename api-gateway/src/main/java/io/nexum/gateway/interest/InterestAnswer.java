package io.nexum.gateway.interest;

import io.nexum.gateway.terms.InterestTerms;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountInterestView;
import io.nexum.kernel.account.AccountInterestView.Calculation;
import io.nexum.kernel.account.InterestAgreement;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.interest.InterestLine;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.InterestConditions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What an account earns and what of it is in the books.
 *
 * @param interestRate a year, as a fraction
 * @param conditions all of them, in the words of a product's
 * @param agreedFrom the first day of the conditions
 * @param accruedInterest what accrued to the holder and was not posted yet
 * @param accruedOverdraftInterest what the holder came to owe and was not posted yet
 * @param postedInterest all that was posted to the holder, before tax
 * @param withheldTax all that was kept back of that
 * @param postedOverdraftInterest all that was taken for overdrafts
 */
record InterestAnswer(
        AccountId accountId,
        Optional<String> interestRate,
        Optional<InterestTerms> conditions,
        Optional<LocalDate> agreedFrom,
        Money accruedInterest,
        Money accruedOverdraftInterest,
        Money postedInterest,
        Money withheldTax,
        Money postedOverdraftInterest,
        Optional<LocalDate> accruedThrough,
        Optional<LocalDate> postedThrough,
        Optional<CalculationAnswer> calculation) {
    private static final int DECIMALS = 10;

    static InterestAnswer of(AccountInterestView view) {
        Optional<InterestConditions> conditions = view.agreement().flatMap(InterestAgreement::conditions);
        return new InterestAnswer(
                view.account(),
                conditions.map(own -> own.annualRate().toPlainString()),
                conditions.map(InterestTerms::of),
                view.agreement().map(InterestAgreement::from),
                view.earned(),
                view.charged(),
                view.postedEarned(),
                view.withheld(),
                view.postedCharged(),
                view.accruedThrough(),
                view.postedThrough(),
                view.calculation().map(CalculationAnswer::of));
    }

    /**
     * The posting period's interest through one of its days.
     *
     * @param from the first day of the period
     * @param interest the sum of the steps, rounded once
     */
    record CalculationAnswer(
            LocalDate from,
            LocalDate through,
            Money interest,
            Money overdraftInterest,
            List<StepAnswer> steps,
            List<StepAnswer> overdraftSteps) {
        static CalculationAnswer of(Calculation calculation) {
            return new CalculationAnswer(
                    calculation.total().from(),
                    calculation.through(),
                    calculation.total().earned(),
                    calculation.total().charged(),
                    calculation.earned().stream().map(StepAnswer::of).toList(),
                    calculation.charged().stream().map(StepAnswer::of).toList());
        }
    }

    /**
     * A balance for some days.
     *
     * @param yearFraction the days as a part of a year, to 12 digits
     * @param interest before rounding, to 10 decimals
     */
    record StepAnswer(
            LocalDate from,
            LocalDate through,
            long days,
            String yearFraction,
            String balance,
            List<TierAnswer> tiers,
            String interest) {
        static StepAnswer of(InterestLine line) {
            return new StepAnswer(
                    line.from(),
                    line.to().minusDays(1),
                    ChronoUnit.DAYS.between(line.from(), line.to()),
                    BigDecimal.valueOf(line.days())
                            .divide(BigDecimal.valueOf(line.daysOfYear()), DayCount.PRECISION)
                            .toPlainString(),
                    plain(line.balance()),
                    line.slices().stream()
                            .map(slice -> new TierAnswer(
                                    plain(slice.amount()), slice.annualRate().toPlainString()))
                            .toList(),
                    plain(line.interest().value()));
        }
    }

    /** What part of the balance earns which rate. */
    record TierAnswer(String amount, String interestRate) {}

    private static String plain(BigDecimal amount) {
        return amount.scale() <= DECIMALS
                ? amount.toPlainString()
                : amount.setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
    }
}
