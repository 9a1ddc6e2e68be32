package io.nexum.gateway.loan;

import io.nexum.gateway.request.Amount;
import io.nexum.gateway.request.Checked;
import io.nexum.gateway.request.Default;
import io.nexum.gateway.request.OrPlain;
import io.nexum.gateway.request.RequiredUnless;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.loan.LoanTerms.PaymentPlan;
import io.nexum.kernel.money.Currency;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The amounts of a loan that is asked for, all in its one currency.
 *
 * @param principalAmount absent: the sum of the disbursements
 * @param currency of amounts that are sent as a number alone
 */
record LoanAmounts(
        @RequiredUnless("disbursements") Optional<@Positive Amount> principalAmount,
        Optional<Currency> currency,
        Optional<@Positive BigDecimal> installmentMultiple,

        @Default("[]") @Size(max = LoanTermsFields.MOST_CHANGES)
        List<PaidOut> disbursements,

        @Default("[]") @Size(max = PaymentPlan.MAX_PAYMENTS) List<PrincipalPayment> principalPayments)
        implements Checked {
    private static final Currency USUAL = Currency.of("USD");

    /** Money that is paid out on a day. */
    record PaidOut(@LoanDate LocalDate date, @Positive Amount amount) {}

    /**
     * The principal of one payment.
     *
     * @param date all payments have one, or none has
     */
    @OrPlain("amount")
    record PrincipalPayment(
            Optional<@LoanDate LocalDate> date,
            @PositiveOrZero Amount amount,
            Optional<Currency> currency) {}

    /**
     * The loan's currency: that of the first amount that says it, else the one that is said beside them.
     *
     * @param ofLoan what a loan says beside its terms
     */
    Currency currencyOr(Optional<Currency> ofLoan) {
        return saidCurrency().or(() -> ofLoan).orElse(USUAL);
    }

    private Optional<Currency> saidCurrency() {
        return principalAmount
                .or(() -> disbursements.stream().map(PaidOut::amount).findFirst())
                .flatMap(Amount::currency)
                .or(() -> currency);
    }

    @Override
    public void check(ValidationErrors errors) {
        saidCurrency().ifPresent(own -> check(own, errors));
    }

    /** Tells what is in another currency than the loan, or too fine for it. */
    void check(Currency own, ValidationErrors errors) {
        currency.ifPresent(said -> check(said, own, errors));
        principalAmount.ifPresent(amount -> amount.in(own, errors.at("principal_amount")));
        installmentMultiple
                .filter(multiple -> multiple.stripTrailingZeros().scale() > own.decimals())
                .ifPresent(multiple -> errors.reject("installment_multiple", "must be in the decimals of " + own));
        for (int i = 0; i < disbursements.size(); i++) {
            disbursements
                    .get(i)
                    .amount()
                    .in(own, errors.at("disbursements").at(i).at("amount"));
        }
        for (int i = 0; i < principalPayments.size(); i++) {
            ValidationErrors ofPayment = errors.at("principal_payments").at(i);
            principalPayments.get(i).amount().in(own, ofPayment.at("amount"));
            principalPayments.get(i).currency().ifPresent(said -> check(said, own, ofPayment));
        }
    }

    private static void check(Currency said, Currency own, ValidationErrors errors) {
        if (said != own) {
            errors.reject("currency", "must be that of principal_amount");
        }
    }
}
